package org.limpid.plots.chart;

import java.time.LocalDateTime;
import java.util.List;
import java.util.function.DoubleFunction;
import org.limpid.plots.chart.Scale.Tick;
import org.limpid.results.table.TimeText;

/** The scales that there are. Ends that are equal or no numbers are replaced by sensible ones. */
public final class Scales {
  private static final double ROOM_ABOVE = 1.04;

  private Scales() {}

  /** Numbers from one end to the other. */
  public static Scale linear(double low, double high) {
    Ends ends = Ends.of(low, high);
    return new LinearScale(ends.low(), ends.high(), TickSteps.DECIMAL);
  }

  /** Numbers from 0 to a little above the largest value. */
  public static Scale fromZero(double largest) {
    return linear(0, largest > 0 ? largest * ROOM_ABOVE : 1);
  }

  /** Shares of 0..1, in percent. */
  public static Scale percent(double low, double high) {
    Ends ends = Ends.of(low, high);
    return new LinearScale(ends.low(), ends.high(), TickSteps.PERCENT);
  }

  /** Lengths of time in seconds, marked in one unit that suits the longest. */
  public static Scale duration(double lowSeconds, double highSeconds) {
    Ends ends = Ends.of(lowSeconds, highSeconds);
    double longest = Math.max(Math.abs(ends.low()), Math.abs(ends.high()));
    return new LinearScale(ends.low(), ends.high(), TickSteps.of(TimeText.Unit.suiting(longest)));
  }

  /** Lengths of time in seconds from 0 to a little above the longest. */
  public static Scale durationFromZero(double longestSeconds) {
    return duration(0, longestSeconds > 0 ? longestSeconds * ROOM_ABOVE : 1);
  }

  /** Numbers by their logarithms, with marks at powers of ten; both ends above 0. */
  public static Scale logarithmic(double low, double high) {
    Ends ends = Ends.positive(low, high);
    return new LogarithmicScale(ends.low(), ends.high(), LogarithmicScale::powers);
  }

  /** Lengths of time in seconds by their logarithms; both ends above 0. */
  public static Scale logarithmicDuration(double lowSeconds, double highSeconds) {
    Ends ends = Ends.positive(lowSeconds, highSeconds);
    return new LogarithmicScale(ends.low(), ends.high(), LogarithmicScale::durations);
  }

  /** Seconds since an origin, marked as days or hours of the calendar. */
  public static Scale calendar(double lowSeconds, double highSeconds, LocalDateTime origin) {
    Ends ends = Ends.of(lowSeconds, highSeconds);
    return new CalendarScale(ends.low(), ends.high(), origin);
  }

  /** Seconds since 1970, marked with dates in UTC; numbers where they are too near each other. */
  public static Scale dates(double lowSeconds, double highSeconds) {
    return highSeconds - lowSeconds > 2
        ? new DateScale(lowSeconds, highSeconds)
        : linear(lowSeconds, highSeconds);
  }

  /** Names: the n-th, from 0, takes the place from n to n + 1. */
  public static Scale names(List<String> names) {
    return new NameScale(names);
  }

  /** Numbers whose marks are labelled by a function. */
  public static Scale labelled(double low, double high, DoubleFunction<String> label) {
    Ends ends = Ends.of(low, high);
    return new LinearScale(ends.low(), ends.high(), TickSteps.DECIMAL.labelled(label));
  }

  /** The ends of an axis: finite, and apart from each other. */
  private record Ends(double low, double high) {
    static Ends of(double low, double high) {
      if (!Double.isFinite(low) || !Double.isFinite(high)) {
        return new Ends(0, 1);
      }
      double room = low == 0 ? 1 : Math.abs(low) / 2;
      return high > low ? new Ends(low, high) : new Ends(low - room, low + room);
    }

    static Ends positive(double low, double high) {
      if (!Double.isFinite(high) || !(low > 0)) {
        throw new IllegalArgumentException(
            "expected ends above 0, found %s and %s".formatted(low, high));
      }
      return high > low ? new Ends(low, high) : new Ends(low / 2, low * 2);
    }
  }

  /** Equal differences are equally long. */
  private record LinearScale(double low, double high, TickSteps steps) implements Scale {
    /** By how many more marks an axis is asked for that would have but one, which tells nothing. */
    private static final int FEW = 3;

    @Override
    public List<Tick> ticks(int most) {
      List<Tick> ticks = steps.ticks(low, high, most);
      for (int more = most + 1; ticks.size() < 2 && more <= most + FEW; more++) {
        ticks = steps.ticks(low, high, more);
      }
      return ticks;
    }
  }
}
