package org.limpid.analyzer;

import java.util.Arrays;
import java.util.Optional;

/** Which of the trained models tells share scores. */
public enum ScoreMethod {
  /** The pruned tree. */
  TREE("tree"),
  /** The EBM of classes. */
  EBM("ebm"),
  /** The EBM of the score as a number. */
  ORDINAL("ordinal");

  private final String label;

  ScoreMethod(String label) {
    this.label = label;
  }

  /** The name on the command line. */
  public String label() {
    return label;
  }

  /** The method with this name. */
  public static Optional<ScoreMethod> named(String label) {
    return Arrays.stream(values()).filter(method -> method.label.equals(label)).findFirst();
  }
}
