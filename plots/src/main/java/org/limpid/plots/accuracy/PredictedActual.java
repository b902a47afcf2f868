package org.limpid.plots.accuracy;

import java.util.Arrays;
import java.util.List;
import org.limpid.plots.chart.Axis;
import org.limpid.plots.chart.Chart;
import org.limpid.plots.chart.ColorKey;
import org.limpid.plots.chart.Drawing;
import org.limpid.plots.chart.Grid;
import org.limpid.plots.chart.HeatMap;
import org.limpid.plots.chart.Layer;
import org.limpid.plots.chart.Layers;
import org.limpid.plots.chart.Plot;
import org.limpid.plots.chart.Scale;
import org.limpid.plots.chart.Scales;
import org.limpid.plots.figure.Figure;
import org.limpid.plots.figure.Size;

/** What was predicted against what was observed: points, or of many how dense they are. */
public final class PredictedActual extends AccuracyFigure.OfNumbers {
  private static final int FEWEST_FOR_CELLS = 400;
  private static final int CELLS = 48;
  private static final Size SIZE = Size.column(68);

  public PredictedActual() {
    super("predicted-actual", "predictions against what was observed");
  }

  @Override
  Figure figure(PredictionSet set) {
    ValueAxis axis = ValueAxis.of(set);
    return new Figure(
        file(set),
        "Predicted and actual: " + set.head().title(),
        set.caption() + " On the line both are equal.",
        "Predictions against observations. " + set.measures() + ".",
        SIZE,
        set.size() < FEWEST_FOR_CELLS ? points(set, axis) : cells(set, axis));
  }

  private static Drawing points(PredictionSet set, ValueAxis axis) {
    return Chart.of(
        axis.axis("Actual"),
        axis.axis("Predicted"),
        theme ->
            List.of(
                diagonal(axis), Layers.points("", theme.series(0), set.actual(), set.predicted())));
  }

  private static Layer diagonal(ValueAxis axis) {
    double[] ends = {axis.low(), axis.high()};
    return (Plot plot) ->
        Layers.line("", plot.theme().series(1).in(plot.theme().ink()).wider(0.7), ends, ends)
            .paint(plot);
  }

  private static Drawing cells(PredictionSet set, ValueAxis axis) {
    double[][] counts = counts(set, axis.scale());
    double most =
        Arrays.stream(counts).flatMapToDouble(Arrays::stream).filter(n -> n > 0).max().orElse(1);
    double[] edges = new double[CELLS + 1];
    Arrays.setAll(edges, i -> axis.value((double) i / CELLS));
    Scale colours = Scales.logarithmic(1, Math.max(2, most));
    return new HeatMap(
        "",
        axis.axis("Actual").withoutGrid(),
        axis.axis("Predicted").withoutGrid(),
        new Grid(edges, edges, counts),
        new ColorKey("Cases", colours, false),
        List.of(diagonal(axis)));
  }

  /** Cases per cell; NaN where there are none. Numbers beyond the ends count in the last cells. */
  private static double[][] counts(PredictionSet set, Scale scale) {
    double[][] counts = new double[CELLS][CELLS];
    for (double[] row : counts) {
      Arrays.fill(row, Double.NaN);
    }
    for (int i = 0; i < set.size(); i++) {
      int row = cell(scale, set.predicted()[i]);
      int column = cell(scale, set.actual()[i]);
      counts[row][column] = Double.isNaN(counts[row][column]) ? 1 : counts[row][column] + 1;
    }
    return counts;
  }

  private static int cell(Scale scale, double value) {
    return Math.clamp((long) Math.floor(scale.fraction(value) * CELLS), 0, CELLS - 1);
  }

  /** The axis that predictions and observations share; larger numbers count as its end. */
  private record ValueAxis(PredictionSet set, double low, double high) {
    /** Of numbers, the largest few in ten thousand are left out, lest they squeeze all others. */
    private static final double SHOWN = 0.9985;

    static ValueAxis of(PredictionSet set) {
      double[] all = new double[2 * set.size()];
      System.arraycopy(set.actual(), 0, all, 0, set.size());
      System.arraycopy(set.predicted(), 0, all, set.size(), set.size());
      Arrays.sort(all);
      double largest = all[all.length - 1];
      double shown = all[(int) Math.ceil(SHOWN * (all.length - 1))];
      return set.head().durations()
          ? new ValueAxis(set, Math.max(1, all[0]), Math.max(2, largest))
          : new ValueAxis(set, Math.min(all[0], 0), shown > Math.min(all[0], 0) ? shown : largest);
    }

    Scale scale() {
      return set.head().durations()
          ? Scales.logarithmicDuration(low, high)
          : Scales.linear(low, high);
    }

    Axis axis(String word) {
      String unit = set.head().durations() ? "" : " (%s)".formatted(set.head().unit());
      String what = set.head().durations() ? word + " " + set.head().unit() : word + unit;
      return Axis.of(what, scale());
    }

    /** The value at a fraction of the axis. */
    double value(double fraction) {
      return set.head().durations()
          ? low * Math.pow(high / low, fraction)
          : low + fraction * (high - low);
    }
  }
}
