package org.limpid.experiment.slurm;

import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.limpid.data.importer.DurationText;
import org.limpid.files.Problems;

/**
 * The jobs of a partition as {@code squeue} prints them, in the order in which it does: by
 * priority.
 *
 * @param jobs in the order of the lines
 * @param hasLimits whether the wall time of jobs is told
 * @param hasSubmissions whether it is told when jobs were submitted
 */
public record SlurmQueue(List<SlurmJob> jobs, boolean hasLimits, boolean hasSubmissions) {
  /** Columns of the command that prints all that is needed. */
  static final String FORMAT = "%i|%P|%T|%D|%l|%M|%V|%S|%r";

  /** The command that prints all that is needed. */
  static final String COMMAND = "squeue --array -o '%s'".formatted(FORMAT);

  /** No job lasts longer: thirty years. */
  private static final double MOST_SECONDS = 1e9;

  private static final List<String> NOT_KNOWN = List.of("N/A", "INVALID", "NOT_SET", "UNKNOWN");

  public SlurmQueue {
    jobs = List.copyOf(jobs);
  }

  /** Runs {@code squeue}. */
  public static SlurmText print() {
    return SlurmText.run(List.of("squeue", "--array", "-o", FORMAT), "--squeue");
  }

  /**
   * Reads what was printed.
   *
   * @param partition whose jobs count; all if it is empty
   * @throws org.limpid.files.DataException if it is another table, or a field can't be read
   */
  public static SlurmQueue of(SlurmText text, Optional<String> partition) {
    SlurmTable table = SlurmTable.of(text, COMMAND);
    table.require(List.of("JOBID", "STATE", "NODES", "TIME"), COMMAND);
    List<SlurmJob> jobs = new ArrayList<>();
    Problems problems = new Problems();
    for (SlurmTable.Line line : table.lines()) {
      if (isIn(table.field(line, "PARTITION"), partition)) {
        jobs.add(new Reading(table, line, problems).job());
      }
    }
    problems.throwIfAny();
    return new SlurmQueue(jobs, table.has("TIME_LIMIT"), table.has("SUBMIT_TIME"));
  }

  /** A job may wait for several partitions. */
  private static boolean isIn(Optional<String> field, Optional<String> partition) {
    return field.isEmpty()
        || partition.isEmpty()
        || Arrays.asList(field.get().split(",")).contains(partition.get());
  }

  /** The moment at which it was printed, if it tells when a job started and how long it has run. */
  public Optional<LocalDateTime> time() {
    return jobs.stream()
        .filter(job -> job.state() == SlurmJob.State.RUNNING && job.start().isPresent())
        .map(job -> job.start().get().plusSeconds(job.elapsedSeconds()))
        .max(LocalDateTime::compareTo);
  }

  /** A job by its id. */
  public Optional<SlurmJob> job(String id) {
    return jobs.stream().filter(job -> job.id().equals(id)).findFirst();
  }

  /** Reads one line. */
  private record Reading(SlurmTable table, SlurmTable.Line line, Problems problems) {
    SlurmJob job() {
      String reason = table.field(line, "REASON").orElse("").replaceAll("[()]", "");
      return new SlurmJob(
          table.field(line, "JOBID").orElse(""),
          SlurmJob.State.of(table.field(line, "STATE").orElse(""), reason),
          nodes(),
          seconds("TIME_LIMIT"),
          seconds("TIME").orElse(0),
          time("SUBMIT_TIME"),
          time("START_TIME"));
    }

    private int nodes() {
      String text = table.field(line, "NODES").orElse("");
      if (!text.matches("[1-9]\\d{0,4}")) {
        problems.add(
            table.problem(
                line,
                "NODES",
                "expected a number of nodes from 1 to 99999",
                "Maybe use " + COMMAND));
        return 1;
      }
      return Integer.parseInt(text);
    }

    private OptionalLong seconds(String column) {
      Optional<String> known =
          table
              .field(line, column)
              .filter(text -> !NOT_KNOWN.contains(text) && !DurationText.isUnlimited(text));
      if (known.isEmpty()) {
        return OptionalLong.empty();
      }
      OptionalDouble seconds = DurationText.seconds(known.get(), 60);
      if (seconds.isEmpty() || seconds.getAsDouble() < 0 || seconds.getAsDouble() > MOST_SECONDS) {
        problems.add(
            table.problem(
                line,
                column,
                "expected a time such as 1-02:03:04 or 02:03",
                "Maybe use " + COMMAND));
        return OptionalLong.empty();
      }
      return OptionalLong.of((long) seconds.getAsDouble());
    }

    private Optional<LocalDateTime> time(String column) {
      Optional<String> known = table.field(line, column).filter(text -> !NOT_KNOWN.contains(text));
      Optional<LocalDateTime> time = known.flatMap(Reading::parsed);
      if (known.isPresent() && time.isEmpty()) {
        problems.add(
            table.problem(
                line,
                column,
                "expected a time such as 2026-03-02T09:00:00",
                "Maybe SLURM_TIME_FORMAT asks for another form: unset it."));
      }
      return time;
    }

    private static Optional<LocalDateTime> parsed(String text) {
      try {
        return text.matches("\\d{4}-.*")
            ? Optional.of(LocalDateTime.parse(text))
            : Optional.empty();
      } catch (DateTimeParseException _) {
        return Optional.empty();
      }
    }
  }
}
