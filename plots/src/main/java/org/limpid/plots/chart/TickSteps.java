package org.limpid.plots.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import org.limpid.plots.chart.Scale.Tick;
import org.limpid.results.table.Numbers;
import org.limpid.results.table.TimeText;

/**
 * Which distances marks of an axis may have, and what is written beside them.
 *
 * @param preferred steps in units from 1 on, before decimal ones
 * @param labels what is written; null: the number of units and the suffix
 */
record TickSteps(double unit, String suffix, double[] preferred, DoubleFunction<String> labels) {
  private static final double[] DECIMAL_STEPS = {1, 2, 2.5, 5, 10};
  private static final double[] MINUTES = {1, 2, 5, 10, 15, 30, 60, 120};
  private static final double[] HOURS = {1, 2, 3, 6, 12, 24, 48};
  private static final double TOLERANCE = 1e-9;

  /** As many as a double has behind the point, next to 1. */
  private static final int MOST_DECIMALS = 15;

  /** Decimals that are better written as a power of ten, where few of them are digits. */
  private static final int MOST_PLAIN = 9;

  static final TickSteps DECIMAL = new TickSteps(1, "", new double[0], null);

  /** Shares, written in percent. */
  static final TickSteps PERCENT = new TickSteps(0.01, " %", new double[0], null);

  static TickSteps of(TimeText.Unit unit) {
    double[] preferred =
        switch (unit) {
          case SECOND, MINUTE -> MINUTES;
          case HOUR -> HOURS;
          case DAY -> new double[0];
        };
    return new TickSteps(unit.seconds(), " " + unit.symbol(), preferred, null);
  }

  TickSteps labelled(DoubleFunction<String> other) {
    return new TickSteps(unit, suffix, preferred, other);
  }

  /** The smallest good step that is no smaller than asked for. */
  double step(double least) {
    double wanted = least / unit;
    if (wanted >= 1) {
      for (double step : preferred) {
        if (step >= wanted * (1 - TOLERANCE)) {
          return step * unit;
        }
      }
    }
    double power = Math.pow(10, Math.floor(Math.log10(wanted)));
    for (double step : DECIMAL_STEPS) {
      if (step * power >= wanted * (1 - TOLERANCE)) {
        return step * power * unit;
      }
    }
    return 10 * power * unit;
  }

  private static boolean isWhole(double value) {
    double whole = Math.rint(value);
    return whole != 0 && Math.abs(value - whole) <= TOLERANCE * Math.max(1, value);
  }

  List<Tick> ticks(double low, double high, int most) {
    double step = step((high - low) / most);
    List<Tick> ticks = new ArrayList<>();
    long last = (long) Math.floor(high / step + TOLERANCE);
    for (long n = (long) Math.ceil(low / step - TOLERANCE); n <= last; n++) {
      ticks.add(new Tick(n * step, label(n * step, step)));
    }
    return ticks;
  }

  private String label(double value, double step) {
    if (labels != null) {
      return labels.apply(value);
    }
    if (value == 0) {
      return "0";
    }
    int decimals = 0;
    double inUnits = step / unit;
    while (decimals < MOST_DECIMALS && !isWhole(inUnits)) {
      inUnits *= 10;
      decimals++;
    }
    int digits = decimals + 1 + (int) Math.floor(Math.log10(Math.abs(value / unit)));
    if (decimals > MOST_PLAIN && digits <= MOST_PLAIN) {
      return Numbers.significant(value / unit, digits) + suffix;
    }
    return Numbers.fixed(value / unit, decimals) + suffix;
  }
}
