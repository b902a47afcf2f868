package org.limpid.interpret.ebm.objective;

/** What boosting minimises. */
public interface Objective {
  /** The objective of this name. */
  static Objective parse(String text) {
    return new Objective() {
      @Override
      public String toString() {
        return text;
      }
    };
  }
}
