package org.limpid.data.generate;

import java.util.HashMap;
import java.util.Map;

/**
 * The recent mean duration of the user's jobs with the same GPU count, as in QSSF's rolling
 * estimate; else that of the user's jobs, else that of all. Means are of seconds, so that one long
 * job shows for long, and follow the last 20 jobs: m += max(1 / n, 0.05) (d - m).
 */
final class RollingMeanEstimator implements CausalEstimator {
  private static final int MEMORY_JOBS = 20;

  private final FollowingMean all = new FollowingMean(MEMORY_JOBS);
  private final Map<String, FollowingMean> byUser = new HashMap<>();
  private final Map<UserSize, FollowingMean> bySize = new HashMap<>();

  @Override
  public long seconds(Submission job) {
    FollowingMean mean = bySize.get(UserSize.of(job));
    if (mean == null) {
      mean = byUser.getOrDefault(job.task().user(), all);
    }
    return Math.max(1, Math.round(mean.count() == 0 ? UNKNOWN_SECONDS : mean.value()));
  }

  @Override
  public void learn(Submission finished) {
    double seconds = finished.durationSeconds();
    all.add(seconds);
    byUser.computeIfAbsent(finished.task().user(), k -> newMean()).add(seconds);
    bySize.computeIfAbsent(UserSize.of(finished), k -> newMean()).add(seconds);
  }

  private static FollowingMean newMean() {
    return new FollowingMean(MEMORY_JOBS);
  }
}
