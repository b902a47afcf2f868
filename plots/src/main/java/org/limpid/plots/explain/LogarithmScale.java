package org.limpid.plots.explain;

import java.util.List;
import org.limpid.plots.chart.Scale;
import org.limpid.plots.chart.Tick;

/**
 * Values log10(1 + x), marked with x.
 *
 * @param low the least value
 * @param high the largest value, above {@code low}
 * @param marks makes the scale of x whose marks are taken, between ends above 0
 */
record LogarithmScale(double low, double high, Marks marks) implements Scale {
  private static final double LEAST = 1;

  /** Makes scales of x. */
  @FunctionalInterface
  interface Marks {
    /** The scale between two ends. */
    Scale between(double low, double high);
  }

  @Override
  public List<Tick> ticks(int most) {
    double from = Math.max(LEAST, Math.pow(10, low) - 1);
    double to = Math.max(LEAST, Math.pow(10, high) - 1);
    return marks.between(from, to).ticks(most).stream()
        .map(tick -> new Tick(Math.log10(1 + tick.value()), tick.label()))
        .filter(tick -> tick.value() >= low && tick.value() <= high)
        .toList();
  }
}
