package org.limpid.results;

/** What packing-analyze may say in place of the data set. */
public enum WorkloadPrediction {
  /**
   * Share scores of all workloads. Without it those of the data set stay: the model was trained on
   * them, and what is known is better than what is predicted.
   */
  SCORES("scores"),

  /**
   * Rates of pairs that were not measured, which else run at full speed. That changes what happens,
   * not what policies know.
   */
  PAIRS("pairs");

  private final String label;

  WorkloadPrediction(String label) {
    this.label = label;
  }

  /** The name in {@code run.json}. */
  public String label() {
    return label;
  }
}
