package org.limpid.plots.cluster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.limpid.plots.chart.Scale;
import org.limpid.plots.chart.Scale.Tick;

/**
 * Rows above each other, each of height 1, with names beside groups of them. A name that would be
 * too near to one before it in the list is left out.
 *
 * @param high number of rows
 * @param names where they stand, counted from the bottom; the most important first
 */
record RowScale(double high, List<Tick> names) implements Scale {
  /** Lines of text that fit where an axis asks for one mark. */
  private static final double LINES_PER_MARK = 2.2;

  @Override
  public double low() {
    return 0;
  }

  @Override
  public List<Tick> ticks(int most) {
    double least = high / (most * LINES_PER_MARK);
    List<Tick> ticks = new ArrayList<>();
    for (Tick name : names) {
      if (ticks.stream().allMatch(tick -> Math.abs(name.value() - tick.value()) >= least)) {
        ticks.add(name);
      }
    }
    return ticks.stream().sorted(Comparator.comparingDouble(Tick::value)).toList();
  }
}
