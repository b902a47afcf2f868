package org.limpid.plots.chart;

import java.util.ArrayList;
import java.util.List;
import org.limpid.files.Words;
import org.limpid.plots.chart.Scale.Tick;
import org.limpid.results.table.Numbers;
import org.limpid.results.table.TimeText;

/** Equal ratios are equally long. */
record LogarithmicScale(double low, double high, Marks marks) implements Scale {
  private static final double[] DURATIONS = {
    1, 10, 60, 600, 3600, 6 * 3600, 86_400, 7 * 86_400, 30 * 86_400
  };
  private static final double[] MORE_DURATIONS = {
    1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1200, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400,
    172_800, 259_200, 604_800, 1_209_600, 2_592_000
  };
  private static final double[] FEWER_DURATIONS = {1, 60, 3600, 86_400, 30 * 86_400};
  private static final double TOLERANCE = 1e-9;

  /** With more of them, marks between powers of ten would run together. */
  private static final int MOST_DECADES = 6;

  interface Marks {
    List<Tick> between(double low, double high, int most);
  }

  @Override
  public double fraction(double value) {
    return Math.log(value / low) / Math.log(high / low);
  }

  @Override
  public List<Tick> ticks(int most) {
    return marks.between(low, high, most);
  }

  /** Powers of ten, with small marks at their multiples; for short axes 1, 2, 5. */
  static List<Tick> powers(double low, double high, int most) {
    int first = (int) Math.floor(Math.log10(low) + TOLERANCE);
    int last = (int) Math.ceil(Math.log10(high) - TOLERANCE);
    int every = Math.max(1, (int) Math.ceil((last - first) / (double) most));
    boolean isShort = last - first <= 2;
    int lastDigit = last - first > MOST_DECADES ? 1 : 9;
    List<Tick> ticks = new ArrayList<>();
    for (int exponent = first; exponent <= last; exponent++) {
      for (int digit = 1; digit <= lastDigit; digit++) {
        double value = digit * Math.pow(10, exponent);
        boolean named = digit == 1 ? exponent % every == 0 : isShort && (digit == 2 || digit == 5);
        if (value >= low * (1 - TOLERANCE) && value <= high * (1 + TOLERANCE)) {
          ticks.add(new Tick(value, named ? Numbers.short3(value) : ""));
        }
      }
    }
    return ticks;
  }

  /** Usual lengths of time. */
  static List<Tick> durations(double low, double high, int most) {
    List<Tick> ticks = durations(DURATIONS, low, high);
    List<Tick> fewer = durations(FEWER_DURATIONS, low, high);
    if (ticks.size() < 2) {
      List<Tick> more = durations(MORE_DURATIONS, low, high);
      if (more.size() >= 2) {
        return more;
      }
      return powers(low, high, most).stream().map(LogarithmicScale::asDuration).toList();
    }
    return ticks.size() > most && fewer.size() >= 2 ? fewer : ticks;
  }

  private static Tick asDuration(Tick tick) {
    return tick.isLabelled() ? new Tick(tick.value(), Words.roughly(tick.value())) : tick;
  }

  private static List<Tick> durations(double[] values, double low, double high) {
    List<Tick> ticks = new ArrayList<>();
    for (double value : values) {
      if (value >= low * (1 - TOLERANCE) && value <= high * (1 + TOLERANCE)) {
        ticks.add(new Tick(value, name(value)));
      }
    }
    return ticks;
  }

  private static String name(double seconds) {
    TimeText.Unit unit = TimeText.Unit.SECOND;
    for (TimeText.Unit larger : TimeText.Unit.values()) {
      unit = seconds >= larger.seconds() ? larger : unit;
    }
    return Numbers.fixed(seconds / unit.seconds(), 0) + " " + unit.symbol();
  }
}
