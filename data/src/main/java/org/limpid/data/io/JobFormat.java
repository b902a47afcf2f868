package org.limpid.data.io;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import org.limpid.data.Trace;
import org.limpid.files.Problems;

/**
 * A format of job traces. To add one: one class and one line in {@link #all}. Immutable and safe to
 * share between threads.
 */
public final class JobFormat {
  private final String name;
  private final CsvSchema schema;
  private final BiPredicate<CsvRow, JobSink> kept;

  private JobFormat(String name, CsvSchema schema, BiPredicate<CsvRow, JobSink> kept) {
    this.name = name;
    this.schema = schema;
    this.kept = kept;
  }

  /**
   * A format.
   *
   * @param fault why a row is no job that can be replayed, so that it is left out; null if it is
   */
  static JobFormat of(String name, CsvSchema schema, Function<CsvRow, String> fault) {
    return new JobFormat(
        name,
        schema,
        (row, sink) -> {
          String reason = fault.apply(row);
          if (reason != null) {
            sink.leaveOut(reason);
          }
          return reason == null;
        });
  }

  /** The same format with a choice of rows; the others may be malformed. */
  public JobFormat keeping(Predicate<CsvRow> rows) {
    return new JobFormat(name, schema, (row, _) -> rows.test(row));
  }

  static List<JobFormat> all() {
    return List.of(LucidJobFormat.FORMAT, HeliosJobFormat.FORMAT);
  }

  static Optional<JobFormat> find(String name) {
    return all().stream().filter(format -> format.name.equals(name)).findFirst();
  }

  /** Name under which {@code dataset.json} refers to it. */
  String name() {
    return name;
  }

  /**
   * Reads a file as a stream.
   *
   * @param file plain or gzipped
   * @param problems takes all that is wrong with single rows
   * @param sink takes the jobs that are well formed, in file order
   */
  public void read(Path file, LocalDateTime origin, Problems problems, JobSink sink) {
    JobRows jobs = new JobRows(origin);
    CsvInput.read(
        file,
        schema,
        problems,
        row -> {
          Trace.Job job = kept.test(row, sink) ? jobs.job(row) : null;
          if (job != null) {
            sink.accept(row.line(), job);
          }
        });
  }
}
