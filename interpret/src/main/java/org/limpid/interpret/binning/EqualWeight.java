package org.limpid.interpret.binning;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.function.IntUnaryOperator;

/**
 * Divides ordered items into groups of about equal count.
 *
 * <p>An item that is heavier than an average group gets a group of its own. The light ones share
 * the groups that are left, but at most one group per light item: then a long tail of rare values
 * is gathered into bins of several rows, even where there would be a bin for each of them.
 */
final class EqualWeight {
  /**
   * Light items that fill a group by themselves leave less for the others, so that groups of these
   * may be smaller than the average, down to this part of it. With 0.7 bins come out as large as
   * interpret's: rows per bin in the tails of six features of the Venus throughput differ by less
   * than a fifth.
   */
  private static final double LEAST_PART = 0.7;

  private final IntUnaryOperator counts;
  private final int itemCount;
  private final int[] starts;
  private final double heavy;
  private final double leastShare;
  private int found;
  private long lightCount;
  private int lightGroups;

  private EqualWeight(int itemCount, IntUnaryOperator counts, int mostGroups) {
    this.itemCount = itemCount;
    this.counts = counts;
    starts = new int[Math.min(itemCount, mostGroups) - 1];
    long total = 0;
    for (int i = 0; i < itemCount; i++) {
      total += counts.applyAsInt(i);
    }
    heavy = (double) total / mostGroups;
    int lightItems = 0;
    for (int i = 0; i < itemCount; i++) {
      if (!isHeavy(i)) {
        lightItems++;
        lightCount += counts.applyAsInt(i);
      }
    }
    lightGroups = Math.min(lightItems, mostGroups - (itemCount - lightItems));
    leastShare = LEAST_PART * lightCount / Math.max(1, lightGroups);
  }

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
   * @param itemCount how many items there are, at least 1
   * @param counts weight of each item, positive or 0
   * @param mostGroups at least 1
   */
  static int[] groupStarts(int itemCount, IntUnaryOperator counts, int mostGroups) {
    return new EqualWeight(itemCount, counts, mostGroups).divided();
  }

  private boolean isHeavy(int item) {
    return counts.applyAsInt(item) >= heavy;
  }

  private int[] divided() {
    long inGroup = counts.applyAsInt(0);
    for (int i = 0; i + 1 < itemCount && found < starts.length; i++) {
      if (endsAfter(i, inGroup)) {
        starts[found++] = i + 1;
        if (!isHeavy(i)) {
          lightCount -= inGroup;
          lightGroups--;
        }
        inGroup = 0;
      }
      inGroup += counts.applyAsInt(i + 1);
    }
    return Arrays.copyOf(starts, found);
  }

  /** A group ends around a heavy item, and among light ones where it is nearest to its share. */
  private boolean endsAfter(int item, long inGroup) {
    if (isHeavy(item)) {
      return true;
    }
    if (lightGroups <= 0) {
      return false;
    }
    if (isHeavy(item + 1)) {
      return true;
    }
    double share = Math.max(leastShare, (double) lightCount / lightGroups);
    long withNext = inGroup + counts.applyAsInt(item + 1);
    return withNext - share >= share - inGroup;
  }
}
