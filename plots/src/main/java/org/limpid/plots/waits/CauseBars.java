package org.limpid.plots.waits;

import java.util.ArrayList;
import java.util.List;
import org.limpid.plots.chart.Layer;
import org.limpid.plots.chart.Layers;
import org.limpid.plots.chart.Layers.Bar;
import org.limpid.plots.theme.Theme;
import org.limpid.simulation.waiting.WaitCause;

/** Stacked bars of the causes of waiting. */
final class CauseBars {
  private static final double HALF_BAR = 0.36;

  private CauseBars() {}

  @FunctionalInterface
  interface Lengths {
    double of(int place, WaitCause cause);
  }

  /** Bars from the left to the right, the n-th at height n from below. */
  static Layer level(int count, Lengths lengths, Theme theme) {
    return stacked(
        count,
        lengths,
        (place, begin, end, cause) ->
            new Bar(begin, end, place - HALF_BAR, place + HALF_BAR, CauseLook.style(cause, theme)));
  }

  /** Bars from below upwards, the n-th at place n from the left. */
  static Layer upright(int count, Lengths lengths, Theme theme) {
    return stacked(
        count,
        lengths,
        (place, begin, end, cause) ->
            new Bar(place - HALF_BAR, place + HALF_BAR, begin, end, CauseLook.style(cause, theme)));
  }

  private interface Placing {
    Bar bar(double place, double begin, double end, WaitCause cause);
  }

  private static Layer stacked(int count, Lengths lengths, Placing placing) {
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double begin = 0;
      for (WaitCause cause : WaitCause.values()) {
        double length = lengths.of(i, cause);
        if (length > 0) {
          bars.add(placing.bar(i + 0.5, begin, begin + length, cause));
          begin += length;
        }
      }
    }
    return Layers.bars(bars);
  }
}
