package org.limpid.app.model;

import java.util.Locale;

/** The kinds of models that can be trained. */
public enum ModelKind {
  /** An explainable boosting machine. */
  EBM,
  /** A decision tree. */
  TREE,
  /** A linear or logistic model. */
  LINEAR,
  /** A table of means or medians by keys. */
  TABLE;

  /** The name on the command line. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
