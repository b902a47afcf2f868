package org.limpid.simulation.waiting;

import java.util.Arrays;
import java.util.Optional;

/** What a job waits for, in the order in which the causes are asked about. */
public enum WaitCause {
  /** For its turn in the profiler. */
  PROFILER(
      "profiler",
      "profiler",
      "it waited for its turn in the profiler",
      "they waited for their turn in the profiler"),
  /** Too few GPUs are free, and they would be too few without the jobs that came later, too. */
  CLUSTER_FULL(
      "cluster_full",
      "cluster full",
      "its virtual cluster was full",
      "too few GPUs were free (cluster full)"),
  /**
   * Too few GPUs are free, but there would be enough if those that came into the queue later held
   * none: the policy preferred them.
   */
  OVERTAKEN(
      "overtaken",
      "overtaken",
      "jobs that came later went first",
      "jobs that came later held what they needed (overtaken)"),
  /** Enough GPUs are free, but not where the placement rule needs them. */
  FRAGMENTED(
      "fragmented",
      "fragmented",
      "the free GPUs lay apart",
      "the free GPUs lay apart (fragmented)"),
  /** There is a place for it, but a job before it in the queue is not placed yet. */
  HEAD_OF_LINE(
      "head_of_line",
      "head of line",
      "there was a place for it, but not its turn",
      "a job before them could not be placed (head of line)"),
  /** There is a place for it, but the scheduler has not looked yet. */
  OVERHEAD(
      "overhead",
      "overhead",
      "there was a place for it, but the policy looks at set times only",
      "the policy had not looked yet (overhead)");

  private final String label;
  private final String words;
  private final String clause;
  private final String clauseOfMany;

  WaitCause(String label, String words, String clause, String clauseOfMany) {
    this.label = label;
    this.words = words;
    this.clause = clause;
    this.clauseOfMany = clauseOfMany;
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

  /** Why a job waited, a clause: {@code its virtual cluster was full}. */
  public String clause() {
    return clause;
  }

  /** Why several jobs waited, a clause. */
  public String clauseOfMany() {
    return clauseOfMany;
  }

  /** The cause with this name in files. */
  public static Optional<WaitCause> labelled(String label) {
    return Arrays.stream(values()).filter(cause -> cause.label.equals(label)).findFirst();
  }
}
