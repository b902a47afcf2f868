package org.limpid.data.io;

import static org.limpid.data.io.JobColumn.AMP;
import static org.limpid.data.io.JobColumn.BATCHSIZE;
import static org.limpid.data.io.JobColumn.CPU_NUM;
import static org.limpid.data.io.JobColumn.DATASET;
import static org.limpid.data.io.JobColumn.DURATION;
import static org.limpid.data.io.JobColumn.GMEM;
import static org.limpid.data.io.JobColumn.GMEM_UTIL;
import static org.limpid.data.io.JobColumn.GPU_NUM;
import static org.limpid.data.io.JobColumn.GPU_UTIL;
import static org.limpid.data.io.JobColumn.JOBNAME;
import static org.limpid.data.io.JobColumn.JOB_ID;
import static org.limpid.data.io.JobColumn.MODEL;
import static org.limpid.data.io.JobColumn.SPEED;
import static org.limpid.data.io.JobColumn.STATE;
import static org.limpid.data.io.JobColumn.SUBMIT_TIME;
import static org.limpid.data.io.JobColumn.USER;
import static org.limpid.data.io.JobColumn.VC;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.limpid.data.Trace;
import org.limpid.data.WorkloadProfile;
import org.limpid.files.Problems;

/**
 * The columns of the Lucid artifact. The eight columns of the workload are all there or all
 * missing; a job in which they are all empty has no known workload.
 */
public final class LucidJobFormat implements JobFormat {
  private static final List<JobColumn> PLAIN =
      List.of(JOB_ID, USER, VC, GPU_NUM, CPU_NUM, STATE, SUBMIT_TIME, DURATION);
  private static final List<JobColumn> WORKLOAD =
      List.of(DATASET, MODEL, BATCHSIZE, AMP, SPEED, GPU_UTIL, GMEM_UTIL, GMEM);
  private final CsvSchema schema;
  private final BiPredicate<CsvRow, JobSink> kept;

  /**
   * The format as data sets have it: no other columns, every row a job; only rows that lack a time,
   * a duration or a number of GPUs are left out.
   */
  public LucidJobFormat() {
    this(schema(), LucidJobFormat::isComplete);
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
    return CsvSchema.of(PLAIN, Stream.concat(Stream.of(JOBNAME), WORKLOAD.stream()).toList())
        .allowingIndex()
        .allOrNone(WORKLOAD);
  }

  @Override
  public String name() {
    return "lucid";
  }

  @Override
  public void read(Path file, LocalDateTime origin, Problems problems, JobSink sink) {
    WorkloadColumns workloads = new WorkloadColumns();
    CsvInput.read(
        file,
        schema,
        problems,
        row -> {
          if (!kept.test(row, sink)) {
            return;
          }
          WorkloadProfile profile = row.has(MODEL) ? workloads.read(row) : null;
          Trace.Job job = JobRows.job(row, origin, profile);
          if (job != null) {
            sink.accept(row.line(), job);
          }
        });
  }
}
