package org.limpid.simulation.waiting;

import java.util.Arrays;
import java.util.Optional;

/** What a job waits for, in the order in which the causes are asked about. */
public enum WaitCause {
  /** For its turn in the profiler. */
  PROFILER("profiler", "profiler"),
  /** Too few GPUs are free, and they would be too few without the jobs that came later, too. */
  CLUSTER_FULL("cluster_full", "cluster full"),
  /**
   * Too few GPUs are free, but there would be enough if those that came into the queue later held
   * none: the policy preferred them.
   */
  OVERTAKEN("overtaken", "overtaken"),
  /** Enough GPUs are free, but not where the placement rule needs them. */
  FRAGMENTED("fragmented", "fragmented"),
  /** There is a place for it, but a job before it in the queue is not placed yet. */
  HEAD_OF_LINE("head_of_line", "head of line"),
  /** There is a place for it, but the scheduler has not looked yet. */
  OVERHEAD("overhead", "overhead");

  private final String label;
  private final String words;

  WaitCause(String label, String words) {
    this.label = label;
    this.words = words;
  }

  /** What a waiting job waits for in its virtual cluster now. */
  static WaitCause of(Replay replay, int job) {
    int asked = replay.gpuCount(job);
    int free = replay.state().nodes().freeGpus();
    if (asked > free) {
      return asked <= free + replay.gpusOfLater(job) ? OVERTAKEN : CLUSTER_FULL;
    }
    if (!replay.fits(asked)) {
      return FRAGMENTED;
    }
    return replay.isPostponed() ? OVERHEAD : HEAD_OF_LINE;
  }

  /** The name in files. */
  public String label() {
    return label;
  }

  /** The same as {@link #label}. */
  @Override
  public String toString() {
    return label;
  }

  /** The name for people. */
  public String words() {
    return words;
  }

  /** The cause with this name in files. */
  public static Optional<WaitCause> labelled(String label) {
    return Arrays.stream(values()).filter(cause -> cause.label.equals(label)).findFirst();
  }
}
