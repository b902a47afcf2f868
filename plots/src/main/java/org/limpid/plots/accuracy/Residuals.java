package org.limpid.plots.accuracy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.limpid.data.Quantile;
import org.limpid.plots.chart.Axis;
import org.limpid.plots.chart.Chart;
import org.limpid.plots.chart.Layer;
import org.limpid.plots.chart.Layers;
import org.limpid.plots.chart.Layers.Bar;
import org.limpid.plots.chart.Scale;
import org.limpid.plots.chart.Scales;
import org.limpid.plots.figure.Figure;
import org.limpid.plots.figure.Size;
import org.limpid.plots.theme.Hatch;
import org.limpid.plots.theme.SeriesStyle;
import org.limpid.plots.theme.Theme;
import org.limpid.results.table.Numbers;

/**
 * How far predictions are from what was observed: predicted minus actual, of durations by how many
 * times a prediction is too long. The outermost bars hold all that lies beyond.
 */
public final class Residuals extends AccuracyFigure.OfNumbers {
  private static final int BARS = 41;
  private static final double SHOWN = 0.98;
  private static final Size SIZE = Size.column(52);

  public Residuals() {
    super("residuals", "errors of predictions");
  }

  @Override
  Figure figure(PredictionSet set) {
    double[] errors = errors(set);
    double[] sorted = errors.clone();
    Arrays.sort(sorted);
    double end = end(errors);
    double[] shares = shares(errors, end);
    String half =
        "Half of the errors lie between %s and %s."
            .formatted(
                text(set, Quantile.ofSorted(sorted, 0.25)),
                text(set, Quantile.ofSorted(sorted, 0.75)));
    return new Figure(
        file(set),
        "Errors: " + set.head().title(),
        set.caption() + " " + half,
        "Histogram of the errors. " + half,
        SIZE,
        Chart.of(
            Axis.of(title(set), scale(set, end)),
            Axis.of("Cases", Scales.percent(0, 1.05 * Arrays.stream(shares).max().orElse(1))),
            theme -> layers(shares, end, Quantile.ofSorted(sorted, 0.5), theme)));
  }

  private static double[] errors(PredictionSet set) {
    double[] errors = new double[set.size()];
    for (int i = 0; i < errors.length; i++) {
      errors[i] =
          set.head().durations()
              ? Math.log10(set.predicted()[i] / set.actual()[i])
              : set.predicted()[i] - set.actual()[i];
    }
    return errors;
  }

  private static String title(PredictionSet set) {
    return set.head().durations()
        ? "Predicted over actual " + set.head().unit()
        : "Predicted − actual (%s)".formatted(set.head().unit());
  }

  private static Scale scale(PredictionSet set, double end) {
    return set.head().durations()
        ? Scales.labelled(-end, end, value -> "× " + Numbers.short3(Math.pow(10, value)))
        : Scales.linear(-end, end);
  }

  private static String text(PredictionSet set, double error) {
    return set.head().durations()
        ? Numbers.short3(Math.pow(10, error)) + " times the actual " + set.head().unit()
        : Numbers.short3(error);
  }

  /** The size that so many errors do not exceed. */
  private static double end(double[] errors) {
    double[] sizes = Arrays.stream(errors).map(Math::abs).sorted().toArray();
    double end = Quantile.ofSorted(sizes, SHOWN);
    double largest = sizes[sizes.length - 1];
    return end > 0 ? end : largest > 0 ? largest : 1;
  }

  private static double[] shares(double[] errors, double end) {
    double[] shares = new double[BARS];
    for (double error : errors) {
      long bar = (long) Math.floor((error + end) / (2 * end) * BARS);
      shares[Math.clamp(bar, 0, BARS - 1)] += 1.0 / errors.length;
    }
    return shares;
  }

  private static List<Layer> layers(double[] shares, double end, double median, Theme theme) {
    SeriesStyle style = theme.series(0);
    SeriesStyle outer = style.in(theme.shade()).with(Hatch.RISING);
    List<Bar> bars = new ArrayList<>();
    double width = 2 * end / BARS;
    for (int i = 0; i < BARS; i++) {
      double left = -end + i * width;
      boolean last = i == 0 || i == BARS - 1;
      bars.add(
          new Bar(left + 0.05 * width, left + 0.95 * width, 0, shares[i], last ? outer : style));
    }
    double[] place = {median, median};
    double top = Arrays.stream(shares).max().orElse(1);
    return List.of(
        Layers.boxInLegend("this error or a larger one", outer),
        Layers.bars(bars),
        Layers.uprightRule(0),
        Layers.line("median", theme.series(1), place, new double[] {0, 1.05 * top}));
  }
}
