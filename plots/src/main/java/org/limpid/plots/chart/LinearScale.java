package org.limpid.plots.chart;

import java.util.List;

/** Equal differences are equally long. */
record LinearScale(double low, double high, Steps steps) implements Scale {
  /** By how many more marks an axis is asked for that would have but one, which tells nothing. */
  private static final int FEW = 3;

  @Override
  public double fraction(double value) {
    return (value - low) / (high - low);
  }

  @Override
  public List<Tick> ticks(int most) {
    List<Tick> ticks = steps.ticks(low, high, most);
    for (int more = most + 1; ticks.size() < 2 && more <= most + FEW; more++) {
      ticks = steps.ticks(low, high, more);
    }
    return ticks;
  }
}
