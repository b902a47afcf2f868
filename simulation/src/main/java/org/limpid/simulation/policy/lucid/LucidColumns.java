package org.limpid.simulation.policy.lucid;

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
 * What Lucid adds to the records of jobs, one entry per row of the trace. Partitions write disjoint
 * rows.
 */
final class LucidColumns extends ProfilingColumns {
  private static final double NO_PRIORITY = -1;

  private static final String SHARE_SCORE = "sharescore";
  private static final String RATE = "rate";
  private static final String COLOCATED_AT = "colocated_at";
  private static final String DECOLOCATED_AT = "decolocated_at";
  private static final String PRIORITY = "priority";

  /** The columns in the order of {@code jobs.csv}. */
  static final List<ColumnType> TYPES =
      typesWith(
          ColumnType.whole(SHARE_SCORE),
          ColumnType.decimal(RATE),
          ColumnType.whole(COLOCATED_AT),
          ColumnType.whole(DECOLOCATED_AT),
          ColumnType.decimal(PRIORITY));

  final long[] shareScore;
  final double[] rate;
  final long[] colocatedAt;
  final long[] decolocatedAt;
  final double[] priority;

  LucidColumns(Trace trace, ProfilingOutcome profiling) {
    super(profiling);
    int size = trace.size();
    shareScore = new long[size];
    Arrays.fill(shareScore, JobColumn.NONE);
    rate = new double[size];
    Arrays.fill(rate, 1);
    colocatedAt = new long[size];
    decolocatedAt = new long[size];
    priority = new double[size];
    Arrays.fill(priority, NO_PRIORITY);
  }

  @Override
  protected List<JobColumn> own() {
    return List.of(
        new JobColumn.Whole(SHARE_SCORE, shareScore),
        new JobColumn.Decimal(RATE, rate),
        new JobColumn.Whole(COLOCATED_AT, colocatedAt),
        new JobColumn.Whole(DECOLOCATED_AT, decolocatedAt),
        new JobColumn.Decimal(PRIORITY, priority));
  }

  /** Appends what was recorded of a job so far. */
  void save(int row, ByteWriter out) {
    out.putSigned(shareScore[row]);
    out.putDouble(rate[row]);
    out.putSigned(colocatedAt[row]);
    out.putSigned(decolocatedAt[row]);
    out.putDouble(priority[row]);
  }

  /** Takes over what was recorded of a job. */
  void restore(int row, ByteReader in) {
    shareScore[row] = in.takeSigned();
    rate[row] = in.takeDouble();
    colocatedAt[row] = in.takeSigned();
    decolocatedAt[row] = in.takeSigned();
    priority[row] = in.takeDouble();
  }

  @Override
  protected void keepOwn(JobRecords before, int rowBefore, int row) {
    shareScore[row] = before.whole(SHARE_SCORE, rowBefore);
    rate[row] = before.decimal(RATE, rowBefore);
    colocatedAt[row] = before.whole(COLOCATED_AT, rowBefore);
    decolocatedAt[row] = before.whole(DECOLOCATED_AT, rowBefore);
    priority[row] = before.decimal(PRIORITY, rowBefore);
  }
}
