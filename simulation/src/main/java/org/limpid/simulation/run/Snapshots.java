package org.limpid.simulation.run;

import java.util.List;
import java.util.Optional;

/**
 * The snapshots that a run has kept.
 *
 * @param byVirtualCluster in the order of the cluster; each list ascends in time; an empty list for
 *     a virtual cluster without any
 */
public record Snapshots(List<List<Snapshot>> byVirtualCluster) {
  /** None at all, for any cluster. */
  public static final Snapshots NONE = new Snapshots(List.of());

  public Snapshots {
    byVirtualCluster = byVirtualCluster.stream().map(List::copyOf).toList();
  }

  /** Number of all snapshots. */
  public int count() {
    return byVirtualCluster.stream().mapToInt(List::size).sum();
  }

  /** The last snapshot of a virtual cluster that knows nothing of this second and later ones. */
  Optional<Snapshot> before(int virtualCluster, long second) {
    return virtualCluster >= byVirtualCluster.size()
        ? Optional.empty()
        : byVirtualCluster.get(virtualCluster).reversed().stream()
            .filter(snapshot -> snapshot.second() <= second)
            .findFirst();
  }
}
