package org.limpid.data;

import java.util.Objects;

/**
 * A part of the cluster with nodes of its own; its jobs run nowhere else.
 *
 * @param name unique name
 * @param nodeCount number of nodes, at least 1
 */
public record VirtualCluster(String name, int nodeCount) {
  public VirtualCluster {
    Objects.requireNonNull(name, "name");
    if (nodeCount < 1) {
      throw new IllegalArgumentException(
          "virtual cluster " + name + " must have at least 1 node, found " + nodeCount);
    }
  }
}
