package org.limpid.simulation.host;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A job that has a choice and is on several nodes.
 *
 * @param holding what it was given
 * @param nodes the places of its nodes in the list of all
 * @param choices what it may have on them
 */
record TyingJob(Holding holding, List<Integer> nodes, SupplyChoices choices) {
  /**
   * Jobs in an order in which few nodes have jobs on both sides: next is always one that opens
   * fewest others.
   */
  static List<TyingJob> fewOpenNodes(List<TyingJob> jobs) {
    List<TyingJob> left = new ArrayList<>(jobs);
    List<TyingJob> ordered = new ArrayList<>();
    Set<Integer> open = new HashSet<>();
    while (!left.isEmpty()) {
      TyingJob next = left.stream().min(Comparator.comparing(job -> job.opens(open))).orElseThrow();
      left.remove(next);
      open.addAll(next.nodes());
      ordered.add(next);
    }
    return ordered;
  }

  private long opens(Set<Integer> open) {
    return nodes.stream().filter(node -> !open.contains(node)).count();
  }
}
