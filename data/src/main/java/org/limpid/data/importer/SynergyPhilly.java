package org.limpid.data.importer;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.files.Problems;

/**
 * What Synergy's artifact (OSDI 2022) makes of the job log of the Philly traces. A job lasts as
 * long as all its attempts together and has the GPUs of the last one; if that one can't be used,
 * the artifact loses the job. Jobs of half an hour to a week stay: 10^1.5 to 10^4 minutes.
 * Durations and arrivals are differences of what clocks showed, though they were set back once.
 * Immutable.
 */
public final class SynergyPhilly {
  /** The artifact has profiles of these only. */
  static final Set<Integer> GPU_COUNTS = Set.of(1, 2, 4, 8, 16);

  private static final int MOST_GPUS = 16;
  private static final double SHORTEST_SECONDS = Math.pow(10, 1.5) * 60;
  private static final double LONGEST_SECONDS = Math.pow(10, 4) * 60;
  private static final double SECONDS_PER_HOUR = 3600;

  /** How many jobs it takes from the log where it keeps their times. */
  private static final int MOST_JOBS = 8000;

  /** Which jobs the artifact takes. */
  public enum Rules {
    /** For jobs of one GPU each: any number of GPUs becomes one. */
    ONE_GPU,
    /**
     * For jobs of several GPUs whose durations are drawn: those of 1, 2, 4, 8 and 16 keep their
     * number, other numbers below 16 become one.
     */
    SEVERAL_GPUS,
    /** With the times of the log: jobs of 1, 2, 4, 8 and 16 GPUs only. */
    AS_LOGGED
  }

  /**
   * A job.
   *
   * @param name its identifier in the log
   * @param arrivalSeconds after the first submission of a job that was ever started
   * @param durationSeconds above 0
   * @param gpus one of 1, 2, 4, 8 and 16
   */
  public record Job(String name, long arrivalSeconds, long durationSeconds, int gpus) {}

  /** A job of the log. */
  private record Logged(String name, LocalDateTime submitted, List<Run> runs) {}

  /**
   * An attempt.
   *
   * @param seconds 0 or less: it can't be used
   */
  private record Run(long seconds, int gpus) {}

  private final Path file;
  private final List<Logged> jobs = new ArrayList<>();
  private LocalDateTime first = LocalDateTime.MAX;

  private SynergyPhilly(Path file) {
    this.file = file;
  }

  /**
   * Reads the log.
   *
   * @param path the log, or a folder or archive with {@code cluster_job_log}
   * @throws DataException with all that is wrong with it
   */
  public static SynergyPhilly read(Path path) {
    Problems problems = new Problems();
    SynergyPhilly philly = new SynergyPhilly(PhillyLog.find(path, problems));
    PhillyLog.read(philly.file, problems, philly::take);
    problems.throwIfAny();
    return philly;
  }

  private void take(PhillyLog.Job job) {
    if (job.submitted().isEmpty() || job.id().isEmpty() || job.attempts().isEmpty()) {
      return;
    }
    LocalDateTime submitted = job.submitted().get();
    first = submitted.isBefore(first) ? submitted : first;
    List<Run> runs = job.attempts().stream().map(SynergyPhilly::run).toList();
    jobs.add(new Logged(job.id().get().toString(), submitted, runs));
  }

  private static Run run(PhillyLog.Attempt attempt) {
    long seconds =
        attempt.start().isPresent() && attempt.end().isPresent()
            ? ChronoUnit.SECONDS.between(attempt.start().get(), attempt.end().get())
            : 0;
    return new Run(seconds, attempt.gpus());
  }

  /** Where it was read from. */
  public Path file() {
    return file;
  }

  /**
   * The jobs of loads whose arrivals and durations are drawn, in the order of the log.
   *
   * @param rules which of them
   * @throws DataException if there are none
   */
  public List<Job> jobs(Rules rules) {
    List<Job> kept = kept(rules).toList();
    requireSome(kept, "");
    return kept;
  }

  /**
   * The jobs with the times of the log that came in within some hours, 8,000 at most, by arrival,
   * the first one at 0.
   *
   * @param fromHours after which time, hours after the first submission; the artifact has 2,400
   * @param toHours before which time; the artifact has 3,000
   * @throws DataException if there are none
   */
  public List<Job> timedJobs(double fromHours, double toHours) {
    List<Job> kept =
        kept(Rules.AS_LOGGED)
            .filter(job -> job.arrivalSeconds() > fromHours * SECONDS_PER_HOUR)
            .filter(job -> job.arrivalSeconds() < toHours * SECONDS_PER_HOUR)
            .limit(MOST_JOBS)
            .sorted(Comparator.comparingLong(Job::arrivalSeconds))
            .toList();
    requireSome(kept, " that came in %s to %s h after the first one".formatted(fromHours, toHours));
    long shift = kept.getFirst().arrivalSeconds();
    return kept.stream()
        .map(job ->
            new Job(job.name(), job.arrivalSeconds() - shift, job.durationSeconds(), job.gpus()))
        .toList();
  }

  private void requireSome(List<Job> kept, String which) {
    if (kept.isEmpty()) {
      throw new DataException(
          Problem.ofFile(
              file,
              "expected jobs of 32 min to 7 days" + which + ", found none",
              "Maybe it is a part of the log."));
    }
  }

  private Stream<Job> kept(Rules rules) {
    return jobs.stream().flatMap(job -> job(job, rules).stream());
  }

  private Optional<Job> job(Logged job, Rules rules) {
    long seconds =
        job.runs.stream().filter(run -> gpus(run, rules) > 0).mapToLong(Run::seconds).sum();
    int gpus = gpus(job.runs.getLast(), rules);
    return gpus > 0 && seconds > SHORTEST_SECONDS && seconds < LONGEST_SECONDS
        ? Optional.of(
            new Job(job.name, ChronoUnit.SECONDS.between(first, job.submitted), seconds, gpus))
        : Optional.empty();
  }

  /** GPUs that an attempt counts with; 0: the artifact passes over it. */
  private static int gpus(Run run, Rules rules) {
    if (run.seconds <= 0) {
      return 0;
    }
    return switch (rules) {
      case ONE_GPU -> 1;
      case SEVERAL_GPUS -> run.gpus > MOST_GPUS ? 0 : GPU_COUNTS.contains(run.gpus) ? run.gpus : 1;
      case AS_LOGGED -> GPU_COUNTS.contains(run.gpus) ? run.gpus : 0;
    };
  }
}
