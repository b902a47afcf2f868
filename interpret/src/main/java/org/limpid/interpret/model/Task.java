package org.limpid.interpret.model;

import java.util.List;

/** What a model predicts. */
public sealed interface Task {
  /** How many numbers a prediction has: 1, or one probability per class. */
  int outputCount();

  record Regression() implements Task {
    @Override
    public int outputCount() {
      return 1;
    }
  }

  /** One of two or more different classes, in the order of the probabilities. */
  record Classification(List<String> classes) implements Task {
    public Classification {
      classes = List.copyOf(classes);
      if (classes.size() < 2 || classes.stream().distinct().count() < classes.size()) {
        throw new IllegalArgumentException("expected two or more different classes: " + classes);
      }
    }

    /** Whether there are two classes, of which the second one is called positive. */
    public boolean isBinary() {
      return classes.size() == 2;
    }

    @Override
    public int outputCount() {
      return classes.size();
    }
  }
}
