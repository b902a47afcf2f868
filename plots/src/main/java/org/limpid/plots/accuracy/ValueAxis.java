package org.limpid.plots.accuracy;

import java.util.Arrays;
import org.limpid.plots.chart.Axis;
import org.limpid.plots.chart.Scale;
import org.limpid.plots.chart.Scales;

/**
 * The axis that predictions and observations share.
 *
 * @param set whose numbers are shown
 * @param low where it begins
 * @param high where it ends; larger numbers count as this one
 */
record ValueAxis(PredictionSet set, double low, double high) {
  /** Of numbers, the largest few in ten thousand are left out, lest they squeeze all others. */
  private static final double SHOWN = 0.9985;

  static ValueAxis of(PredictionSet set) {
    double[] all = new double[2 * set.size()];
    System.arraycopy(set.actual(), 0, all, 0, set.size());
    System.arraycopy(set.predicted(), 0, all, set.size(), set.size());
    Arrays.sort(all);
    double largest = all[all.length - 1];
    double shown = all[(int) Math.ceil(SHOWN * (all.length - 1))];
    return set.head().durations()
        ? new ValueAxis(set, Math.max(1, all[0]), Math.max(2, largest))
        : new ValueAxis(set, Math.min(all[0], 0), shown > Math.min(all[0], 0) ? shown : largest);
  }

  Scale scale() {
    return set.head().durations()
        ? Scales.logarithmicDuration(low, high)
        : Scales.linear(low, high);
  }

  Axis axis(String word) {
    String unit = set.head().durations() ? "" : " (%s)".formatted(set.head().unit());
    String what = set.head().durations() ? word + " " + set.head().unit() : word + unit;
    return Axis.of(what, scale());
  }

  /** The value at a fraction of the axis. */
  double value(double fraction) {
    return set.head().durations()
        ? low * Math.pow(high / low, fraction)
        : low + fraction * (high - low);
  }
}
