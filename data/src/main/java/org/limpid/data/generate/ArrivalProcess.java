package org.limpid.data.generate;

import java.time.LocalDate;

/**
 * How many jobs are submitted in each hour.
 *
 * <p>The rate of hour h of day d is hour(h) x weekday(d) x D_d x H_h with log-normal D and H of
 * mean 1 and sigma 0.30 and 0.60, which give the hours of a day and the days of a month about the
 * scatter that Venus shows. The jobs are then dealt out in proportion to the rates, by rounding the
 * running sum down: history and simulated days each get exactly their number.
 */
final class ArrivalProcess {
  static final int HOURS_PER_DAY = 24;

  private static final double DAY_SIGMA = 0.30;
  private static final double HOUR_SIGMA = 0.60;

  /** Relative rates of the hours: a deep night, lunch, an afternoon peak, a long evening. */
  private static final double[] HOUR_RATES = {
    0.80, 0.75, 0.68, 0.55, 0.35, 0.28, 0.26, 0.28, 0.40, 0.72, 1.08, 1.28,
    1.28, 1.32, 1.62, 1.72, 1.68, 1.64, 1.36, 1.32, 1.32, 1.40, 1.05, 0.80
  };

  /** Relative rates from Monday to Sunday. */
  private static final double[] WEEKDAY_RATES = {1.06, 1.12, 1.38, 1.20, 0.95, 0.62, 0.67};

  private final long[] jobsPerHour;
  private final int historyHours;

  ArrivalProcess(GeneratorOptions options, LocalDate origin, RandomStream random) {
    historyHours = options.historyDays() * HOURS_PER_DAY;
    double[] rates = rates(options.historyDays() + options.days(), origin, random);
    jobsPerHour = new long[rates.length];
    long historyJobs = historyJobs(options);
    deal(historyJobs, rates, 0, historyHours);
    deal(options.jobs(), rates, historyHours, rates.length);
  }

  /** Jobs submitted before the simulated days: the same number per day. */
  static long historyJobs(GeneratorOptions options) {
    return Math.round((double) options.jobs() * options.historyDays() / options.days());
  }

  private static double[] rates(int days, LocalDate origin, RandomStream random) {
    double[] rates = new double[days * HOURS_PER_DAY];
    for (int day = 0; day < days; day++) {
      int weekday = origin.plusDays(day).getDayOfWeek().ordinal();
      double dayRate = WEEKDAY_RATES[weekday] * random.unitMeanLognormal(DAY_SIGMA);
      for (int hour = 0; hour < HOURS_PER_DAY; hour++) {
        rates[day * HOURS_PER_DAY + hour] =
            dayRate * HOUR_RATES[hour] * random.unitMeanLognormal(HOUR_SIGMA);
      }
    }
    return rates;
  }

  private void deal(long jobs, double[] rates, int from, int to) {
    double total = 0;
    for (int hour = from; hour < to; hour++) {
      total += rates[hour];
    }
    double sum = 0;
    long dealt = 0;
    for (int hour = from; hour < to; hour++) {
      sum += rates[hour];
      long due = hour == to - 1 ? jobs : (long) (jobs * (sum / total));
      jobsPerHour[hour] = due - dealt;
      dealt = due;
    }
  }

  /** Number of hours, history included. */
  int hours() {
    return jobsPerHour.length;
  }

  /** Number of hours before the simulated days. */
  int historyHours() {
    return historyHours;
  }

  /** Jobs submitted in hour {@code hour} since the origin. */
  long jobs(int hour) {
    return jobsPerHour[hour];
  }
}
