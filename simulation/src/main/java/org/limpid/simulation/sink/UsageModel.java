package org.limpid.simulation.sink;

import java.util.List;
import org.limpid.data.MeasuredPairs;
import org.limpid.data.PairProfile;
import org.limpid.data.Profiles;
import org.limpid.data.Trace;
import org.limpid.data.WorkloadProfile;

/**
 * How much one GPU is used by a workload, or by two together.
 *
 * <p>Values are fixed-point numbers, millionths of a percent and of a MiB, so that sums over GPUs
 * are exact whatever their order. Immutable and safe to share between threads.
 */
public final class UsageModel {
  /** Fixed-point units per percent and per MiB. */
  static final double UNITS = 1_000_000;

  private static final double FULL_PERCENT = 100;

  private final List<WorkloadProfile> workloads;
  private final MeasuredPairs pairs;
  private final double mostPercent;

  /**
   * @param trace gives the workloads
   * @param profiles measured pairs; others are taken as the sum of both
   * @param boundedByFull true: a sum of utilisations is at most 100 %; false: at most 1 %, as in
   *     the published artifact of Lucid, which confuses ratio and percentage
   */
  public UsageModel(Trace trace, Profiles profiles, boolean boundedByFull) {
    workloads = trace.workloadProfiles();
    pairs = new MeasuredPairs(profiles.pairs());
    mostPercent = boundedByFull ? FULL_PERCENT : 1;
  }

  /** Utilisation by one workload; 0 if it is unknown. */
  long util(int workload) {
    return isKnown(workload) ? fixed(workloads.get(workload).gpuUtilPercent()) : 0;
  }

  /** Memory of one workload; 0 if it is unknown. */
  long memory(int workload) {
    return isKnown(workload) ? fixed(workloads.get(workload).memoryMib()) : 0;
  }

  /** Utilisation by two workloads; an unknown one counts nothing. */
  long util(int one, int other) {
    if (!isKnown(one) || !isKnown(other)) {
      return util(one) + util(other);
    }
    PairProfile pair = find(one, other);
    return fixed(pair != null ? pair.gpuUtilPercent() : boundedSum(one, other));
  }

  /** Memory of two workloads; an unknown one counts nothing. */
  long memory(int one, int other) {
    if (!isKnown(one) || !isKnown(other)) {
      return memory(one) + memory(other);
    }
    PairProfile pair = find(one, other);
    return fixed(
        pair != null
            ? pair.memoryMib()
            : workloads.get(one).memoryMib() + workloads.get(other).memoryMib());
  }

  private double boundedSum(int one, int other) {
    return Math.min(
        mostPercent, workloads.get(one).gpuUtilPercent() + workloads.get(other).gpuUtilPercent());
  }

  private PairProfile find(int one, int other) {
    return pairs.find(workloads.get(one).workload(), workloads.get(other).workload());
  }

  private static boolean isKnown(int workload) {
    return workload != Trace.NO_WORKLOAD;
  }

  private static long fixed(double value) {
    return Math.round(value * UNITS);
  }
}
