package org.limpid.simulation.sink;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.limpid.simulation.bytes.StateException;
import org.limpid.simulation.job.Outcome;
import org.limpid.simulation.resource.Allocation;

/**
 * What became of every job under one policy; arrays have one entry per row of the trace.
 *
 * <p>The arrays are shared, not copied: treat them as read-only.
 *
 * @param startSeconds second of the first start
 * @param endSeconds second of the end
 * @param queueSeconds time waited before all starts, waits for profiling included
 * @param preemptions how often the job was taken off its GPUs
 * @param allocations GPUs of the last placement, with node numbers; null if there was none
 * @param extra further columns of the policy
 */
public record JobRecords(
    long[] startSeconds,
    long[] endSeconds,
    long[] queueSeconds,
    int[] preemptions,
    Allocation[] allocations,
    List<JobColumn> extra) {
  /** Second of the first start of a job that was turned away. */
  public static final long NEVER_STARTED = -1;

  public JobRecords {
    extra = List.copyOf(extra);
  }

  /** Records of so many jobs in which nothing stands yet. */
  public static JobRecords empty(int size, List<JobColumn> extra) {
    return new JobRecords(
        new long[size], new long[size], new long[size], new int[size], new Allocation[size], extra);
  }

  /** The same with one more column. */
  public JobRecords with(JobColumn column) {
    List<JobColumn> columns = new ArrayList<>(extra);
    columns.add(column);
    return new JobRecords(
        startSeconds, endSeconds, queueSeconds, preemptions, allocations, columns);
  }

  /**
   * A whole number of a further column.
   *
   * @throws StateException if there is no such column
   */
  public long whole(String column, int row) {
    return ((JobColumn.Whole) further(column)).values()[row];
  }

  /**
   * A decimal of a further column.
   *
   * @throws StateException if there is no such column
   */
  public double decimal(String column, int row) {
    return ((JobColumn.Decimal) further(column)).values()[row];
  }

  /** Whether the job in a row was turned away. */
  public IntPredicate rejected() {
    return extra.stream()
        .filter(column -> column.name().equals(Outcomes.COLUMN))
        .map(column -> ((JobColumn.Whole) column).values())
        .findFirst()
        .<IntPredicate>map(values -> row -> values[row] == Outcome.REJECTED.ordinal())
        .orElse(_ -> false);
  }

  private JobColumn further(String name) {
    return extra.stream()
        .filter(column -> column.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new StateException("the records of jobs have no column " + name));
  }

  /** Number of jobs. */
  public int size() {
    return startSeconds.length;
  }
}
