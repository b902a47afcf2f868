package org.limpid.simulation.engine;

import java.util.Arrays;
import java.util.Comparator;
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

  private PartitionJobs(Trace trace, int[] rows, long[] arrivalByRow, long[] workByRow) {
    this.rows = rows;
    gpuCounts = Arrays.stream(rows).map(trace::gpuCount).toArray();
    workloads = Arrays.stream(rows).map(trace::workloadIndex).toArray();
    arrivalSeconds = Arrays.stream(rows).mapToLong(row -> arrivalByRow[row]).toArray();
    workSeconds = Arrays.stream(rows).mapToLong(row -> workByRow[row]).toArray();
  }

  /** Jobs that arrive when they were submitted and have their whole duration before them. */
  public static PartitionJobs asSubmitted(Trace trace, int[] rows) {
    int[] columns = rows.clone();
    long[] arrival = new long[trace.size()];
    long[] work = new long[trace.size()];
    for (int row : columns) {
      arrival[row] = trace.submitSeconds(row);
      work[row] = trace.durationSeconds(row);
    }
    return new PartitionJobs(trace, columns, arrival, work);
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
    int[] sorted =
        IntStream.of(rows)
            .boxed()
            .sorted(Comparator.comparingLong(row -> arrivalByRow[row]))
            .mapToInt(Integer::intValue)
            .toArray();
    return new PartitionJobs(trace, sorted, arrivalByRow, workByRow);
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
}
