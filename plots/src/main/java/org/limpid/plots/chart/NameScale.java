package org.limpid.plots.chart;

import java.util.ArrayList;
import java.util.List;
import org.limpid.plots.chart.Scale.Tick;

/** Names side by side, each in a place of length 1. */
record NameScale(List<String> names) implements Scale {
  NameScale {
    names = List.copyOf(names);
  }

  @Override
  public double low() {
    return 0;
  }

  @Override
  public double high() {
    return Math.max(1, names.size());
  }

  /** All names: what does not fit is for the axis to decide. */
  @Override
  public List<Tick> ticks(int most) {
    List<Tick> ticks = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      ticks.add(new Tick(i + 0.5, names.get(i)));
    }
    return ticks;
  }
}
