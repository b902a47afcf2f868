package org.limpid.plots.cluster;

import java.util.List;
import org.limpid.plots.chart.Scale;
import org.limpid.plots.chart.Scale.Tick;

/**
 * Rows above each other, each of height 1, with names beside groups of them.
 *
 * @param high number of rows
 * @param names where they stand, counted from the bottom
 */
record RowScale(double high, List<Tick> names) implements Scale {
  @Override
  public double low() {
    return 0;
  }

  @Override
  public List<Tick> ticks(int most) {
    return names;
  }

  @Override
  public boolean isOfNames() {
    return true;
  }
}
