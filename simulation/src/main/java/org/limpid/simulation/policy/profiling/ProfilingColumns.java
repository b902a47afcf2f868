package org.limpid.simulation.policy.profiling;

import java.util.List;
import org.limpid.simulation.policy.ProfilingOutcome;
import org.limpid.simulation.sink.ColumnType;
import org.limpid.simulation.sink.JobColumn;
import org.limpid.simulation.sink.JobRecords;

/** What the profiling stage adds to the records of jobs. */
public final class ProfilingColumns {
  /** Name of the column with the wait for the profiler, seconds. */
  public static final String QUEUE = "profqueue";

  private static final String PROFILED = "profiled";
  private static final String FINISHED = "finished_in_profiler";

  /** The columns in the order of {@code jobs.csv}. */
  public static final List<ColumnType> TYPES =
      List.of(ColumnType.whole(PROFILED), ColumnType.whole(QUEUE), ColumnType.whole(FINISHED));

  private ProfilingColumns() {}

  /** The columns with their values. */
  public static List<JobColumn> of(ProfilingOutcome profiling) {
    return List.of(
        new JobColumn.Whole(PROFILED, flags(profiling.profiled())),
        new JobColumn.Whole(QUEUE, profiling.queueSeconds()),
        new JobColumn.Whole(FINISHED, flags(profiling.finished())));
  }

  /** Adds the stage to the records of the virtual clusters. */
  public static void complete(ProfilingOutcome profiling, JobRecords records) {
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
