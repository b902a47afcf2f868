package org.limpid.simulation.policy.limpid;

/** Which nodes have changed since somebody looked. For one thread. */
final class NodeChanges {
  private static final int MOST_KEPT = 4096;

  private final int[] nodes = new int[MOST_KEPT];
  private int size;
  private long dropped;
  private long seen;

  /** A node has other jobs than before, at other rates, or one of them has become known. */
  void note(int node) {
    if (size > 0 && nodes[size - 1] == node && count() > seen) {
      return;
    }
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

  /** The number of changes so far, of which somebody takes note. */
  long see() {
    seen = count();
    return seen;
  }

  private long count() {
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
