package org.limpid.simulation.waiting;

/**
 * GPUs held by jobs, summed over those that arrived after another one: a binary indexed tree over
 * the order of arrival.
 */
final class HeldByArrival {
  private final int[] sums;

  HeldByArrival(int jobCount) {
    sums = new int[jobCount + 1];
  }

  /** Adds GPUs of a job, or takes them away. */
  void add(int rank, int gpus) {
    // Places count from the end, so that a prefix holds the jobs that came last.
    for (int place = sums.length - 1 - rank; place < sums.length; place += place & -place) {
      sums[place] += gpus;
    }
  }

  /** GPUs of all jobs that arrived later. */
  int after(int rank) {
    int sum = 0;
    for (int place = sums.length - 2 - rank; place > 0; place -= place & -place) {
      sum += sums[place];
    }
    return sum;
  }
}
