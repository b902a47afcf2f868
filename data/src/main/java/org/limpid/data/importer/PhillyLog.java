package org.limpid.data.importer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.limpid.data.JobId;
import org.limpid.files.Archive;
import org.limpid.files.Problems;
import org.limpid.files.json.JsonFile;
import org.limpid.files.json.JsonSection;

/**
 * Reads the job log of the Philly traces, {@code cluster_job_log}: one JSON array of jobs, which
 * are handed over one by one. Times are those of Pacific clocks.
 */
final class PhillyLog {
  /** What the file is called. */
  static final String NAME = "cluster_job_log";

  private PhillyLog() {}

  /**
   * A job of the log.
   *
   * @param submitted empty: the log tells none
   * @param attempts in the order of the log
   */
  record Job(
      long line,
      Optional<JobId> id,
      String status,
      String virtualCluster,
      String user,
      Optional<LocalDateTime> submitted,
      List<Attempt> attempts) {}

  /**
   * A start of a job. Of one that tells no start, nothing else is read.
   *
   * @param start empty: the log tells none
   * @param end empty: the log tells none
   */
  record Attempt(
      Optional<LocalDateTime> start, Optional<LocalDateTime> end, List<Machine> machines) {
    int gpus() {
      return machines.stream().mapToInt(machine -> machine.gpus().size()).sum();
    }
  }

  /** A machine of an attempt, with the names of its GPUs that it had. */
  record Machine(String name, List<String> gpus) {}

  /**
   * Finds the log.
   *
   * @param path the log, or a folder or archive with it
   * @throws org.limpid.files.DataException if there is none
   */
  static Path find(Path path, Problems problems) {
    Path found = isLog(path) ? path : new SourceFolder(path).require(NAME, problems);
    problems.throwIfAny();
    return found;
  }

  /** Whether a path is the log itself rather than something around it. */
  static boolean isLog(Path path) {
    return Files.isRegularFile(path) && Archive.of(path).isEmpty();
  }

  /**
   * Hands over all jobs. What is wrong with one is added to the problems, and it is handed over
   * with what is known.
   *
   * @throws org.limpid.files.DataException if the file is no such log
   */
  static void read(Path file, Problems problems, Consumer<Job> consumer) {
    JsonFile.forEach(
        file,
        object -> {
          JsonSection section = new JsonSection(file.toString(), problems, object);
          consumer.accept(job(section, object.place().line()));
        });
  }

  private static Job job(JsonSection job, long line) {
    String status = job.text("status");
    String virtualCluster = job.text("vc");
    String user = job.text("user");
    Optional<JobId> id = JobId.parse(job.text("jobid"));
    Optional<LocalDateTime> submitted = time(job, "submitted_time");
    List<Attempt> attempts = new ArrayList<>();
    job.sections("attempts").forEach(each -> attempts.add(attempt(each)));
    if (id.isEmpty()) {
      job.problem("jobid", "expected the identifier of a job", "");
    }
    return new Job(line, id, status, virtualCluster, user, submitted, attempts);
  }

  private static Attempt attempt(JsonSection attempt) {
    Optional<LocalDateTime> start = time(attempt, "start_time");
    if (start.isEmpty()) {
      return new Attempt(start, Optional.empty(), List.of());
    }
    Optional<LocalDateTime> end = time(attempt, "end_time");
    List<Machine> machines = new ArrayList<>();
    for (JsonSection detail : attempt.sections("detail")) {
      machines.add(new Machine(detail.text("ip"), detail.texts("gpus")));
    }
    return new Attempt(start, end, machines);
  }

  private static Optional<LocalDateTime> time(JsonSection section, String key) {
    Optional<String> text =
        section.has(key)
            ? section.optionalText(key).filter(each -> !each.equals("None"))
            : Optional.empty();
    return text.flatMap(each -> {
      try {
        return Optional.of(LocalDateTime.parse(each.replace(' ', 'T')));
      } catch (DateTimeParseException _) {
        section.problem(key, "expected a time yyyy-MM-dd HH:mm:ss or null", "");
        return Optional.empty();
      }
    });
  }
}
