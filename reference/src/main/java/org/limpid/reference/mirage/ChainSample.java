package org.limpid.reference.mirage;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What was seen when a successor could be submitted, and what became of the chain.
 *
 * @param features {@link ChainWindow#HISTORY} states x {@link #names()}: the cluster every ten
 *     minutes, the last one last; each with what was known of both jobs of the chain at the
 *     submission
 */
public record ChainSample(ChainOutcome outcome, double[][] features) {
  /** The 24 h of states that a sample holds. */
  public enum FeatureTime {
    /** Before the submission: what a decision can know. */
    AT_SUBMISSION,
    /**
     * Before the start of the successor: what the artifact trains on. It tells how long the wait
     * was, so that no model may be judged or used that learned from it.
     */
    AT_START;

    /** As it is written: {@code at-submission}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Limits in minutes, times in seconds. */
  private static final List<String> OF_A_JOB = List.of("limit_min", "nodes", "wait_s", "elapsed_s");

  /** Features of a state: what they are, in their order. */
  public static List<String> names() {
    return Stream.concat(
            ClusterState.names().stream(),
            Stream.of("predecessor", "successor")
                .flatMap(job -> OF_A_JOB.stream().map(measure -> job + "_" + measure)))
        .toList();
  }
}
