package org.limpid.data;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the measurement of two workloads on the same GPUs, whichever of them was measured as the
 * first.
 *
 * <p>Grows with the number of measured pairs, not with the square of the workloads of a trace.
 * Immutable and safe to share between threads.
 */
public final class MeasuredPairs {
  private final Map<Key, PairProfile> byWorkloads = new HashMap<>();

  private record Key(Workload first, Workload second) {}

  /**
   * @param pairs measured pairs; of two with the same workloads in the same order the first counts
   */
  public MeasuredPairs(List<PairProfile> pairs) {
    for (PairProfile pair : pairs) {
      byWorkloads.putIfAbsent(new Key(pair.first(), pair.second()), pair);
    }
  }

  /**
   * The measurement of two workloads, turned round if they were measured in the other order only;
   * null if they were not measured.
   */
  public PairProfile find(Workload first, Workload second) {
    PairProfile pair = byWorkloads.get(new Key(first, second));
    if (pair != null) {
      return pair;
    }
    PairProfile turned = byWorkloads.get(new Key(second, first));
    return turned == null ? null : turned.reversed();
  }
}
