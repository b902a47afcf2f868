package org.limpid.data.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How jobs get deadlines.
 *
 * @param leastDeadline shortest time from submission to deadline, in durations, above 0
 * @param mostDeadline longest such time, in durations, at least the shortest, at most 10,000
 * @param bestEffortShare share of the jobs without a deadline, 0..1
 * @param seed another seed, other deadlines and curves
 */
public record ElasticOptions(
    double leastDeadline, double mostDeadline, double bestEffortShare, long seed) {
  /** Shortest time to the deadline in the traces of ElasticFlow (ASPLOS 2023), in durations. */
  public static final double DEFAULT_LEAST_DEADLINE = 0.5;

  /** Longest time to the deadline there, in durations. */
  public static final double DEFAULT_MOST_DEADLINE = 1.5;

  private static final double MOST_DURATIONS = 1e4;

  public ElasticOptions {
    List<String> problems = new ArrayList<>();
    if (!(leastDeadline > 0 && leastDeadline <= mostDeadline && mostDeadline <= MOST_DURATIONS)) {
      problems.add(
          "min-deadline and max-deadline must be above 0, in order, and at most 10,000, found"
              + " %s and %s".formatted(leastDeadline, mostDeadline));
    }
    if (!(bestEffortShare >= 0 && bestEffortShare <= 1)) {
      problems.add("best-effort must be 0..1, found " + bestEffortShare);
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", problems));
    }
  }

  /** The default deadlines for all jobs. */
  public static ElasticOptions ofSeed(long seed) {
    return new ElasticOptions(DEFAULT_LEAST_DEADLINE, DEFAULT_MOST_DEADLINE, 0, seed);
  }

  /** For the title of a data set. */
  public String title() {
    return String.format(
        Locale.ROOT,
        "deadlines after %s to %s durations, %s of the jobs best effort, seed %d",
        leastDeadline,
        mostDeadline,
        bestEffortShare,
        seed);
  }
}
