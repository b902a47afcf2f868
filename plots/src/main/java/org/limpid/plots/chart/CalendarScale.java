package org.limpid.plots.chart;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.limpid.plots.chart.Scale.Tick;

/** Seconds since an origin, with marks at midnights or whole hours. */
record CalendarScale(double low, double high, LocalDateTime origin) implements Scale {
  private static final long[] STEP_HOURS = {
    1, 2, 3, 6, 12, 24, 48, 7 * 24, 14 * 24, 28 * 24, 91 * 24, 364 * 24
  };
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
  private static final DateTimeFormatter HOUR =
      DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);
  private static final int SECONDS_PER_HOUR = 3600;
  private static final int HOURS_PER_DAY = 24;

  @Override
  public List<Tick> ticks(int most) {
    long step = STEP_HOURS[STEP_HOURS.length - 1];
    for (int i = STEP_HOURS.length - 1; i >= 0; i--) {
      step = (high - low) / (STEP_HOURS[i] * SECONDS_PER_HOUR) <= most ? STEP_HOURS[i] : step;
    }
    return ticksEvery(step);
  }

  private List<Tick> ticksEvery(long hours) {
    DateTimeFormatter format = hours >= HOURS_PER_DAY ? DAY : HOUR;
    List<Tick> ticks = new ArrayList<>();
    LocalDateTime at = origin.plusSeconds((long) Math.floor(low)).truncatedTo(ChronoUnit.DAYS);
    for (double value = seconds(at); value <= high; value = seconds(at)) {
      if (value >= low) {
        ticks.add(new Tick(value, format.format(at)));
      }
      at = at.plusHours(hours);
    }
    return ticks;
  }

  private double seconds(LocalDateTime time) {
    return Duration.between(origin, time).toSeconds();
  }
}
