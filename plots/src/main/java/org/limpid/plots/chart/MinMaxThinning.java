package org.limpid.plots.chart;

import java.util.Arrays;

/**
 * Leaves out points of a long series that can't be seen: of all that fall into one column of pixels
 * the first, the smallest, the largest and the last stay, in their order. So no peak is lost, and
 * the line enters and leaves each column where it did. Gaps (NaN) stay.
 */
public final class MinMaxThinning {
  private static final int KEPT_PER_COLUMN = 4;

  private final double[] xs;
  private final double[] ys;
  private int size;

  private MinMaxThinning(int capacity) {
    xs = new double[capacity];
    ys = new double[capacity];
  }

  /** A thinned series: places and values side by side. */
  public record Series(double[] xs, double[] ys) {}

  /**
   * Thins a series.
   *
   * @param xs places, ascending or at least near each other where they follow each other
   * @param ys values, as many; NaN is a gap
   * @param columns how many columns there are from 0 to 1
   * @param scale from places to 0..1
   */
  public static Series of(double[] xs, double[] ys, int columns, Scale scale) {
    if (xs.length <= KEPT_PER_COLUMN * columns) {
      return new Series(xs, ys);
    }
    MinMaxThinning kept = new MinMaxThinning(xs.length);
    int from = 0;
    while (from < xs.length) {
      int to = endOfColumn(xs, ys, from, columns, scale);
      kept.keep(xs, ys, from, to);
      from = to;
    }
    return new Series(Arrays.copyOf(kept.xs, kept.size), Arrays.copyOf(kept.ys, kept.size));
  }

  /** Position behind the last point of the column, or of the gap, that begins at {@code from}. */
  private static int endOfColumn(double[] xs, double[] ys, int from, int columns, Scale scale) {
    boolean gap = Double.isNaN(ys[from]);
    long column = (long) Math.floor(scale.fraction(xs[from]) * columns);
    int to = from + 1;
    while (to < xs.length
        && Double.isNaN(ys[to]) == gap
        && (gap || (long) Math.floor(scale.fraction(xs[to]) * columns) == column)) {
      to++;
    }
    return to;
  }

  private void keep(double[] allX, double[] allY, int from, int to) {
    int least = from;
    int most = from;
    for (int i = from; i < to; i++) {
      least = allY[i] < allY[least] ? i : least;
      most = allY[i] > allY[most] ? i : most;
    }
    int[] order = {from, Math.min(least, most), Math.max(least, most), to - 1};
    int before = -1;
    for (int i : order) {
      if (i != before) {
        xs[size] = allX[i];
        ys[size++] = allY[i];
      }
      before = i;
    }
  }
}
