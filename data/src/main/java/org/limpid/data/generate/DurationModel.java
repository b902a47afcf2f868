package org.limpid.data.generate;

/**
 * How long jobs run and how they end.
 *
 * <pre>
 * ln d = ln m_k + w_k shift + sigma_k mood + tau_k z + [k is LONG] (ln length_v - 0.35 ln max(1, g/8))
 * </pre>
 *
 * with m, w, sigma, tau of the {@link RunKind} k, the shift of the task, the mood of its user at
 * the time, z standard normal, g GPUs, and the length of long jobs in virtual cluster v. Jobs of
 * many GPUs are shorter because they do more per second; 0.35 gives about the ratio of Venus
 * between jobs of 8 and 128. Rounded to seconds, at least 1, at most 14 days, where the cluster
 * stops a job.
 *
 * <p>The workload is no argument: who knows it, knows nothing about the duration beyond what the
 * task repeats.
 */
final class DurationModel {
  /** The time limit of the cluster: 14 days, seconds. */
  static final long LIMIT_SECONDS = 14 * 86_400;

  private static final double SIZE_EXPONENT = 0.35;

  /** Shares of the kinds other than long: they add up to 1. */
  private static final double EARLY_SHARE = 0.24;

  private static final double MEDIUM_SHARE = 0.14;

  /** Large jobs have more to go wrong at the start. */
  private static final double LARGE_EARLY_SHARE = 0.40;

  private static final int LARGE = 8;

  private final RandomStream random;

  DurationModel(RandomStream random) {
    this.random = random;
  }

  /** A kind of run for jobs of {@code gpuCount} GPUs, long with the given probability. */
  RunKind kind(double longShare, int gpuCount) {
    if (random.chance(longShare)) {
      return RunKind.LONG;
    }
    double draw = random.uniform();
    double early = earlyShare(gpuCount);
    if (draw < early) {
      return RunKind.EARLY;
    }
    return draw < early + MEDIUM_SHARE ? RunKind.MEDIUM : RunKind.SHORT;
  }

  /** Duration of a job, seconds. */
  long seconds(RunKind kind, UserTask task, double mood, double longLength) {
    double logarithm =
        kind.taskWeight * task.durationShift()
            + kind.sessionSigma * mood
            + kind.jobSigma * random.gaussian();
    double seconds = scale(kind, task.gpuCount(), longLength) * StrictMath.exp(logarithm);
    return Math.round(Math.clamp(seconds, 1, LIMIT_SECONDS));
  }

  /** How a job of a kind and a duration ended, in the words of the Slurm scheduler. */
  String state(RunKind kind, long seconds) {
    if (seconds == LIMIT_SECONDS) {
      return "TIMEOUT";
    }
    double draw = random.uniform();
    if (draw < kind.failed) {
      return "FAILED";
    }
    return draw < kind.failed + kind.cancelled ? "CANCELLED" : "COMPLETED";
  }

  private static double scale(RunKind kind, int gpuCount, double longLength) {
    return kind == RunKind.LONG
        ? kind.medianSeconds * longLength * sizeFactor(gpuCount)
        : kind.medianSeconds;
  }

  private static double sizeFactor(int gpuCount) {
    return StrictMath.pow(Math.max(1, gpuCount / 8.0), -SIZE_EXPONENT);
  }

  private static double earlyShare(int gpuCount) {
    return gpuCount > LARGE ? LARGE_EARLY_SHARE : EARLY_SHARE;
  }

  /** Expected duration of a long job of a task where the length is 1; the limit is ignored. */
  static double meanLongSeconds(UserTask task) {
    return mean(RunKind.LONG, task) * sizeFactor(task.gpuCount());
  }

  /** Expected duration of a job of a task that is not long. */
  static double meanOtherSeconds(UserTask task) {
    double early = earlyShare(task.gpuCount());
    return early * mean(RunKind.EARLY, task)
        + MEDIUM_SHARE * mean(RunKind.MEDIUM, task)
        + (1 - early - MEDIUM_SHARE) * mean(RunKind.SHORT, task);
  }

  /** Mean of a log-normal variable: median x exp(variance / 2). */
  private static double mean(RunKind kind, UserTask task) {
    double variance = kind.sessionSigma * kind.sessionSigma + kind.jobSigma * kind.jobSigma;
    return kind.medianSeconds
        * StrictMath.exp(kind.taskWeight * task.durationShift() + variance / 2);
  }
}
