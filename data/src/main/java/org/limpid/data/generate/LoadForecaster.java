package org.limpid.data.generate;

import java.time.DayOfWeek;
import java.time.LocalDate;

/**
 * Forecasts what will be submitted in a slot of ten minutes from earlier slots. A heuristic, not a
 * trained model:
 *
 * <pre>
 * forecast(s) = 0.75 S(s) + 0.25 R(s)
 * R(s) = mean of slots s-11 .. s-6
 * S(s) = sum over days j = 1..28 of w_j M_j / sum of w_j,   M_j = mean of slots s-144j-3 .. s-144j+3
 * w_j = 0.9^j, x 0.2 where one of the two days is a Saturday or Sunday and the other is not
 * </pre>
 *
 * A forecast for slot s uses no slot after s-6. A policy that reads five rows ahead, as Lucid does,
 * therefore sees nothing that has not happened when it decides.
 */
final class LoadForecaster {
  /** Slots between the last one used and the one forecast. */
  static final int GAP_SLOTS = 6;

  private static final int RECENT_SLOTS = 6;
  private static final int NEIGHBOURS = 3;
  private static final int MEMORY_DAYS = 28;
  private static final double DAILY_DECAY = 0.9;
  private static final double OTHER_KIND_OF_DAY = 0.2;
  private static final double SEASONAL_WEIGHT = 0.75;

  private final long[] series;
  private final LocalDate origin;

  /**
   * @param series one value per slot
   * @param origin day of slot 0
   */
  LoadForecaster(long[] series, LocalDate origin) {
    this.series = series;
    this.origin = origin;
  }

  /** Forecast for slot {@code slot}, which must have a day of history before it. */
  double forecast(int slot) {
    return SEASONAL_WEIGHT * seasonal(slot)
        + (1 - SEASONAL_WEIGHT) * mean(slot - GAP_SLOTS - RECENT_SLOTS + 1, slot - GAP_SLOTS);
  }

  private double seasonal(int slot) {
    double sum = 0;
    double weights = 0;
    double decay = 1;
    for (int day = 1; day <= MEMORY_DAYS && slot >= day * SlotCounts.SLOTS_PER_DAY; day++) {
      int then = slot - day * SlotCounts.SLOTS_PER_DAY;
      decay *= DAILY_DECAY;
      double weight = decay * (isWeekend(slot) == isWeekend(then) ? 1 : OTHER_KIND_OF_DAY);
      sum += weight * mean(then - NEIGHBOURS, then + NEIGHBOURS);
      weights += weight;
    }
    return sum / weights;
  }

  private boolean isWeekend(int slot) {
    DayOfWeek day = origin.plusDays(slot / SlotCounts.SLOTS_PER_DAY).getDayOfWeek();
    return day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
  }

  private double mean(int from, int to) {
    int first = Math.max(0, from);
    long sum = 0;
    for (int slot = first; slot <= to; slot++) {
      sum += series[slot];
    }
    return (double) sum / (to - first + 1);
  }
}
