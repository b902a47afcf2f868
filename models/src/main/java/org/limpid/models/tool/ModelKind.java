package org.limpid.models.tool;

import java.util.Locale;

/** The kinds of models that can be trained. */
public enum ModelKind {
  /** An explainable boosting machine. */
  EBM("an explainable boosting machine"),
  /** A decision tree. */
  TREE("a decision tree"),
  /** A linear or logistic model. */
  LINEAR("a linear model"),
  /** A table of means or medians by keys. */
  TABLE("a table");

  private final String noun;

  ModelKind(String noun) {
    this.noun = noun;
  }

  /** What a sentence calls it, with its article. */
  String noun() {
    return noun;
  }

  /** The name on the command line. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
