package org.limpid.results;

import java.util.Arrays;

/** What a job was when it was submitted: the same under all policies, so kept once. Immutable. */
final class Submissions {
  final NameColumn users;
  final NameColumn virtualClusters;
  final int[] gpuCounts;
  final long[] submitSeconds;
  final long[] durationSeconds;

  Submissions(
      NameColumn users,
      NameColumn virtualClusters,
      int[] gpuCounts,
      long[] submitSeconds,
      long[] durationSeconds) {
    this.users = users;
    this.virtualClusters = virtualClusters;
    this.gpuCounts = gpuCounts;
    this.submitSeconds = submitSeconds;
    this.durationSeconds = durationSeconds;
  }

  Submissions rows(int[] rows) {
    return new Submissions(
        users.rows(rows),
        virtualClusters.rows(rows),
        Columns.rows(gpuCounts, rows),
        Columns.rows(submitSeconds, rows),
        Columns.rows(durationSeconds, rows));
  }

  /** Keeps one of those that are the same. */
  static final class Keeper {
    private Submissions kept;

    Submissions keptOrOwn(Submissions own) {
      kept = kept != null && kept.isSameAs(own) ? kept : own;
      return kept;
    }
  }

  boolean isSameAs(Submissions other) {
    return Arrays.equals(submitSeconds, other.submitSeconds)
        && Arrays.equals(durationSeconds, other.durationSeconds)
        && Arrays.equals(gpuCounts, other.gpuCounts)
        && users.equals(other.users)
        && virtualClusters.equals(other.virtualClusters);
  }
}
