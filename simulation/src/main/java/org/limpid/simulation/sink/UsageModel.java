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

  /** What is used of one GPU. */
  record Use(long util, long memory) {}

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

  /** Use by two workloads; an unknown one counts nothing. */
  Use together(int one, int other) {
    if (!isKnown(one) || !isKnown(other)) {
      return new Use(util(one) + util(other), memory(one) + memory(other));
    }
    WorkloadProfile first = workloads.get(one);
    WorkloadProfile second = workloads.get(other);
    PairProfile pair = pairs.find(first.workload(), second.workload());
    if (pair != null) {
      return new Use(fixed(pair.gpuUtilPercent()), fixed(pair.memoryMib()));
    }
    double util = Math.min(mostPercent, first.gpuUtilPercent() + second.gpuUtilPercent());
    return new Use(fixed(util), fixed(first.memoryMib() + second.memoryMib()));
  }

  private static boolean isKnown(int workload) {
    return workload != Trace.NO_WORKLOAD;
  }

  private static long fixed(double value) {
    return Math.round(value * UNITS);
  }
}
