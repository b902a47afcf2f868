package org.limpid.data.derive;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which jobs of a data set are wanted.
 *
 * @param share share of what is drawn, above 0, at most 1
 * @param unit what is drawn
 * @param from first submission that is kept
 * @param to first submission that is not kept
 * @param clusters virtual clusters that are kept; empty: all
 * @param scalesNodes whether virtual clusters shrink with the GPU time of their jobs
 * @param seed another seed, another draw
 */
public record SampleRequest(
    double share,
    Unit unit,
    Optional<LocalDateTime> from,
    Optional<LocalDateTime> to,
    List<String> clusters,
    boolean scalesNodes,
    long seed) {
  public SampleRequest {
    clusters = List.copyOf(clusters);
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException("expected a share above 0 and at most 1, found " + share);
    }
  }

  /** What is drawn. */
  public enum Unit {
    /** Users with all their jobs. */
    USERS,
    /** Single jobs, those of a group together. */
    JOBS;

    /** The name on the command line. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
