package org.limpid.simulation.policy;

import java.util.Objects;

/**
 * Nodes that a virtual cluster gets or loses while a run goes on.
 *
 * <p>New nodes are idle, stand last in the node order and can be used in that very second. Nodes go
 * as soon as they are idle, those with the highest numbers first; a node that was lent to the
 * profiler is not taken.
 *
 * @param virtualCluster its name
 * @param second when
 * @param count nodes that come; negative: that go; not 0
 */
public record NodeChange(String virtualCluster, long second, int count) {
  public NodeChange {
    Objects.requireNonNull(virtualCluster, "virtualCluster");
    if (count == 0) {
      throw new IllegalArgumentException("expected nodes that come or go, found 0");
    }
  }
}
