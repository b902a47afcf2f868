package org.limpid.reference.mirage;

import java.util.Comparator;
import java.util.Objects;

/**
 * A job of a batch cluster.
 *
 * @param id as it is written; ties of the submission are ordered by it as a text
 * @param submitSecond when it was submitted
 * @param nodes that it holds, at least 1
 * @param limitSeconds wall time that was asked for, at least 1
 * @param loggedSeconds that it ran, from 0
 */
public record BatchJob(
    String id, long submitSecond, int nodes, long limitSeconds, long loggedSeconds) {
  public BatchJob {
    Objects.requireNonNull(id, "id");
    if (nodes < 1 || limitSeconds < 1 || loggedSeconds < 0) {
      throw new IllegalArgumentException(
          "job %s has %d nodes, a limit of %d s, and ran for %d s"
              .formatted(id, nodes, limitSeconds, loggedSeconds));
    }
  }

  /** Seconds that it runs: the cluster kills it at its limit. */
  public long runSeconds() {
    return Math.min(loggedSeconds, limitSeconds);
  }

  /** The order in which jobs are submitted: by tick, then by identifier as a text. */
  static Comparator<BatchJob> submissionOrder(BatchSettings settings) {
    return Comparator.<BatchJob>comparingLong(job -> settings.tickAt(job.submitSecond()))
        .thenComparing(BatchJob::id);
  }
}
