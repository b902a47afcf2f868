package org.limpid.interpret.binning;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.function.IntUnaryOperator;

/**
 * Divides ordered items into groups of about equal count. An item that is heavier than an average
 * group gets one of its own, and the others share the remaining groups.
 */
final class EqualWeight {
  private EqualWeight() {}

  /**
   * Cuts between distinct values.
   *
   * @param place chooses a cut above its first and not above its second argument
   */
  static double[] cuts(DistinctValues values, int most, DoubleBinaryOperator place) {
    int[] starts = groupStarts(values.size(), values::count, most + 1);
    return Arrays.stream(starts)
        .mapToDouble(i -> place.applyAsDouble(values.value(i - 1), values.value(i)))
        .toArray();
  }

  /**
   * Positions at which a new group starts, the first group left out.
   *
   * @param itemCount how many items there are
   * @param counts weight of each item, positive or 0
   * @param mostGroups at least 1
   */
  static int[] groupStarts(int itemCount, IntUnaryOperator counts, int mostGroups) {
    int[] starts = new int[Math.max(0, Math.min(itemCount, mostGroups) - 1)];
    if (itemCount <= mostGroups) {
      Arrays.setAll(starts, i -> i + 1);
      return starts;
    }
    long remaining = 0;
    for (int i = 0; i < itemCount; i++) {
      remaining += counts.applyAsInt(i);
    }
    int found = 0;
    long inGroup = 0;
    for (int i = 0; i + 1 < itemCount && found < starts.length; i++) {
      inGroup += counts.applyAsInt(i);
      double share = (double) remaining / (starts.length + 1 - found);
      long withNext = inGroup + counts.applyAsInt(i + 1);
      // The group ends where its count is nearest to its share, and before a heavy item.
      if (withNext - share >= share - inGroup) {
        starts[found++] = i + 1;
        remaining -= inGroup;
        inGroup = 0;
      }
    }
    return Arrays.copyOf(starts, found);
  }
}
