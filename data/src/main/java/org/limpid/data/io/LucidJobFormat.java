package org.limpid.data.io;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.limpid.data.JobAttribute;
import org.limpid.data.Trace;
import org.limpid.data.WorkloadProfile;
import org.limpid.files.Problems;

/**
 * The columns of the Lucid artifact. The eight columns of the workload are all there or all
 * missing; a job in which they are all empty has no known workload.
 */
public final class LucidJobFormat implements JobFormat {
  private final CsvSchema schema;
  private final BiPredicate<CsvRow, JobSink> kept;

  /**
   * The format as data sets have it: no other columns, every row a job, perhaps with {@link
   * JobAttribute}s; only rows that lack a time, a duration or a number of GPUs are left out.
   */
  public LucidJobFormat() {
    this(schema().perhapsWith(List.of(JobAttribute.values())), LucidJobFormat::isComplete);
  }

  private LucidJobFormat(CsvSchema schema, BiPredicate<CsvRow, JobSink> kept) {
    this.schema = schema;
    this.kept = kept;
  }

  /**
   * The format as the artifact may ship it, with other columns, which are ignored.
   *
   * @param kept which rows are read; the others may be malformed
   */
  public static LucidJobFormat ofArtifact(Predicate<CsvRow> kept) {
    return new LucidJobFormat(schema().ignoringOthers(), (row, _) -> kept.test(row));
  }

  private static boolean isComplete(CsvRow row, JobSink sink) {
    String missing = RowFaults.missing(row);
    if (missing != null) {
      sink.leaveOut(missing);
    }
    return missing == null;
  }

  private static CsvSchema schema() {
    return CsvSchema.of(
            JobColumn.NEEDED,
            Stream.concat(Stream.of(JobColumn.JOBNAME), JobColumn.WORKLOAD.stream()).toList())
        .allowingIndex()
        .allOrNone(JobColumn.WORKLOAD);
  }

  @Override
  public String name() {
    return "lucid";
  }

  @Override
  public void read(Path file, LocalDateTime origin, Problems problems, JobSink sink) {
    WorkloadColumns workloads = new WorkloadColumns();
    JobRows jobs = new JobRows(origin);
    CsvInput.read(
        file,
        schema,
        problems,
        row -> {
          if (!kept.test(row, sink)) {
            return;
          }
          WorkloadProfile profile = row.has(JobColumn.MODEL) ? workloads.read(row) : null;
          Trace.Job job = jobs.job(row, profile);
          if (job != null) {
            sink.accept(row.line(), job);
          }
        });
  }
}
