package org.limpid.plots.accuracy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.limpid.data.Quantile;
import org.limpid.plots.chart.Axis;
import org.limpid.plots.chart.Chart;
import org.limpid.plots.chart.Layer;
import org.limpid.plots.chart.Layers;
import org.limpid.plots.chart.Scale;
import org.limpid.plots.chart.Scales;
import org.limpid.plots.figure.Figure;
import org.limpid.plots.figure.Size;
import org.limpid.plots.theme.SeriesStyle;
import org.limpid.plots.theme.Theme;

/**
 * Whether predictions are right on average: cases are sorted by their prediction into ten groups of
 * equal size, and the mean prediction of each is set against the mean of what was observed. Of
 * durations, which are estimated by their logarithms, medians are compared.
 */
public final class CalibrationCurve extends AccuracyFigure.OfNumbers {
  private static final int GROUPS = 10;
  private static final Size SIZE = Size.column(68);

  public CalibrationCurve() {
    super("calibration", "whether predictions are right on average");
  }

  /** A tenth of the cases: means and a standard error around them, or medians and quartiles. */
  record Group(double predicted, double actual, double low, double high) {}

  @Override
  Figure figure(PredictionSet set) {
    List<Group> groups = groups(set);
    Group last = groups.getLast();
    boolean durations = set.head().durations();
    String sentence =
        "Of the tenth with the largest predictions the %s is %s predicted and %s actual."
            .formatted(
                durations ? "median" : "mean", set.text(last.predicted()), set.text(last.actual()));
    String lines = durations ? "first to third quartile" : "plus and minus a standard error";
    return new Figure(
        file(set),
        "Calibration: " + set.head().title(),
        "%s Lines: %s. Predicted %s.".formatted(sentence, lines, set.head().source()),
        "Observations against predictions of ten groups. " + sentence,
        SIZE,
        chart(set, groups));
  }

  /** Groups of cases of equal size, ascending by prediction; equal predictions in their order. */
  static List<Group> groups(PredictionSet set) {
    Integer[] order =
        IntStream.range(0, set.size())
            .boxed()
            .sorted((a, b) -> Double.compare(set.predicted()[a], set.predicted()[b]))
            .toArray(Integer[]::new);
    int count = Math.min(GROUPS, order.length);
    return IntStream.range(0, count)
        .mapToObj(group -> {
          int from = (int) ((long) group * order.length / count);
          int to = (int) ((group + 1L) * order.length / count);
          return group(set, Arrays.copyOfRange(order, from, to));
        })
        .toList();
  }

  private static Group group(PredictionSet set, Integer[] rows) {
    double[] predicted = Arrays.stream(rows).mapToDouble(row -> set.predicted()[row]).toArray();
    double[] actual = Arrays.stream(rows).mapToDouble(row -> set.actual()[row]).toArray();
    Arrays.sort(predicted);
    Arrays.sort(actual);
    return set.head().durations() ? byMedians(predicted, actual) : byMeans(predicted, actual);
  }

  private static Group byMedians(double[] predicted, double[] actual) {
    return new Group(
        Quantile.ofSorted(predicted, 0.5),
        Quantile.ofSorted(actual, 0.5),
        Quantile.ofSorted(actual, 0.25),
        Quantile.ofSorted(actual, 0.75));
  }

  private static Group byMeans(double[] predicted, double[] actual) {
    double mean = Arrays.stream(actual).average().orElseThrow();
    double squares = Arrays.stream(actual).map(value -> Math.pow(value - mean, 2)).sum();
    int count = actual.length;
    double error = count < 2 ? 0 : Math.sqrt(squares / (count - 1) / count);
    double expected = Arrays.stream(predicted).average().orElseThrow();
    return new Group(expected, mean, mean - error, mean + error);
  }

  private static Chart chart(PredictionSet set, List<Group> groups) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (Group group : groups) {
      low = Math.min(low, Math.min(group.predicted(), group.low()));
      high = Math.max(high, Math.max(group.predicted(), group.high()));
    }
    boolean durations = set.head().durations();
    double least = durations ? Math.max(1, low) : low - 0.04 * (high - low);
    double most = durations ? Math.max(2, 1.2 * high) : high + 0.04 * (high - low);
    Scale scale = durations ? Scales.logarithmicDuration(least, most) : Scales.linear(least, most);
    return Chart.of(
        Axis.of(title(set, "predicted"), scale),
        Axis.of(title(set, "actual"), scale),
        theme -> layers(groups, scale, theme));
  }

  private static String title(PredictionSet set, String word) {
    return set.head().durations()
        ? "Median %s %s".formatted(word, set.head().unit())
        : "Mean %s (%s)".formatted(word, set.head().unit());
  }

  private static List<Layer> layers(List<Group> groups, Scale scale, Theme theme) {
    double[] ends = {scale.low(), scale.high()};
    SeriesStyle ideal = theme.series(1).in(theme.muted()).wider(0.7);
    double[] xs = groups.stream().mapToDouble(Group::predicted).toArray();
    double[] ys = groups.stream().mapToDouble(Group::actual).toArray();
    double[] lows =
        groups.stream().mapToDouble(group -> Math.max(scale.low(), group.low())).toArray();
    double[] highs = groups.stream().mapToDouble(Group::high).toArray();
    return List.of(
        Layers.line("as predicted", ideal, ends, ends),
        Layers.uprightErrors(xs, lows, highs),
        Layers.line("", theme.series(0).wider(0.8), xs, ys),
        Layers.points("a tenth of the cases", theme.series(0), xs, ys));
  }
}
