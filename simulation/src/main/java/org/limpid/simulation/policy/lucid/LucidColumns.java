package org.limpid.simulation.policy.lucid;

import java.util.Arrays;
import java.util.List;
import org.limpid.data.Trace;
import org.limpid.simulation.bytes.ByteReader;
import org.limpid.simulation.bytes.ByteWriter;
import org.limpid.simulation.bytes.StateException;
import org.limpid.simulation.policy.ProfilingOutcome;
import org.limpid.simulation.sink.ColumnType;
import org.limpid.simulation.sink.JobColumn;
import org.limpid.simulation.sink.JobRecords;

/**
 * What Lucid adds to the records of jobs, one entry per row of the trace. Partitions write disjoint
 * rows.
 */
final class LucidColumns {
  private static final double NO_PRIORITY = -1;

  private static final String PROFILED = "profiled";
  private static final String FINISHED_IN_PROFILER = "finished_in_profiler";
  private static final String PROFILER_QUEUE = "profqueue";
  private static final String SHARE_SCORE = "sharescore";
  private static final String RATE = "rate";
  private static final String COLOCATED_AT = "colocated_at";
  private static final String DECOLOCATED_AT = "decolocated_at";
  private static final String PRIORITY = "priority";

  /** The columns in the order of {@code jobs.csv}. */
  static final List<ColumnType> TYPES =
      List.of(
          ColumnType.whole(PROFILED),
          ColumnType.whole(PROFILER_QUEUE),
          ColumnType.whole(FINISHED_IN_PROFILER),
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
  private final ProfilingOutcome profiling;

  LucidColumns(Trace trace, ProfilingOutcome profiling) {
    this.profiling = profiling;
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

  /** The columns with their values. */
  List<JobColumn> all() {
    return List.of(
        new JobColumn.Whole(PROFILED, flags(profiling.profiled())),
        new JobColumn.Whole(PROFILER_QUEUE, profiling.queueSeconds()),
        new JobColumn.Whole(FINISHED_IN_PROFILER, flags(profiling.finished())),
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

  /**
   * Takes over what an earlier run recorded of a job in its virtual cluster, and leaves its wait
   * there without that for the profiler.
   */
  void keep(JobRecords before, int rowBefore, JobRecords records, int row) {
    shareScore[row] = whole(before, SHARE_SCORE, rowBefore);
    rate[row] = decimal(before, RATE, rowBefore);
    colocatedAt[row] = whole(before, COLOCATED_AT, rowBefore);
    decolocatedAt[row] = whole(before, DECOLOCATED_AT, rowBefore);
    priority[row] = decimal(before, PRIORITY, rowBefore);
    records.queueSeconds()[row] -= whole(before, PROFILER_QUEUE, rowBefore);
  }

  private static long whole(JobRecords records, String column, int row) {
    return ((JobColumn.Whole) column(records, column)).values()[row];
  }

  private static double decimal(JobRecords records, String column, int row) {
    return ((JobColumn.Decimal) column(records, column)).values()[row];
  }

  private static JobColumn column(JobRecords records, String name) {
    for (JobColumn column : records.extra()) {
      if (column.name().equals(name)) {
        return column;
      }
    }
    throw new StateException("the records of the former run have no column " + name);
  }

  /** Adds the profiling stage to the records of the virtual clusters. */
  void complete(JobRecords records) {
    for (int row = 0; row < records.size(); row++) {
      records.queueSeconds()[row] += profiling.queueSeconds()[row];
      if (profiling.finished()[row]) {
        records.startSeconds()[row] = profiling.startSeconds()[row];
        records.endSeconds()[row] = profiling.endSeconds()[row];
        records.allocations()[row] = profiling.allocations()[row];
      }
    }
  }

  private static long[] flags(boolean[] values) {
    long[] numbers = new long[values.length];
    for (int i = 0; i < values.length; i++) {
      numbers[i] = values[i] ? 1 : 0;
    }
    return numbers;
  }
}
