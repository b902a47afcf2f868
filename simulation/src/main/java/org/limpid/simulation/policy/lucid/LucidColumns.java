package org.limpid.simulation.policy.lucid;

import java.util.Arrays;
import java.util.List;
import org.limpid.data.Trace;
import org.limpid.simulation.policy.ProfilingOutcome;
import org.limpid.simulation.record.JobColumn;
import org.limpid.simulation.record.JobRecords;

/**
 * What Lucid adds to the records of jobs, one entry per row of the trace. Partitions write disjoint
 * rows.
 */
final class LucidColumns {
  private static final double NO_PRIORITY = -1;

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

  /** The columns in the order of {@code jobs.csv}. */
  List<JobColumn> all() {
    return List.of(
        new JobColumn.Whole("profiled", flags(profiling.profiled())),
        new JobColumn.Whole("profqueue", profiling.queueSeconds()),
        new JobColumn.Whole("finished_in_profiler", flags(profiling.finished())),
        new JobColumn.Whole("sharescore", shareScore),
        new JobColumn.Decimal("rate", rate),
        new JobColumn.Whole("colocated_at", colocatedAt),
        new JobColumn.Whole("decolocated_at", decolocatedAt),
        new JobColumn.Decimal("priority", priority));
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
