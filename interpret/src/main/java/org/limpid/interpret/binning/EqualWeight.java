package org.limpid.interpret.binning;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.function.IntUnaryOperator;

/**
 * Divides ordered items into groups of about equal count.
 *
 * <p>An item that is heavier than an average group gets a group of its own as long as there are
 * groups for the light items beside it. The light ones share the groups that are left, but at most
 * one group per light item: then a long tail of rare values is gathered into bins of several rows,
 * even where there would be a bin for each of them.
 */
final class EqualWeight {
  /**
   * Light items that fill a group by themselves leave less for the others, so that groups of these
   * may be smaller than the average, down to this part of it. With 0.7 bins come out as large as
   * interpret's: rows per bin in the tails of six features of the Venus throughput differ by less
   * than a fifth.
   */
  private static final double LEAST_PART = 0.7;

  /**
   * The outermost bins also speak for all values beyond those of the training, so they hold more
   * rows than others. On the Venus throughput, whose test month is busier than all months before
   * it, three shares lower the error for jobs and GPUs alike.
   */
  private static final int OUTER_GROUPS = 3;

  /** The same for the coarser bins of pairs, which are wide by themselves. */
  static final int OUTER_GROUPS_OF_PAIRS = 2;

  /** With fewer groups the ends are wide enough. */
  private static final int FEWEST_GROUPS = 30;

  private final IntUnaryOperator counts;
  private final int itemCount;
  private final int[] starts;
  private final double heavy;
  private final double leastShare;
  private int found;
  private int groupsOfRun;
  private long lightCount;
  private int lightGroups;

  private EqualWeight(int itemCount, IntUnaryOperator counts, int mostGroups) {
    this.itemCount = itemCount;
    this.counts = counts;
    starts = new int[Math.min(itemCount, mostGroups) - 1];
    heavy = (double) total() / mostGroups;
    int lightItems = countLight();
    lightGroups = Math.min(lightItems, mostGroups - (itemCount - lightItems));
    leastShare = LEAST_PART * lightCount / Math.max(1, lightGroups);
  }

  private long total() {
    long total = 0;
    for (int i = 0; i < itemCount; i++) {
      total += counts.applyAsInt(i);
    }
    return total;
  }

  /** Adds up the weight of the light items and says how many there are. */
  private int countLight() {
    int lightItems = 0;
    long weight = 0;
    for (int i = 0; i < itemCount; i++) {
      int count = counts.applyAsInt(i);
      lightItems += count < heavy ? 1 : 0;
      weight += count < heavy ? count : 0;
    }
    lightCount = weight;
    return lightItems;
  }

  /**
   * Cuts between distinct values; {@code place} chooses one above its first and not above its
   * second argument.
   */
  static double[] cuts(DistinctValues values, int most, DoubleBinaryOperator place) {
    int[] starts = groupStarts(values.size(), values::count, most + 1, OUTER_GROUPS);
    return Arrays.stream(starts)
        .mapToDouble(i -> place.applyAsDouble(values.value(i - 1), values.value(i)))
        .toArray();
  }

  /**
   * Positions at which a new group of items of these counts starts, the first group left out;
   * {@code outerGroups} of the outermost light groups are joined at either end.
   */
  static int[] groupStarts(
      int itemCount, IntUnaryOperator counts, int mostGroups, int outerGroups) {
    EqualWeight division = new EqualWeight(itemCount, counts, mostGroups);
    return division.withWideEnds(division.divided(), outerGroups);
  }

  private boolean isHeavy(int item) {
    return counts.applyAsInt(item) >= heavy;
  }

  private int[] divided() {
    long inGroup = counts.applyAsInt(0);
    for (int i = 0; i + 1 < itemCount; i++) {
      if (found < starts.length && endsAfter(i, inGroup)) {
        boolean runEnds = isHeavy(i + 1);
        if (!isHeavy(i)) {
          closeLight(inGroup, runEnds);
        }
        starts[found++] = i + 1;
        groupsOfRun = runEnds || isHeavy(i) ? 0 : groupsOfRun + 1;
        inGroup = 0;
      }
      inGroup += counts.applyAsInt(i + 1);
    }
    return Arrays.copyOf(starts, found);
  }

  private int[] withWideEnds(int[] all, int outerGroups) {
    if (all.length < FEWEST_GROUPS) {
      return all;
    }
    int first = 0;
    int last = all.length;
    for (int i = 1; i < outerGroups; i++) {
      last -= last > first && isBetweenLight(all[last - 1]) ? 1 : 0;
      first += last > first && isBetweenLight(all[first]) && first == i - 1 ? 1 : 0;
    }
    return Arrays.copyOfRange(all, first, last);
  }

  private boolean isBetweenLight(int start) {
    return !isHeavy(start - 1) && !isHeavy(start);
  }

  /** A last group of a run that is too small joins the group before it. */
  private void closeLight(long inGroup, boolean runEnds) {
    if (runEnds && groupsOfRun > 0 && inGroup < share() / 2) {
      found--;
    } else {
      lightGroups--;
    }
    lightCount -= inGroup;
  }

  private double share() {
    return Math.max(leastShare, (double) lightCount / Math.max(1, lightGroups));
  }

  /** A group ends around a heavy item, and among light ones where it is nearest to its share. */
  private boolean endsAfter(int item, long inGroup) {
    if (isHeavy(item) || lightGroups <= 0) {
      return isHeavy(item);
    }
    long withNext = inGroup + counts.applyAsInt(item + 1);
    return isHeavy(item + 1) || withNext - share() >= share() - inGroup;
  }
}
