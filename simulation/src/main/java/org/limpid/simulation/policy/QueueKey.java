package org.limpid.simulation.policy;

/**
 * What the queue of a policy is ordered by; smaller goes first.
 *
 * @param words what it is, for sentences
 * @param unit its unit; empty if it has none
 * @param isWholeOrder whether nothing but the key and, among equals, the arrival decides
 */
public record QueueKey(String words, String unit, boolean isWholeOrder) {
  /** Who came first. */
  public static final QueueKey ARRIVAL = new QueueKey("arrival", "", true);

  /** The estimated run time, times the GPUs. */
  public static final QueueKey GPU_TIME = new QueueKey("estimated GPU time", "GPU s", true);

  /** That of a policy which says nothing about it. */
  public static final QueueKey OTHER = new QueueKey("key", "", false);

  /** A key that is the whole order. */
  public static QueueKey of(String words, String unit) {
    return new QueueKey(words, unit, true);
  }

  /** The name in files. */
  @Override
  public String toString() {
    return words;
  }
}
