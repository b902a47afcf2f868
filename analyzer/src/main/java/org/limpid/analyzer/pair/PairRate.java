package org.limpid.analyzer.pair;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.limpid.data.PairProfile;
import org.limpid.data.Workload;
import org.limpid.data.WorkloadProfile;

/**
 * The measured rate of one workload next to another.
 *
 * @param own the workload whose rate it is
 * @param other what runs beside it
 * @param rate relative to running alone
 */
record PairRate(WorkloadProfile own, WorkloadProfile other, double rate) {
  /**
   * Two rates of each pair, in the order of the pairs; pairs without both profiles are left out.
   */
  static List<PairRate> of(List<WorkloadProfile> singles, List<PairProfile> pairs) {
    Map<Workload, WorkloadProfile> profiles = new HashMap<>();
    singles.forEach(single -> profiles.putIfAbsent(single.workload(), single));
    List<PairRate> rates = new ArrayList<>();
    for (PairProfile pair : pairs) {
      WorkloadProfile first = profiles.get(pair.first());
      WorkloadProfile second = profiles.get(pair.second());
      if (first != null && second != null) {
        rates.add(new PairRate(first, second, pair.firstRate()));
        rates.add(new PairRate(second, first, pair.secondRate()));
      }
    }
    return List.copyOf(rates);
  }

  /** Whether it is a rate of this deep-learning model. */
  boolean isOf(String model) {
    return own.workload().model().equals(model);
  }

  /** Whether this deep-learning model is in the pair. */
  boolean involves(String model) {
    return isOf(model) || other.workload().model().equals(model);
  }
}
