package org.limpid.simulation.record;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.limpid.data.PairProfile;
import org.limpid.data.Profiles;
import org.limpid.data.Trace;
import org.limpid.data.Workload;
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

  private final long[] aloneUtil;
  private final long[] aloneMemory;
  private final long[][] pairUtil;
  private final long[][] pairMemory;

  /**
   * @param trace gives the workloads
   * @param profiles measured pairs; others are taken as the sum of both
   * @param boundedByFull true: a sum of utilisations is at most 100 %; false: at most 1 %, as in
   *     the published artifact of Lucid, which confuses ratio and percentage
   */
  public UsageModel(Trace trace, Profiles profiles, boolean boundedByFull) {
    List<WorkloadProfile> workloads = trace.workloadProfiles();
    int count = workloads.size();
    aloneUtil = new long[count];
    aloneMemory = new long[count];
    pairUtil = new long[count][count];
    pairMemory = new long[count][count];
    Map<List<Workload>, PairProfile> measured = new HashMap<>();
    for (PairProfile pair : profiles.pairs()) {
      measured.putIfAbsent(List.of(pair.first(), pair.second()), pair);
    }
    double bound = boundedByFull ? FULL_PERCENT : 1;
    for (int a = 0; a < count; a++) {
      WorkloadProfile one = workloads.get(a);
      aloneUtil[a] = fixed(one.gpuUtilPercent());
      aloneMemory[a] = fixed(one.memoryMib());
      for (int b = 0; b < count; b++) {
        WorkloadProfile other = workloads.get(b);
        PairProfile pair = find(measured, one.workload(), other.workload());
        pairUtil[a][b] =
            fixed(
                pair != null
                    ? pair.gpuUtilPercent()
                    : Math.min(bound, one.gpuUtilPercent() + other.gpuUtilPercent()));
        pairMemory[a][b] =
            fixed(pair != null ? pair.memoryMib() : one.memoryMib() + other.memoryMib());
      }
    }
  }

  private static PairProfile find(
      Map<List<Workload>, PairProfile> measured, Workload one, Workload other) {
    PairProfile pair = measured.get(List.of(one, other));
    return pair != null ? pair : measured.get(List.of(other, one));
  }

  long util(int workload) {
    return workload == Trace.NO_WORKLOAD ? 0 : aloneUtil[workload];
  }

  long memory(int workload) {
    return workload == Trace.NO_WORKLOAD ? 0 : aloneMemory[workload];
  }

  long util(int one, int other) {
    return known(one, other) ? pairUtil[one][other] : util(one) + util(other);
  }

  long memory(int one, int other) {
    return known(one, other) ? pairMemory[one][other] : memory(one) + memory(other);
  }

  private static boolean known(int one, int other) {
    return one != Trace.NO_WORKLOAD && other != Trace.NO_WORKLOAD;
  }

  private static long fixed(double value) {
    return Math.round(value * UNITS);
  }
}
