package org.limpid.simulation.job;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.limpid.data.JobAttribute;
import org.limpid.data.OptionalColumns;
import org.limpid.data.Trace;

/**
 * What is known of the jobs of one partition, as columns; how long they take is not.
 *
 * <p>Within a partition a job is a number from 0 to {@code size - 1}, in the order in which jobs
 * are due; {@link #row} leads back to the trace. Immutable.
 */
public final class PartitionJobs {
  private static final int NONE = -1;

  private final Trace trace;
  private final int[] rows;
  private final int[] gpuCounts;
  private final int[] workloads;
  private final long[] arrivalSeconds;
  private final int[] predecessors;
  private final IntToDoubleFunction estimateByRow;
  private final Sizes sizes;

  /** Per job the fewest and the most GPUs that it may run on; null: what the trace says. */
  private record Sizes(int[] fewest, int[] most) {}

  private PartitionJobs(Trace trace, int[] rows, IntToLongFunction arrivalByRow) {
    this.trace = trace;
    this.rows = rows;
    gpuCounts = new int[rows.length];
    Arrays.setAll(gpuCounts, job -> trace.gpuCount(rows[job]));
    workloads = new int[rows.length];
    Arrays.setAll(workloads, job -> trace.workloadIndex(rows[job]));
    arrivalSeconds = new long[rows.length];
    Arrays.setAll(arrivalSeconds, job -> arrivalByRow.applyAsLong(rows[job]));
    predecessors = null;
    estimateByRow = _ -> Double.NaN;
    sizes = null;
  }

  private PartitionJobs(PartitionJobs jobs, int[] predecessors, IntToDoubleFunction estimateByRow) {
    this(jobs, jobs.gpuCounts, predecessors, estimateByRow, jobs.sizes);
  }

  private PartitionJobs(
      PartitionJobs jobs,
      int[] gpuCounts,
      int[] predecessors,
      IntToDoubleFunction estimateByRow,
      Sizes sizes) {
    this.gpuCounts = gpuCounts;
    this.predecessors = predecessors;
    this.estimateByRow = estimateByRow;
    this.sizes = sizes;
    trace = jobs.trace;
    rows = jobs.rows;
    workloads = jobs.workloads;
    arrivalSeconds = jobs.arrivalSeconds;
  }

  /**
   * Jobs that arrive when they were submitted.
   *
   * @param rows the jobs of the partition, ascending; kept, not copied
   */
  public static PartitionJobs asSubmitted(Trace trace, int[] rows) {
    return new PartitionJobs(trace, rows, trace::submitSeconds);
  }

  /**
   * Jobs with arrivals of their own; those that arrive together keep trace order.
   *
   * @param trace the whole trace
   * @param rows the jobs of the partition, ascending; kept, not copied
   * @param arrivalByRow second of arrival per row of the trace
   */
  public static PartitionJobs arriving(Trace trace, int[] rows, long[] arrivalByRow) {
    return new PartitionJobs(
        trace,
        isAscending(rows, arrivalByRow) ? rows : sorted(rows, arrivalByRow),
        row -> arrivalByRow[row]);
  }

  /**
   * The same jobs asking for other numbers of GPUs.
   *
   * @param gpusByRow GPUs per row of the trace
   */
  public PartitionJobs asking(IntUnaryOperator gpusByRow) {
    int[] asked = Arrays.stream(rows).map(gpusByRow).toArray();
    return new PartitionJobs(this, asked, predecessors, estimateByRow, sizes);
  }

  /**
   * The same jobs for a policy that resizes them: their {@link Demand} allows other numbers of GPUs
   * than the trace says.
   *
   * @param fewestByRow fewest GPUs per row of the trace, at least 1
   * @param mostByRow most GPUs per row of the trace, at least the fewest
   */
  public PartitionJobs resizable(IntUnaryOperator fewestByRow, IntUnaryOperator mostByRow) {
    Sizes allowed =
        new Sizes(
            Arrays.stream(rows).map(fewestByRow).toArray(),
            Arrays.stream(rows).map(mostByRow).toArray());
    return new PartitionJobs(this, gpuCounts, predecessors, estimateByRow, allowed);
  }

  /**
   * The same jobs with estimates of their durations.
   *
   * @param secondsByRow estimate per row of the trace, asked again and again; NaN where there is
   *     none
   */
  public PartitionJobs estimatedBy(IntToDoubleFunction secondsByRow) {
    return new PartitionJobs(this, predecessors, secondsByRow);
  }

  /**
   * The same jobs, some of which arrive only when another one has left. A predecessor that is not
   * among the jobs of this partition is not waited for.
   *
   * @param predecessorByRow per row of the trace that of the job before it, -1 if there is none
   * @throws IllegalArgumentException if jobs wait for each other
   */
  public PartitionJobs following(IntUnaryOperator predecessorByRow) {
    Map<Integer, Integer> jobOfRow = new HashMap<>();
    for (int job = 0; job < rows.length; job++) {
      jobOfRow.put(rows[job], job);
    }
    int[] before = new int[rows.length];
    Arrays.setAll(
        before, job -> jobOfRow.getOrDefault(predecessorByRow.applyAsInt(rows[job]), NONE));
    requireEnds(before);
    return new PartitionJobs(this, before, estimateByRow);
  }

  /**
   * Whoever follows the predecessors of a job for more steps than there are jobs is in a circle.
   */
  private void requireEnds(int[] before) {
    boolean[] known = new boolean[before.length];
    for (int job = 0; job < before.length; job++) {
      int at = job;
      for (int steps = 0; at != NONE && !known[at]; steps++) {
        if (steps == before.length) {
          throw new IllegalArgumentException(
              "job %s waits for itself to end".formatted(trace.jobId(rows[job])));
        }
        at = before[at];
      }
      for (at = job; at != NONE && !known[at]; at = before[at]) {
        known[at] = true;
      }
    }
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

  /** All that the job asks for. */
  public Demand demand(int job) {
    int row = rows[job];
    OptionalColumns optional = trace.optional();
    int usual = gpuCounts[job];
    return new Demand(
        sizes != null
            ? sizes.fewest[job]
            : (int) known(optional.number(JobAttribute.MIN_GPU_NUM, row), usual),
        sizes != null
            ? sizes.most[job]
            : (int) known(optional.number(JobAttribute.MAX_GPU_NUM, row), usual),
        optional.text(JobAttribute.GPU_TYPE, row),
        trace.cpuCount(row),
        known(optional.number(JobAttribute.MEMORY_MIB, row), 0),
        optional.isSet(JobAttribute.WHOLE_NODES, row));
  }

  private static long known(long value, long otherwise) {
    return value == OptionalColumns.UNKNOWN ? otherwise : value;
  }

  /** Per job the GPUs that it asks for; shared, not copied: to be read only. */
  public int[] gpuCounts() {
    return gpuCounts;
  }

  /** Index of the job's workload in the trace, or {@link Trace#NO_WORKLOAD}. */
  public int workload(int job) {
    return workloads[job];
  }

  /** Second in which the job enters the queue; at the earliest if it has a predecessor. */
  public long arrivalSeconds(int job) {
    return arrivalSeconds[job];
  }

  /** Whether some job waits for another one to leave before it arrives. */
  public boolean hasPredecessors() {
    return predecessors != null;
  }

  /** The job that must have left before this one arrives; -1 if there is none. */
  public int predecessor(int job) {
    return predecessors == null ? NONE : predecessors[job];
  }

  /**
   * Estimated duration of the job, seconds; NaN if there is none. It is there from the arrival of
   * the job on, not before.
   */
  public double estimatedSeconds(int job) {
    return estimateByRow.applyAsDouble(rows[job]);
  }
}
