package org.limpid.simulation.engine;

import java.util.Comparator;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.limpid.data.Trace;

/**
 * The jobs of one partition in the order in which they arrive, as columns.
 *
 * <p>Within a partition a job is a number from 0 to {@code size - 1}; {@link #row} leads back to
 * the trace. Immutable.
 */
public final class PartitionJobs {
  private final int[] rows;
  private final int[] gpuCounts;
  private final int[] workloads;
  private final long[] arrivalSeconds;
  private final long[] workSeconds;
  private final IntToDoubleFunction estimateByRow;

  private PartitionJobs(
      Trace trace, int[] rows, IntToLongFunction arrival, IntToLongFunction work) {
    this.rows = rows;
    estimateByRow = row -> Double.NaN;
    int size = rows.length;
    gpuCounts = new int[size];
    workloads = new int[size];
    arrivalSeconds = new long[size];
    workSeconds = new long[size];
    for (int job = 0; job < size; job++) {
      int row = rows[job];
      gpuCounts[job] = trace.gpuCount(row);
      workloads[job] = trace.workloadIndex(row);
      arrivalSeconds[job] = arrival.applyAsLong(row);
      workSeconds[job] = work.applyAsLong(row);
    }
  }

  private PartitionJobs(PartitionJobs jobs, IntToDoubleFunction estimateByRow) {
    this.estimateByRow = estimateByRow;
    rows = jobs.rows;
    gpuCounts = jobs.gpuCounts;
    workloads = jobs.workloads;
    arrivalSeconds = jobs.arrivalSeconds;
    workSeconds = jobs.workSeconds;
  }

  /** Jobs that arrive when they were submitted and have their whole duration before them. */
  public static PartitionJobs asSubmitted(Trace trace, int[] rows) {
    return new PartitionJobs(trace, rows.clone(), trace::submitSeconds, trace::durationSeconds);
  }

  /**
   * Jobs with arrivals and work of their own; those that arrive together keep trace order.
   *
   * @param trace the whole trace
   * @param rows the jobs of the partition, ascending
   * @param arrivalByRow second of arrival per row of the trace
   * @param workByRow seconds of work per row of the trace, at least 1
   */
  public static PartitionJobs arriving(
      Trace trace, int[] rows, long[] arrivalByRow, long[] workByRow) {
    int[] sorted = isAscending(rows, arrivalByRow) ? rows.clone() : sorted(rows, arrivalByRow);
    return new PartitionJobs(trace, sorted, row -> arrivalByRow[row], row -> workByRow[row]);
  }

  /**
   * The same jobs with estimates of their durations.
   *
   * @param secondsByRow estimate per row of the trace, asked again and again; NaN where there is
   *     none
   */
  public PartitionJobs estimatedBy(IntToDoubleFunction secondsByRow) {
    return new PartitionJobs(this, secondsByRow);
  }

  private static boolean isAscending(int[] rows, long[] arrivalByRow) {
    for (int i = 1; i < rows.length; i++) {
      if (arrivalByRow[rows[i - 1]] > arrivalByRow[rows[i]]) {
        return false;
      }
    }
    return true;
  }

  private static int[] sorted(int[] rows, long[] arrivalByRow) {
    return IntStream.of(rows)
        .boxed()
        .sorted(Comparator.comparingLong(row -> arrivalByRow[row]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** Number of jobs. */
  public int size() {
    return rows.length;
  }

  /** Row of the job in the trace. */
  public int row(int job) {
    return rows[job];
  }

  /** GPUs that the job asks for. */
  public int gpuCount(int job) {
    return gpuCounts[job];
  }

  /** Index of the job's workload in the trace, or {@link Trace#NO_WORKLOAD}. */
  public int workload(int job) {
    return workloads[job];
  }

  /** Second in which the job enters the queue. */
  public long arrivalSeconds(int job) {
    return arrivalSeconds[job];
  }

  /** Run time of the job on GPUs of its own, seconds. */
  public long workSeconds(int job) {
    return workSeconds[job];
  }

  /**
   * Estimated duration of the job, seconds; NaN if there is none. It is there from the arrival of
   * the job on, not before.
   */
  public double estimatedSeconds(int job) {
    return estimateByRow.applyAsDouble(rows[job]);
  }
}
