package org.limpid.plots.run;

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

  boolean isSameAs(Submissions other) {
    return Arrays.equals(submitSeconds, other.submitSeconds)
        && Arrays.equals(durationSeconds, other.durationSeconds)
        && Arrays.equals(gpuCounts, other.gpuCounts)
        && users.equals(other.users)
        && virtualClusters.equals(other.virtualClusters);
  }
}
