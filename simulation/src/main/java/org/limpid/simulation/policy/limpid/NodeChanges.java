package org.limpid.simulation.policy.limpid;

/** Which nodes have changed since somebody looked. For one thread. */
final class NodeChanges {
  private static final int MOST_KEPT = 4096;

  private final int[] nodes = new int[MOST_KEPT];
  private int size;
  private long dropped;

  /** A node has other jobs than before, or one of them has become known. */
  void note(int node) {
    if (size == MOST_KEPT) {
      dropped += size;
      size = 0;
    }
    nodes[size++] = node;
  }

  /** All nodes have to be looked at again. */
  void noteAll() {
    dropped += size + 1;
    size = 0;
  }

  /** The number of changes so far. */
  long count() {
    return dropped + size;
  }

  /** Whether all changes after the first so many are still known. */
  boolean reachBackTo(long count) {
    return count >= dropped;
  }

  /** The node of a change. */
  int node(long index) {
    return nodes[(int) (index - dropped)];
  }
}
