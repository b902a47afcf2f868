package org.limpid.plots.chart;

import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.limpid.interpret.text.ValueLabels;
import org.limpid.plots.chart.Scale.Tick;

/** Seconds since 1970, in UTC, with marks as far apart as clocks and calendars go. */
record DateScale(double low, double high) implements Scale {
  private static final int MONTHS_PER_YEAR = 12;
  private static final long MINUTE = 60;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;
  private static final double LONGEST_MONTH = 31.0 * DAY;
  private static final long[] CLOCK = {
    1,
    5,
    15,
    30,
    MINUTE,
    5 * MINUTE,
    15 * MINUTE,
    30 * MINUTE,
    HOUR,
    3 * HOUR,
    6 * HOUR,
    12 * HOUR,
    DAY,
    2 * DAY,
    7 * DAY,
    14 * DAY
  };
  private static final int[] MONTHS = {1, 3, 6, 12, 24, 60, 120, 240, 1200};

  @Override
  public List<Tick> ticks(int most) {
    double[] marks =
        Arrays.stream(CLOCK)
            .filter(step -> (high - low) / step <= most)
            .mapToObj(this::every)
            .findFirst()
            .orElseGet(() -> everyMonths(most));
    ValueLabels labels = ValueLabels.of("time", marks);
    return DoubleStream.of(marks).mapToObj(mark -> new Tick(mark, labels.text(mark))).toList();
  }

  private double[] every(long step) {
    return LongStream.rangeClosed((long) Math.ceil(low / step), (long) Math.floor(high / step))
        .mapToDouble(n -> n * (double) step)
        .toArray();
  }

  /** First days of months, counted from January. */
  private double[] everyMonths(int most) {
    int step =
        Arrays.stream(MONTHS)
            .filter(months -> (high - low) / (months * LONGEST_MONTH) <= most)
            .findFirst()
            .orElse(MONTHS[MONTHS.length - 1]);
    LocalDate first = LocalDate.EPOCH.plusDays((long) Math.floor(low / DAY)).withDayOfYear(1);
    int years = Math.max(1, step / MONTHS_PER_YEAR);
    return first
        .withYear(first.getYear() - first.getYear() % years)
        .datesUntil(LocalDate.EPOCH.plusDays((long) (high / DAY) + 1), Period.ofMonths(step))
        .mapToDouble(day -> day.atStartOfDay().toEpochSecond(ZoneOffset.UTC))
        .filter(mark -> mark >= low && mark <= high)
        .toArray();
  }
}
