package org.limpid.app.command;

import java.util.Optional;
import org.limpid.data.generate.ElasticOptions;
import picocli.CommandLine.Option;

/** How jobs get deadlines: options that several commands have alike. */
final class DeadlineOptions {
  @Option(
      names = "--min-deadline",
      paramLabel = "FACTOR",
      description = "Shortest time from submission to deadline, in durations (0.5).")
  private Optional<Double> least;

  @Option(names = "--max-deadline", paramLabel = "FACTOR", description = "Longest such time (1.5).")
  private Optional<Double> most;

  @Option(
      names = "--best-effort",
      paramLabel = "SHARE",
      description = "Share of the jobs without a deadline (0).")
  private Optional<Double> bestEffort;

  /** Whether any of them was given. */
  boolean areGiven() {
    return least.isPresent() || most.isPresent() || bestEffort.isPresent();
  }

  /**
   * The choices.
   *
   * @throws IllegalArgumentException if they make no sense
   */
  ElasticOptions of(long seed) {
    return new ElasticOptions(
        least.orElse(ElasticOptions.DEFAULT_LEAST_DEADLINE),
        most.orElse(ElasticOptions.DEFAULT_MOST_DEADLINE),
        bestEffort.orElse(0.0),
        seed);
  }
}
