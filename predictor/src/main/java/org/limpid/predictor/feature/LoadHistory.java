package org.limpid.predictor.feature;

import java.time.LocalDateTime;
import org.limpid.data.ThroughputSeries;

/** A series prepared for the computation of features. Immutable. */
final class LoadHistory {
  static final int SLOTS_PER_DAY = 86_400 / ThroughputSeries.TEN_MINUTES;

  private static final int DAYS_PER_WEEK = 7;
  private static final int FIRST_DAY_OF_WEEKEND = 5;

  private final ThroughputSeries series;
  private final LoadSignal jobs;
  private final LoadSignal gpus;
  private final long firstDay;
  private final long firstSecondOfDay;

  LoadHistory(ThroughputSeries series) {
    if (series.slotSeconds() != ThroughputSeries.TEN_MINUTES) {
      throw new IllegalArgumentException(
          "expected slots of %d s, found %d s"
              .formatted(ThroughputSeries.TEN_MINUTES, series.slotSeconds()));
    }
    this.series = series;
    jobs = new LoadSignal(series.jobs());
    gpus = new LoadSignal(series.gpus());
    LocalDateTime first = series.time(0);
    firstDay = first.getDayOfWeek().ordinal();
    firstSecondOfDay = first.toLocalTime().toSecondOfDay();
  }

  LoadSignal jobs() {
    return jobs;
  }

  LoadSignal gpus() {
    return gpus;
  }

  LocalDateTime time(int slot) {
    return series.time(slot);
  }

  /** 0 for Monday to 6 for Sunday. */
  int dayOfWeek(int slot) {
    long seconds = firstSecondOfDay + (long) slot * ThroughputSeries.TEN_MINUTES;
    return Math.floorMod(firstDay + Math.floorDiv(seconds, 86_400), DAYS_PER_WEEK);
  }

  boolean isWeekend(int slot) {
    return dayOfWeek(slot) >= FIRST_DAY_OF_WEEKEND;
  }
}
