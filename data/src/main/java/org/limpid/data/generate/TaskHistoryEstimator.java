package org.limpid.data.generate;

import java.util.HashMap;
import java.util.Map;
import org.limpid.data.Workload;

/**
 * The typical duration of a user's similar jobs: a shrunken mean of logarithms.
 *
 * <p>Means m are kept for four ever narrower groups: all jobs; those of the user; of these, with
 * the same GPU count; of these, with the same workload. With n the finished jobs of a group, at
 * most 10,
 *
 * <pre>e_group = (n m_group + 2 e_wider) / (n + 2),   estimate = exp(e_narrowest)</pre>
 *
 * so that a group needs two jobs to count as much as all that is known otherwise. A mean follows
 * its group: m += max(1 / n, 0.1) (ln d - m). State: one number pair per group.
 */
final class TaskHistoryEstimator implements CausalEstimator {
  private static final double PRIOR_JOBS = 2;
  private static final int MEMORY_JOBS = 10;

  private final FollowingMean all = new FollowingMean(MEMORY_JOBS);
  private final Map<String, FollowingMean> byUser = new HashMap<>();
  private final Map<UserSize, FollowingMean> bySize = new HashMap<>();
  private final Map<UserWorkload, FollowingMean> byWorkload = new HashMap<>();

  @Override
  public long seconds(Submission job) {
    double logarithm = shrunken(all, StrictMath.log(UNKNOWN_SECONDS));
    logarithm = shrunken(byUser.get(job.task().user()), logarithm);
    logarithm = shrunken(bySize.get(UserSize.of(job)), logarithm);
    logarithm = shrunken(byWorkload.get(UserWorkload.of(job)), logarithm);
    return Math.max(1, Math.round(StrictMath.exp(logarithm)));
  }

  private static double shrunken(FollowingMean mean, double wider) {
    if (mean == null || mean.count() == 0) {
      return wider;
    }
    double jobs = Math.min(MEMORY_JOBS, mean.count());
    return (jobs * mean.value() + PRIOR_JOBS * wider) / (jobs + PRIOR_JOBS);
  }

  @Override
  public void learn(Submission finished) {
    double logarithm = StrictMath.log(finished.durationSeconds());
    all.add(logarithm);
    byUser.computeIfAbsent(finished.task().user(), k -> newMean()).add(logarithm);
    bySize.computeIfAbsent(UserSize.of(finished), k -> newMean()).add(logarithm);
    byWorkload.computeIfAbsent(UserWorkload.of(finished), k -> newMean()).add(logarithm);
  }

  private static FollowingMean newMean() {
    return new FollowingMean(MEMORY_JOBS);
  }

  private record UserWorkload(String user, int gpuCount, Workload workload) {
    static UserWorkload of(Submission job) {
      UserTask task = job.task();
      return new UserWorkload(task.user(), task.gpuCount(), task.profile().workload());
    }
  }
}
