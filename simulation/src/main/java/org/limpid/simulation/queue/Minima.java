package org.limpid.simulation.queue;

import java.util.function.IntUnaryOperator;

/**
 * Numbers in a row, as a binary tree of the minima of neighbours: the next one that is small enough
 * is found in {@code O(log n)}. For one thread.
 */
final class Minima {
  private int[] tree = {};
  private int leaves;

  /** Takes other numbers, in {@code O(n)}. */
  void fill(int count, IntUnaryOperator numbers) {
    leaves = Integer.highestOneBit(Math.max(1, 2 * count - 1));
    if (tree.length < 2 * leaves) {
      tree = new int[2 * leaves];
    }
    for (int place = 0; place < leaves; place++) {
      tree[leaves + place] = place < count ? numbers.applyAsInt(place) : Integer.MAX_VALUE;
    }
    for (int node = leaves - 1; node > 0; node--) {
      tree[node] = Math.min(tree[2 * node], tree[2 * node + 1]);
    }
  }

  /** Changes one number. */
  void set(int place, int number) {
    int node = leaves + place;
    tree[node] = number;
    while (node > 1) {
      node >>= 1;
      tree[node] = Math.min(tree[2 * node], tree[2 * node + 1]);
    }
  }

  /**
   * The first place from there on with a number of at most {@code most}; -1 if there is none.
   * Places beyond the last number hold 2^31 - 1.
   */
  int next(int from, int most) {
    int node = leaves + from;
    while (node < 2 * leaves && tree[node] > most) {
      node = behind(node);
    }
    if (node >= 2 * leaves) {
      return -1;
    }
    while (node < leaves) {
      node = tree[2 * node] <= most ? 2 * node : 2 * node + 1;
    }
    return node - leaves;
  }

  /** The largest subtree that begins behind the one of this node; beyond all if there is none. */
  private int behind(int node) {
    int next = node + 1;
    if (Integer.bitCount(next) == 1) {
      return 2 * leaves;
    }
    return next >> Integer.numberOfTrailingZeros(next);
  }
}
