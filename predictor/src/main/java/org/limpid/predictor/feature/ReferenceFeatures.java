package org.limpid.predictor.feature;

import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.limpid.data.Quantile;
import org.limpid.predictor.feature.LoadFeatures.LoadFeature;

/** The 25 features of the notebook {@code predictor.ipynb} of Lucid's artifact, in its order. */
final class ReferenceFeatures {
  private static final String LAST_HOUR = " 1 to 2 h ago";
  private static final int HOUR = 6;
  private static final int THREE_HOURS = 18;
  private static final int DAY = LoadHistory.SLOTS_PER_DAY;

  private ReferenceFeatures() {}

  static List<LoadFeature> all() {
    List<LoadFeature> all = new ArrayList<>(calendar());
    all.addAll(counts("njob", "jobs", LoadHistory::jobs));
    all.addAll(counts("ngpu", "GPUs", LoadHistory::gpus));
    return List.copyOf(all);
  }

  private static List<LoadFeature> calendar() {
    return List.of(
        new LoadFeature("month", "month", "1 to 12", (h, t) -> h.time(t).getMonthValue()),
        new LoadFeature(
            "day", "day of the month", "day of the month", (h, t) -> h.time(t).getDayOfMonth()),
        new LoadFeature("hour", "hour of the day", "0 to 23", (h, t) -> h.time(t).getHour()),
        new LoadFeature("minute", "minute", "0, 10, .. 50", (h, t) -> h.time(t).getMinute()),
        new LoadFeature("dayofweek", "day of the week", "0 is Monday", LoadHistory::dayOfWeek),
        new LoadFeature(
            "dayofyear", "day of the year", "1 to 366", (h, t) -> h.time(t).getDayOfYear()),
        new LoadFeature(
            "week",
            "week of the year",
            "week of ISO 8601",
            (h, t) -> h.time(t).get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)));
  }

  private static List<LoadFeature> counts(
      String name, String what, Function<LoadHistory, LoadSignal> of) {
    return List.of(
        shift("shift_1h_" + name, what + " an hour ago", of, HOUR),
        shift("shift_3h_" + name, what + " 3 h ago", of, THREE_HOURS),
        shift("shift_1d_" + name, what + " a day ago", of, DAY),
        soft("soft_1h_" + name, what + " about an hour ago", of, HOUR),
        soft("soft_3h_" + name, what + " about 3 h ago", of, THREE_HOURS),
        soft("soft_1d_" + name, what + " about a day ago", of, DAY),
        lastHour(
            "roll_mean_1h_" + name,
            "mean " + what + LAST_HOUR,
            "mean",
            of,
            ReferenceFeatures::mean),
        lastHour(
            "roll_median_1h_" + name, "median " + what + LAST_HOUR, "median", of, Quantile::median),
        lastHour(
            "roll_std_1h_" + name,
            "spread of " + what + LAST_HOUR,
            "sample deviation",
            of,
            ReferenceFeatures::sampleDeviation));
  }

  private static LoadFeature shift(
      String name, String words, Function<LoadHistory, LoadSignal> of, int distance) {
    return new LoadFeature(
        name, words, "x[t-%d]".formatted(distance), (h, t) -> of.apply(h).count(t - distance));
  }

  private static LoadFeature soft(
      String name, String words, Function<LoadHistory, LoadSignal> of, int distance) {
    return new LoadFeature(
        name,
        words,
        "0.5 x[t-%d] + 0.25 (x[t-%d] + x[t-%d])".formatted(distance, distance + 1, distance - 1),
        (h, t) -> t <= distance ? 0 : of.apply(h).soft(t - distance));
  }

  private static LoadFeature lastHour(
      String name,
      String words,
      String what,
      Function<LoadHistory, LoadSignal> of,
      Function<double[], Double> statistic) {
    int oldest = 2 * HOUR - 1;
    return new LoadFeature(
        name,
        words,
        what + " of x[t-11] .. x[t-6]",
        (h, t) -> t < oldest ? 0 : statistic.apply(of.apply(h).counts(t - oldest, t - HOUR)));
  }

  /** Sum divided by the number, in the order of the array. */
  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  /** Root of the sum of squared distances from the mean, divided by the number less one. */
  private static double sampleDeviation(double[] values) {
    double mean = mean(values);
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return Math.sqrt(squares / (values.length - 1));
  }
}
