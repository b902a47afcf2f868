package org.limpid.simulation.policy.limpid;

/** Which jobs may share GPUs, by their sizes in GPUs. */
public enum SharedSizes {
  /** Any two on a GPU; a job may have several hosts. */
  ANY("any"),
  /** A newcomer with one host that is not smaller. */
  SMALLER("smaller"),
  /** Two of the same size, on exactly the same GPUs. */
  EQUAL("equal"),
  /** No two. */
  NONE("none");

  private final String label;

  SharedSizes(String label) {
    this.label = label;
  }

  /** The name on the command line. */
  String label() {
    return label;
  }
}
