package org.limpid.reference.synergy;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.limpid.data.generate.SynergyMix;

/**
 * A load of the artifact's figures, drawn without a trace: Poisson arrivals, durations of 60 x
 * 10^U(1.5, 3) s (four of five jobs) or 60 x 10^U(3, 4) s.
 *
 * @param jobsPerHour how many come in, above 0
 * @param sizes how many GPUs a job has
 * @param percentages of the jobs of image, language and speech models; 100 in all, or 99 for thirds
 * @param seed of Python's random numbers
 * @param firstMeasured number of the first job that counts
 * @param measured how many count; the run ends when they have finished
 * @param log jobs of a log that it is derived from; empty: none
 */
public record SynergyLoad(
    double jobsPerHour,
    Sizes sizes,
    List<Integer> percentages,
    long seed,
    int firstMeasured,
    int measured,
    Optional<LoggedJobs> log) {
  /** That of the artifact's README: 9 jobs an hour, jobs 4000 to 4999 in the state of balance. */
  public static final SynergyLoad HEADLINE =
      new SynergyLoad(9, Sizes.ONE_GPU, SynergyMix.USUAL, 42, 4000, 1000);

  /** How many GPUs jobs have. */
  public enum Sizes {
    /** One each. */
    ONE_GPU,
    /**
     * Those of the log; without one 1, 2, 4 or 8 GPUs for 70, 10, 15 and 5 of 100 jobs, as the
     * artifact draws them where it has no trace. They come from a seed of their own, so all else is
     * as with one GPU each.
     */
    DRAWN
  }

  public SynergyLoad {
    Objects.requireNonNull(sizes, "sizes");
    percentages = SynergyMix.requireSplit(percentages);
    if (!(jobsPerHour > 0) || firstMeasured < 0 || measured < 1) {
      throw new IllegalArgumentException(
          "expected jobs an hour above 0 and some to measure, found %s and %d from %d"
              .formatted(jobsPerHour, measured, firstMeasured));
    }
    log.filter(LoggedJobs::isTimed)
        .ifPresent(jobs -> requireEnough(jobs.jobs().size(), firstMeasured, measured));
  }

  private static void requireEnough(int jobs, int firstMeasured, int measured) {
    if (jobs - firstMeasured < measured) {
      throw new IllegalArgumentException(
          "expected jobs to measure among the %d of the log, found %d from %d"
              .formatted(jobs, measured, firstMeasured));
    }
  }

  /** A load without a log. */
  public SynergyLoad(
      double jobsPerHour,
      Sizes sizes,
      List<Integer> percentages,
      long seed,
      int firstMeasured,
      int measured) {
    this(jobsPerHour, sizes, percentages, seed, firstMeasured, measured, Optional.empty());
  }

  /**
   * The same, derived from a log.
   *
   * @throws IllegalArgumentException if the log has times, and ends before the last measured job
   */
  public SynergyLoad with(LoggedJobs jobs) {
    return new SynergyLoad(
        jobsPerHour, sizes, percentages, seed, firstMeasured, measured, Optional.of(jobs));
  }

  boolean measures(SynergyJob job) {
    return job.id() >= firstMeasured && job.id() - firstMeasured < measured;
  }

  /**
   * Runs it.
   *
   * @param cluster with 3, 4, 5 or 6 CPUs for each GPU, for which models were measured
   * @return the jobs that count, in the order in which they finished
   */
  public List<FinishedJob> run(SynergyCluster cluster, SynergyPolicy policy) {
    return SynergySimulator.run(cluster, policy, new DrawnJobs(this, cluster)).stream()
        .filter(finished -> measures(finished.job()))
        .toList();
  }
}
