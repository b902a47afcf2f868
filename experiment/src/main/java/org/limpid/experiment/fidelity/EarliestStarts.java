package org.limpid.experiment.fidelity;

import java.util.Arrays;

/**
 * The earliest start among jobs of at least some number of GPUs: a binary indexed tree, so that
 * adding and asking take O(log n) for sizes up to n. Not safe for several threads.
 */
final class EarliestStarts {
  private final long[] tree;

  /** No jobs; they may have up to so many GPUs. */
  EarliestStarts(int largest) {
    tree = new long[largest + 1];
    Arrays.fill(tree, Long.MAX_VALUE);
  }

  void add(int gpus, long start) {
    for (int place = tree.length - gpus; place < tree.length; place += place & -place) {
      tree[place] = Math.min(tree[place], start);
    }
  }

  /** The largest number there is if there is no such job. */
  long ofAtLeast(int gpus) {
    long earliest = Long.MAX_VALUE;
    for (int place = tree.length - gpus; place > 0; place -= place & -place) {
      earliest = Math.min(earliest, tree[place]);
    }
    return earliest;
  }
}
