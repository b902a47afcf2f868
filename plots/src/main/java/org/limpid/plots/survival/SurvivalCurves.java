package org.limpid.plots.survival;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.interpret.model.ModelCsv;
import org.limpid.interpret.model.Row;
import org.limpid.interpret.model.RowReader;
import org.limpid.interpret.survival.SurvivalModel;
import org.limpid.interpret.table.NumericColumn;
import org.limpid.interpret.table.Table;
import org.limpid.plots.chart.Axis;
import org.limpid.plots.chart.Chart;
import org.limpid.plots.chart.Layer;
import org.limpid.plots.chart.Layers;
import org.limpid.plots.chart.Scales;
import org.limpid.plots.figure.Figure;
import org.limpid.plots.figure.FigureOptions;
import org.limpid.plots.figure.FileName;
import org.limpid.plots.figure.PlotInputs;
import org.limpid.plots.figure.Size;
import org.limpid.plots.theme.Theme;
import org.limpid.results.table.Numbers;

/**
 * Which share lasts how long: the survival curves of a row, or of three that are among the
 * shortest, in the middle and among the longest, beside the mean of all rows of a CSV file.
 */
public final class SurvivalCurves extends SurvivalFigure {
  private static final Size SIZE = Size.column(68);
  private static final int POINTS = 200;
  private static final double[] PLACES = {0.1, 0.5, 0.9};

  public SurvivalCurves() {
    super("survival-curves", "how long rows last, of a survival model, with --csv");
  }

  @Override
  Optional<String> missing(PlotInputs inputs) {
    return inputs.table().isPresent()
        ? Optional.empty()
        : Optional.of("needs rows to predict for, with --csv");
  }

  @Override
  Figure figure(String name, SurvivalModel model, PlotInputs inputs, FigureOptions options) {
    double[][] curves = curves(model, inputs);
    int[] rows =
        options.models().row().isPresent()
            ? new int[] {requireRow(options.models().row().getAsInt(), curves.length)}
            : spread(model, curves);
    List<Line> lines = new ArrayList<>();
    for (int row : rows) {
      lines.add(new Line(label(model, row, curves[row]), curves[row]));
    }
    lines.add(new Line("mean of all rows", mean(curves)));
    String sentence =
        "Predicted shares that last beyond a time, for %s of %s rows."
            .formatted(rows.length == 1 ? "one" : "three", Numbers.whole(curves.length));
    return new Figure(
        FileName.of(name(), name),
        "Survival: " + model.duration(),
        sentence,
        sentence + " " + String.join(", ", lines.stream().map(Line::label).toList()) + ".",
        SIZE,
        Chart.of(
            Axis.of(model.duration(), Scales.linear(0, last(model))),
            Axis.of("Share that lasts longer", Scales.percent(0, 1)),
            theme -> layers(model, lines, theme)));
  }

  private record Line(String label, double[] curve) {}

  private static double last(SurvivalModel model) {
    return model.periods().end(model.periods().count() - 1);
  }

  /** How long a row has lasted is no input. */
  private static double[][] curves(SurvivalModel model, PlotInputs inputs) {
    String event = model.hazards().provenance().target();
    Table read =
        ModelCsv.read(model.hazards(), inputs.table().orElseThrow(), event, Set.of(), _ -> {});
    Table table = read.with(NumericColumn.of(model.duration(), new double[read.rowCount()]));
    RowReader reader = new RowReader(model.hazards(), table);
    Row row = model.hazards().newRow();
    double[][] curves = new double[table.rowCount()][];
    for (int i = 0; i < curves.length; i++) {
      reader.read(i, row);
      curves[i] = model.curve(row);
    }
    return curves;
  }

  private static int requireRow(int row, int count) {
    if (row > count) {
      throw new DataException(
          new Problem(
              "--row",
              0,
              "",
              Integer.toString(row),
              "there is no such row",
              "Maybe one of 1 to %d was meant.".formatted(count)));
    }
    return row - 1;
  }

  private static int[] spread(SurvivalModel model, double[][] curves) {
    double[] means = Arrays.stream(curves).mapToDouble(model::mean).toArray();
    int[] order =
        IntStream.range(0, means.length)
            .boxed()
            .sorted(Comparator.comparingDouble(row -> means[row]))
            .mapToInt(row -> row)
            .toArray();
    return Arrays.stream(PLACES)
        .mapToInt(place -> order[(int) (place * (order.length - 1))])
        .distinct()
        .toArray();
  }

  private static String label(SurvivalModel model, int row, double... curve) {
    double median = model.quantile(0.5, curve);
    String half =
        Double.isNaN(median) ? "later than " + Numbers.short3(last(model)) : Numbers.short3(median);
    return "row %d, half by %s".formatted(row + 1, half);
  }

  private static double[] mean(double[][] curves) {
    double[] mean = new double[curves[0].length];
    for (double[] curve : curves) {
      for (int period = 0; period < mean.length; period++) {
        mean[period] += curve[period] / curves.length;
      }
    }
    return mean;
  }

  private static List<Layer> layers(SurvivalModel model, List<Line> lines, Theme theme) {
    double[] times = new double[POINTS + 1];
    Arrays.setAll(times, i -> last(model) * i / POINTS);
    List<Layer> layers = new ArrayList<>();
    for (Line line : lines) {
      double[] shares =
          Arrays.stream(times).map(time -> model.beyond(time, line.curve())).toArray();
      layers.add(Layers.line(line.label(), theme.series(layers.size()), times, shares));
    }
    return layers;
  }
}
