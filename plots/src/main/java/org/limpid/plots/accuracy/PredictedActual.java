package org.limpid.plots.accuracy;

import java.util.Arrays;
import java.util.List;
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
public final class PredictedActual extends AccuracySource {
  private static final int FEWEST_FOR_CELLS = 400;
  private static final int CELLS = 48;
  private static final Size SIZE = Size.column(68);

  @Override
  public String name() {
    return "predicted-actual";
  }

  @Override
  public String description() {
    return "predictions against what was observed, with --data or --csv";
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
}
