package org.limpid.simulation.policy.lucid;

/** When jobs may share GPUs. */
public enum SharingMode {
  /** While the forecast says that many jobs will come. */
  PREDICTED("predicted"),
  /** At all times. */
  ALWAYS("always"),
  /** At no time. */
  NEVER("never");

  private final String label;

  SharingMode(String label) {
    this.label = label;
  }

  /** The name on the command line. */
  public String label() {
    return label;
  }
}
