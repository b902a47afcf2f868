package org.limpid.predictor.feature;

import java.util.Arrays;
import org.limpid.data.Quantile;

/**
 * One series of counts with sums that make statistics of any stretch cheap. Levels are means of
 * log(1 + count), so that a burst of hundreds of jobs counts for little. Immutable.
 *
 * <p>Every sum runs from the first slot on: a statistic of slots up to {@code s} does not depend on
 * any later slot, not even by rounding.
 */
final class LoadSignal {
  private static final int HALF_LIFE_OF_A_DAY = LoadHistory.SLOTS_PER_DAY;
  private static final int HALF_LIFE_OF_A_WEEK = 7 * LoadHistory.SLOTS_PER_DAY;

  private final double[] counts;
  private final double[] sums;
  private final double[] logSums;
  private final double[] zeroSums;
  private final double[] dailyLevel;
  private final double[] weeklyLevel;

  LoadSignal(double[] counts) {
    this.counts = counts;
    int size = counts.length;
    sums = new double[size + 1];
    logSums = new double[size + 1];
    zeroSums = new double[size + 1];
    for (int slot = 0; slot < size; slot++) {
      sums[slot + 1] = sums[slot] + counts[slot];
      logSums[slot + 1] = logSums[slot] + StrictMath.log1p(counts[slot]);
      zeroSums[slot + 1] = zeroSums[slot] + (counts[slot] == 0 ? 1 : 0);
    }
    dailyLevel = fadingLevel(counts, HALF_LIFE_OF_A_DAY);
    weeklyLevel = fadingLevel(counts, HALF_LIFE_OF_A_WEEK);
  }

  /** Per slot the mean of log(1 + count) up to it, with weights that halve in a half-life. */
  private static double[] fadingLevel(double[] counts, int halfLifeSlots) {
    double keep = StrictMath.pow(0.5, 1.0 / halfLifeSlots);
    double[] levels = new double[counts.length];
    double sum = 0;
    double weights = 0;
    for (int slot = 0; slot < counts.length; slot++) {
      sum = sum * keep + StrictMath.log1p(counts[slot]);
      weights = weights * keep + 1;
      levels[slot] = sum / weights;
    }
    return levels;
  }

  /** The count of a slot; 0 before the first one. */
  double count(int slot) {
    return slot < 0 ? 0 : counts[slot];
  }

  /** Half the count of a slot and a quarter of each of its neighbours'. */
  double soft(int middle) {
    return 0.5 * count(middle) + 0.25 * (count(middle - 1) + count(middle + 1));
  }

  /** A copy of the counts of the slots {@code from..to}, which must exist. */
  double[] counts(int from, int to) {
    return Arrays.copyOfRange(counts, from, to + 1);
  }

  /** Mean of those counts of {@code from..to} that exist; NaN if none does. */
  double mean(int from, int to) {
    return mean(sums, from, to);
  }

  private static double mean(double[] sums, int from, int to) {
    int first = Math.max(0, from);
    return to < first ? Double.NaN : (sums[to + 1] - sums[first]) / (to - first + 1);
  }

  /** Mean of log(1 + count) over those counts of {@code from..to} that exist; NaN if none does. */
  double level(int from, int to) {
    return mean(logSums, from, to);
  }

  /** Share of the slots {@code from..to} without a submission; NaN if none exists. */
  double zeroShare(int from, int to) {
    return mean(zeroSums, from, to);
  }

  /** Median of those counts of {@code from..to} that exist; NaN if none does. */
  double median(int from, int to) {
    int first = Math.max(0, from);
    return to < first ? Double.NaN : Quantile.median(counts(first, to));
  }

  /** Level up to a slot whose weights halve every day; NaN before the first slot. */
  double dailyLevel(int slot) {
    return slot < 0 ? Double.NaN : dailyLevel[slot];
  }

  /** Level up to a slot whose weights halve every week; NaN before the first slot. */
  double weeklyLevel(int slot) {
    return slot < 0 ? Double.NaN : weeklyLevel[slot];
  }
}
