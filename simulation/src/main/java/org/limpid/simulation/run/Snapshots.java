package org.limpid.simulation.run;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The snapshots that a run has kept.
 *
 * @param byVirtualCluster by name, in the order of the cluster; each list ascends in time
 */
public record Snapshots(Map<String, List<Snapshot>> byVirtualCluster) {
  /** None at all, for any cluster. */
  public static final Snapshots NONE = new Snapshots(Map.of());

  public Snapshots {
    Map<String, List<Snapshot>> ordered = new LinkedHashMap<>();
    byVirtualCluster.forEach((name, snapshots) -> ordered.put(name, List.copyOf(snapshots)));
    byVirtualCluster = Collections.unmodifiableMap(ordered);
  }

  /** Whether there are none. */
  public boolean isEmpty() {
    return byVirtualCluster.values().stream().allMatch(List::isEmpty);
  }

  /** The last snapshot of a virtual cluster that knows nothing of this second and later ones. */
  Optional<Snapshot> before(String virtualCluster, long second) {
    return byVirtualCluster.getOrDefault(virtualCluster, List.of()).reversed().stream()
        .filter(snapshot -> snapshot.second() <= second)
        .findFirst();
  }
}
