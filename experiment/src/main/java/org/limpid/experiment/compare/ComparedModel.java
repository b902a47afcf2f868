package org.limpid.experiment.compare;

import java.util.Locale;

/** The three models of Lucid. */
public enum ComparedModel {
  /** How many jobs and GPUs will be submitted. */
  THROUGHPUT,
  /** Which workloads may share GPUs. */
  PACKING,
  /** How long jobs run. */
  WORKLOAD;

  /** The name on the command line, in files and tables. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
