package org.limpid.simulation.metrics;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.limpid.data.JobAttribute;
import org.limpid.data.ScalingCurve;
import org.limpid.data.ScalingCurves;
import org.limpid.data.Trace;
import org.limpid.simulation.run.PolicyResult;
import org.limpid.simulation.sink.JobRecords;

/**
 * What became of deadlines under one policy, and how well GPUs were used. Jobs without a deadline
 * are not counted.
 *
 * @param accepted jobs with a deadline that the policy did not turn away
 * @param declined those that it did
 * @param met those of the accepted ones that ended at their deadline or before
 * @param gpuEfficiency work per GPU time against one GPU, see {@link #of}; NaN if no GPU was held
 */
public record DeadlineSummary(long accepted, long declined, long met, double gpuEfficiency) {
  /** Accepted jobs that ended late. */
  public long brokenPromises() {
    return accepted - met;
  }

  /** Jobs that met their deadline over all that have one, 0..1; NaN if none has. */
  public double ratio() {
    return accepted + declined == 0 ? Double.NaN : (double) met / (accepted + declined);
  }

  /**
   * Sums up some jobs.
   *
   * <p>The efficiency is that of the whole run: the time that the work of all jobs would take on
   * one GPU each, over the GPU time that they held. So it is the mean over all GPU time of
   * throughput on n GPUs / (n x throughput on one); overheads lower it, and jobs that share a GPU
   * may raise it above 1. A job without a curve counts as if its GPUs helped in full. Work that is
   * done in a profiler counts, the GPU time there does not.
   *
   * @param rows rows of the trace
   * @return empty if no job of the trace has a deadline
   */
  static Optional<DeadlineSummary> of(
      Trace trace, ScalingCurves curves, PolicyResult result, int[] rows) {
    if (!trace.optional().has(JobAttribute.DEADLINE)) {
      return Optional.empty();
    }
    JobRecords jobs = result.jobs();
    IntPredicate rejected = jobs.rejected();
    int[] bound =
        Arrays.stream(rows)
            .filter(row -> trace.optional().has(JobAttribute.DEADLINE, row))
            .toArray();
    long declined = Arrays.stream(bound).filter(rejected).count();
    long met =
        Arrays.stream(bound).filter(row -> !rejected.test(row) && meets(trace, jobs, row)).count();
    return Optional.of(
        new DeadlineSummary(
            bound.length - declined, declined, met, efficiency(trace, curves, result, rejected)));
  }

  /** Whether a job that was not turned away has met its deadline. */
  public static boolean meets(Trace trace, JobRecords jobs, int row) {
    return jobs.endSeconds()[row] <= trace.optional().number(JobAttribute.DEADLINE, row);
  }

  private static double efficiency(
      Trace trace, ScalingCurves curves, PolicyResult result, IntPredicate rejected) {
    double work =
        IntStream.range(0, trace.size())
            .filter(rejected.negate())
            .mapToDouble(row -> trace.durationSeconds(row) * gpusInEffect(trace, curves, row))
            .sum();
    long held = result.cluster().heldGpuSeconds();
    return held == 0 ? Double.NaN : work / held;
  }

  /** Throughput on the GPUs that the job asks for, over that on one. */
  private static double gpusInEffect(Trace trace, ScalingCurves curves, int row) {
    int asked = trace.gpuCount(row);
    return curves
        .find(trace.optional().text(JobAttribute.SCALING, row))
        .map(curve -> curve.throughputOn(asked) / perGpu(curve))
        .filter(gpus -> gpus > 0 && gpus < Double.POSITIVE_INFINITY)
        .orElse((double) asked);
  }

  /** Throughput per GPU on one GPU, or on the fewest of which it is known; NaN if it is of none. */
  private static double perGpu(ScalingCurve curve) {
    for (int column = 0; column < curve.columns(); column++) {
      if (curve.throughput(column) > 0) {
        return curve.throughput(column) / curve.gpuCount(column);
      }
    }
    return Double.NaN;
  }
}
