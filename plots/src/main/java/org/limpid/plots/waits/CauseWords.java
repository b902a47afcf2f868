package org.limpid.plots.waits;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.limpid.simulation.waiting.WaitCause;

/** What causes of waiting mean, in words. */
public final class CauseWords {
  private CauseWords() {}

  /** When a job waits for a cause: a clause that begins with a small letter. */
  public static String meaning(WaitCause cause) {
    return switch (cause) {
      case PROFILER -> "the job waits for its turn in the profiler";
      case CLUSTER_FULL ->
          "fewer GPUs are free than it asks for, even if no job that came later had been let ahead";
      case BEHIND_SHORTER ->
          "it would have enough GPUs without the jobs that entered the queue after it and hold"
              + " GPUs";
      case FRAGMENTED ->
          "enough GPUs are free, but not in the places that the placement rule asks for";
      case HEAD_OF_LINE ->
          "it could be placed, but the queue discipline keeps it behind another job";
      case OVERHEAD -> "it could be placed, but the scheduler has not looked yet";
    };
  }

  /** All causes with their meanings, a sentence each. */
  static String note() {
    return Arrays.stream(WaitCause.values())
        .map(cause -> capitalised(cause.words()) + ": " + meaning(cause) + ".")
        .collect(Collectors.joining(" "));
  }

  private static String capitalised(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
