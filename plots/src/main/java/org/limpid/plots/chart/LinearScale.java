package org.limpid.plots.chart;

import java.util.List;

/** Equal differences are equally long. */
record LinearScale(double low, double high, Steps steps) implements Scale {
  @Override
  public double fraction(double value) {
    return (value - low) / (high - low);
  }

  @Override
  public List<Tick> ticks(int most) {
    return steps.ticks(low, high, most);
  }
}
