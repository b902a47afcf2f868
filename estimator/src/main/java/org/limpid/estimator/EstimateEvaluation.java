package org.limpid.estimator;

/** Placeholder. */
public final class EstimateEvaluation {
  private EstimateEvaluation() {}
}
