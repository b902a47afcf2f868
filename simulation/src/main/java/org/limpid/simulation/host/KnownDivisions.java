package org.limpid.simulation.host;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The divisions of nodes by the kinds of the jobs on them, as the same jobs meet again and again.
 * The last few hundred are kept. Mutable, for one thread.
 */
final class KnownDivisions {
  private static final int MOST_KEPT = 500;

  private final Supply node;
  private final Map<List<SupplyChoices>, NodeDivisions> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<List<SupplyChoices>, NodeDivisions> eldest) {
          return size() > MOST_KEPT;
        }
      };

  /** None is known of nodes that have so much. */
  KnownDivisions(Supply node) {
    this.node = node;
  }

  /**
   * Those of a node.
   *
   * @param jobs the choices of each job, in the order of their kinds
   */
  NodeDivisions of(List<SupplyChoices> jobs) {
    if (jobs.isEmpty()) {
      return NodeDivisions.OF_NOBODY;
    }
    NodeDivisions found = known.get(jobs);
    if (found == null) {
      found = of(jobs.subList(0, jobs.size() - 1)).with(jobs.getLast(), node);
      known.put(List.copyOf(jobs), found);
    }
    return found;
  }
}
