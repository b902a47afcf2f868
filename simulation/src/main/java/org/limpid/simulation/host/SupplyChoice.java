package org.limpid.simulation.host;

import java.util.Comparator;
import java.util.List;

/**
 * What a running job may have.
 *
 * @param speed with it, in billionths of the speed with the fair share: whole numbers, so that sums
 *     are exact
 * @param byNode CPUs and memory on each of its nodes
 */
record SupplyChoice(long speed, List<Supply> byNode) {
  /** The fastest first, and of equally fast ones those that take least of the first node. */
  static final Comparator<SupplyChoice> FASTEST_FIRST =
      Comparator.comparingLong(SupplyChoice::speed)
          .reversed()
          .thenComparingLong(choice -> choice.onNode(0).cpuMillis())
          .thenComparingLong(choice -> choice.onNode(0).memoryMib());

  private static final double PARTS = 1e9;

  SupplyChoice {
    byNode = List.copyOf(byNode);
  }

  static long parts(double speed) {
    return Math.round(speed * PARTS);
  }

  Supply onNode(int index) {
    return byNode.get(index);
  }

  boolean isNoBetterThan(SupplyChoice other) {
    return speed <= other.speed && other.fitsIn(this);
  }

  private boolean fitsIn(SupplyChoice other) {
    for (int i = 0; i < byNode.size(); i++) {
      if (!byNode.get(i).fitsIn(other.byNode.get(i))) {
        return false;
      }
    }
    return true;
  }
}
