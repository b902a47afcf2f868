package org.limpid.plots.chart;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.limpid.interpret.text.ValueLabels;

/** Seconds since 1970, in UTC, with marks as far apart as clocks and calendars go. */
record DateScale(double low, double high) implements Scale {
  private static final long MINUTE = 60;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;
  private static final long[] STEPS = {
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
    14 * DAY,
    28 * DAY,
    91 * DAY,
    182 * DAY,
    365 * DAY,
    2 * 365 * DAY,
    5 * 365 * DAY,
    10 * 365 * DAY,
    20 * 365 * DAY
  };

  @Override
  public double fraction(double value) {
    return (value - low) / (high - low);
  }

  @Override
  public List<Tick> ticks(int most) {
    long step = step(most);
    double[] marks =
        LongStream.rangeClosed((long) Math.ceil(low / step), (long) Math.floor(high / step))
            .mapToDouble(n -> n * (double) step)
            .toArray();
    ValueLabels labels = ValueLabels.of("time", marks);
    return DoubleStream.of(marks).mapToObj(mark -> new Tick(mark, labels.text(mark))).toList();
  }

  private long step(int most) {
    for (long step : STEPS) {
      if ((high - low) / step <= most) {
        return step;
      }
    }
    return STEPS[STEPS.length - 1];
  }
}
