package org.limpid.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.limpid.data.JobId;
import org.limpid.explain.answer.JobQuestion;
import org.limpid.explain.answer.JobStories;

/** Times the first story that a JVM tells, from the question to the text. */
public final class FirstStory {
  private static final double NANOS_PER_MILLI = 1e6;
  private static final int QUEUE_COLUMN = 8;

  private FirstStory() {}

  /**
   * Prints a line: policy, job, wall time and CPU time of the thread in milliseconds.
   *
   * @param arguments folder of a run, and one of its policies
   * @throws IOException if the run can't be read
   */
  public static void main(String... arguments) throws IOException {
    Path run = Path.of(arguments[0]);
    String policy = arguments[1];
    JobId job = longestWait(run.resolve(policy).resolve("jobs.csv"));
    JobQuestion question =
        new JobQuestion(
            job, run, Optional.of(policy), Optional.empty(), Optional.empty(), false, false);
    long wall = System.nanoTime();
    long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    int length = JobStories.answer(question).page().toString().length();
    System.out.printf(
        Locale.ROOT,
        "%-9s job %6s  wall %5.0f ms  thread %5.0f ms  %,6d characters%n",
        policy,
        job,
        (System.nanoTime() - wall) / NANOS_PER_MILLI,
        (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / NANOS_PER_MILLI,
        length);
  }

  private static JobId longestWait(Path jobs) throws IOException {
    List<String> rows = Files.readAllLines(jobs);
    return rows.stream()
        .skip(1)
        .map(row -> row.split(","))
        .max(Comparator.comparingLong(fields -> Long.parseLong(fields[QUEUE_COLUMN])))
        .flatMap(fields -> JobId.parse(fields[0]))
        .orElseThrow();
  }
}
