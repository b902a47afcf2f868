package org.limpid.results;

import org.limpid.simulation.waiting.WaitCause;

/** The columns of {@code waits.csv}: the job, then the causes in their order. */
enum WaitField {
  JOB_ID,
  PROFILER,
  CLUSTER_FULL,
  BEHIND_SHORTER,
  FRAGMENTED,
  HEAD_OF_LINE,
  OVERHEAD;

  private static final WaitField[] ALL = values();

  static WaitField of(WaitCause cause) {
    return ALL[cause.ordinal() + 1];
  }
}
