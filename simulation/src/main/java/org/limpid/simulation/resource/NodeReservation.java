package org.limpid.simulation.resource;

import java.util.Arrays;

/** Nodes that are kept for a waiting job until some second. */
public final class NodeReservation {
  /** No node is reserved. */
  public static final NodeReservation NONE = new NodeReservation(new int[0], Long.MAX_VALUE);

  private final int[] positions;
  private final long until;
  private final FailedPlacements failed = new FailedPlacements();

  /**
   * @param positions positions of the reserved nodes
   * @param until second in which they are expected to be needed
   */
  public NodeReservation(int[] positions, long until) {
    this.positions = positions.clone();
    this.until = until;
  }

  /** Whether no node is reserved. */
  public boolean isEmpty() {
    return positions.length == 0;
  }

  /** Second in which the nodes are expected to be needed. */
  public long until() {
    return until;
  }

  /** Whether any GPU of the allocation is on a reserved node. */
  public boolean touches(Allocation allocation) {
    for (int position : positions) {
      for (int i = 0; i < allocation.nodeCount(); i++) {
        if (allocation.node(i) == position) {
          return true;
        }
      }
    }
    return false;
  }

  boolean contains(int position) {
    return Arrays.stream(positions).anyMatch(reserved -> reserved == position);
  }

  boolean stillFails(int gpuCount, long releases) {
    return failed.stillFails(gpuCount, releases);
  }

  void rememberFailure(int gpuCount, long releases) {
    failed.remember(gpuCount, releases);
  }

  void hide(Nodes nodes) {
    for (int position : positions) {
      nodes.hide(position);
    }
  }

  void show(Nodes nodes) {
    for (int position : positions) {
      nodes.show(position);
    }
  }
}
