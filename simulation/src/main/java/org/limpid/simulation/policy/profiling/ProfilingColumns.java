package org.limpid.simulation.policy.profiling;

import java.util.List;
import java.util.stream.Stream;
import org.limpid.simulation.policy.ProfilingOutcome;
import org.limpid.simulation.sink.ColumnType;
import org.limpid.simulation.sink.JobColumn;
import org.limpid.simulation.sink.JobRecords;

/**
 * What a policy behind the profiling stage adds to the records of jobs: the columns of the stage,
 * then its own.
 */
public abstract class ProfilingColumns {
  private static final String PROFILED = "profiled";
  private static final String QUEUE = "profqueue";
  private static final String FINISHED = "finished_in_profiler";

  private final ProfilingOutcome profiling;

  /**
   * @param profiling what became of the jobs in the stage
   */
  protected ProfilingColumns(ProfilingOutcome profiling) {
    this.profiling = profiling;
  }

  /** The columns of the stage, and some others, in the order of {@code jobs.csv}. */
  public static List<ColumnType> typesWith(ColumnType... others) {
    return Stream.concat(
            Stream.of(
                ColumnType.whole(PROFILED), ColumnType.whole(QUEUE), ColumnType.whole(FINISHED)),
            Stream.of(others))
        .toList();
  }

  /** The columns of the policy with their values, in their order. */
  protected abstract List<JobColumn> own();

  /**
   * Takes over what an earlier run recorded of a job in the columns of the policy.
   *
   * @param before what became of the jobs in that run
   * @param rowBefore row of the job in them
   * @param row row of the job in this run
   */
  protected abstract void keepOwn(JobRecords before, int rowBefore, int row);

  /** All columns with their values. */
  final List<JobColumn> all() {
    return Stream.concat(
            Stream.of(
                new JobColumn.Whole(PROFILED, flags(profiling.profiled())),
                new JobColumn.Whole(QUEUE, profiling.queueSeconds()),
                new JobColumn.Whole(FINISHED, flags(profiling.finished()))),
            own().stream())
        .toList();
  }

  /** As {@link #keepOwn}; and leaves the wait of the job without that for the profiler. */
  final void keep(JobRecords before, int rowBefore, JobRecords records, int row) {
    keepOwn(before, rowBefore, row);
    records.queueSeconds()[row] -= before.whole(QUEUE, rowBefore);
  }

  /** Adds the stage to the records of the virtual clusters. */
  final void complete(JobRecords records) {
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
