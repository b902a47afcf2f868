package org.limpid.interpret.ebm.boost;

/**
 * A step that could be taken, {@code null} if there is none, and its gain: twice the fall of the
 * loss that its Newton model promises, before the learning rate.
 */
record Proposal(Step step, double gain) {
  static final Proposal NONE = new Proposal(null, 0);

  boolean exists() {
    return step != null;
  }
}
