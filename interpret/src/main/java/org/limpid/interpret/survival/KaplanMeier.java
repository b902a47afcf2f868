package org.limpid.interpret.survival;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How many last beyond a time, from durations of which some were still going on when they were last
 * seen, without features: a curve that falls at each end by the share of those that were there
 * until then. Immutable.
 *
 * <p>Source: Kaplan and Meier, "Nonparametric estimation from incomplete observations", Journal of
 * the American Statistical Association 53, 1958.
 */
public final class KaplanMeier {
  /** Ascending times at which the curve falls. */
  private final double[] times;

  /** The curve from each time on. */
  private final double[] levels;

  private KaplanMeier(double[] times, double[] levels) {
    this.times = times;
    this.levels = levels;
  }

  /**
   * The curve of durations.
   *
   * @param ended for every duration whether its end was seen; else it lasted longer
   */
  public static KaplanMeier of(double[] durations, boolean[] ended) {
    return falling(durations, ended, true);
  }

  /**
   * The curve of how long durations were watched, the ends of durations being what hides the end of
   * the watch; at the same time ends come first.
   */
  public static KaplanMeier ofWatch(double[] durations, boolean[] ended) {
    boolean[] hidden = new boolean[ended.length];
    for (int i = 0; i < hidden.length; i++) {
      hidden[i] = !ended[i];
    }
    return falling(durations, hidden, false);
  }

  /** {@code countsOthers}: whether those that don't end at a time were still there. */
  private static KaplanMeier falling(double[] durations, boolean[] ends, boolean countsOthers) {
    double[] times = distinctEnds(durations, ends);
    int[] falls = new int[times.length];
    int[] others = new int[times.length];
    double[] sorted = durations.clone();
    Arrays.sort(sorted);
    for (int i = 0; i < durations.length; i++) {
      int at = Arrays.binarySearch(times, durations[i]);
      if (at >= 0) {
        falls[at] += ends[i] ? 1 : 0;
        others[at] += ends[i] ? 0 : 1;
      }
    }
    double[] levels = new double[times.length];
    double level = 1;
    for (int i = 0; i < times.length; i++) {
      int there = sorted.length - below(sorted, times[i]) - (countsOthers ? 0 : others[i]);
      level *= 1 - (double) falls[i] / there;
      levels[i] = level;
    }
    return new KaplanMeier(times, levels);
  }

  private static double[] distinctEnds(double[] durations, boolean[] ends) {
    return IntStream.range(0, durations.length)
        .filter(i -> ends[i])
        .mapToDouble(i -> durations[i])
        .sorted()
        .distinct()
        .toArray();
  }

  /** How many of sorted numbers are below a value. */
  private static int below(double[] sorted, double value) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The share that lasts beyond a time. */
  public double beyond(double time) {
    int found = Arrays.binarySearch(times, time);
    return level(found >= 0 ? found + 1 : -found - 1);
  }

  /** The share that lasts until a time at least. */
  public double until(double time) {
    return level(below(times, time));
  }

  private double level(int falls) {
    return falls == 0 ? 1 : levels[falls - 1];
  }

  /**
   * The first time by which this share has ended, 0 to 1; {@code NaN} if more than the rest lasts
   * beyond all ends.
   */
  public double quantile(double share) {
    return IntStream.range(0, times.length)
        .filter(i -> levels[i] <= 1 - share)
        .mapToDouble(i -> times[i])
        .findFirst()
        .orElse(Double.NaN);
  }
}
