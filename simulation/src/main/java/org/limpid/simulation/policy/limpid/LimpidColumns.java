package org.limpid.simulation.policy.limpid;

import java.util.Arrays;
import java.util.List;
import org.limpid.data.Trace;
import org.limpid.simulation.bytes.ByteReader;
import org.limpid.simulation.bytes.ByteWriter;
import org.limpid.simulation.policy.ProfilingOutcome;
import org.limpid.simulation.policy.profiling.ProfilingColumns;
import org.limpid.simulation.sink.ColumnType;
import org.limpid.simulation.sink.JobColumn;
import org.limpid.simulation.sink.JobRecords;

/**
 * What the policy adds to the records of jobs, one entry per row of the trace. Partitions write
 * disjoint rows.
 */
final class LimpidColumns extends ProfilingColumns {
  private static final String PROBED_AT = "probed_at";
  private static final String SHARE_SCORE = "sharescore";
  private static final String PRIORITY = "priority";

  /** The columns in the order of {@code jobs.csv}. */
  static final List<ColumnType> TYPES =
      typesWith(
          ColumnType.whole(SHARE_SCORE), ColumnType.decimal(PRIORITY), ColumnType.whole(PROBED_AT));

  private final ProfilingOutcome profiling;
  private final long[] shareScore;
  private final double[] priority;

  LimpidColumns(Trace trace, ProfilingOutcome profiling) {
    super(profiling);
    this.profiling = profiling;
    shareScore = new long[trace.size()];
    Arrays.fill(shareScore, JobColumn.NONE);
    priority = new double[trace.size()];
    Arrays.fill(priority, Double.NaN);
  }

  @Override
  protected List<JobColumn> own() {
    return List.of(
        new JobColumn.Whole(SHARE_SCORE, shareScore),
        new JobColumn.Decimal(PRIORITY, priority),
        new JobColumn.Whole(PROBED_AT, probedAt()));
  }

  private long[] probedAt() {
    return Arrays.stream(profiling.probeEndSeconds())
        .map(second -> second < 0 ? JobColumn.NONE : second)
        .toArray();
  }

  /** A job has come into the queue. */
  void queued(int row, int score, double key) {
    shareScore[row] = score;
    priority[row] = key;
  }

  /** What the queue orders a job by. */
  double priority(int row) {
    return priority[row];
  }

  /** Appends what was recorded of a job so far. */
  void save(int row, ByteWriter out) {
    out.putSigned(shareScore[row]);
    out.putDouble(priority[row]);
  }

  /** Takes over what was recorded of a job. */
  void restore(int row, ByteReader in) {
    shareScore[row] = in.takeSigned();
    priority[row] = in.takeDouble();
  }

  @Override
  protected void keepOwn(JobRecords before, int rowBefore, int row) {
    shareScore[row] = before.whole(SHARE_SCORE, rowBefore);
    priority[row] = before.decimal(PRIORITY, rowBefore);
  }
}
