package org.limpid.plots.run;

/** What a job waits for, in the order of the columns of {@code waits.csv}. */
public enum WaitCause {
  /** For its turn in the profiler. */
  PROFILER("profiler"),
  /** Too few GPUs are free, and they would be too few without the jobs that came later, too. */
  CLUSTER_FULL("cluster full"),
  /** Too few GPUs are free, but there would be enough if jobs that came later held none. */
  BEHIND_SHORTER("behind shorter jobs"),
  /** Enough GPUs are free, but not where the placement rule needs them. */
  FRAGMENTED("fragmented"),
  /** There is a place for it, but a job before it in the queue is not placed yet. */
  HEAD_OF_LINE("head of line"),
  /** There is a place for it, but the scheduler has not looked yet. */
  OVERHEAD("overhead");

  private final String words;

  WaitCause(String words) {
    this.words = words;
  }

  /** The name for people. */
  public String words() {
    return words;
  }
}
