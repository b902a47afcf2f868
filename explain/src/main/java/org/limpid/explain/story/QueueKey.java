package org.limpid.explain.story;

import java.util.Arrays;

/** What policies order their queues by; smaller goes first. */
public enum QueueKey {
  /** Who came first. */
  ARRIVAL("arrival", "", "fifo"),
  /** The true run time. */
  DURATION("duration", "s", "sjf"),
  /** The true run time that is left. */
  REMAINING("remaining time", "s", "srtf"),
  /** GPUs times the time that a job has had them. */
  SERVICE("attained service", "GPU s", "tiresias"),
  /** GPUs times the estimated run time. */
  GPU_TIME("estimated GPU time", "GPU s", "qssf", "lucid"),
  /** That of a policy which is not known here. */
  OTHER("key", "");

  private final String words;
  private final String unit;
  private final String[] policies;

  QueueKey(String words, String unit, String... policies) {
    this.words = words;
    this.unit = unit;
    this.policies = policies;
  }

  /** The key of a policy under any queue discipline. */
  public static QueueKey of(String policy) {
    String base = policy.replaceFirst("-.*", "");
    return Arrays.stream(values())
        .filter(key -> Arrays.asList(key.policies).contains(base))
        .findFirst()
        .orElse(OTHER);
  }

  /** What it is, for sentences. */
  public String words() {
    return words;
  }

  /** Its unit; empty if it has none. */
  public String unit() {
    return unit;
  }

  /** The name in files. */
  @Override
  public String toString() {
    return words;
  }
}
