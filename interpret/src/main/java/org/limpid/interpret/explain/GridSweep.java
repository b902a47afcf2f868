package org.limpid.interpret.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.limpid.files.ClosestName;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.interpret.explain.FeatureGrid.GridAxis;
import org.limpid.interpret.model.Feature;
import org.limpid.interpret.model.Model;
import org.limpid.interpret.model.Row;
import org.limpid.interpret.model.RowReader;
import org.limpid.interpret.table.Table;
import org.limpid.interpret.text.NumberText;

/** Predicts for rows of a table in which some features take all combinations of given values. */
final class GridSweep {
  private final Model model;
  private final Table table;
  private final RowReader reader;
  private final Row row;
  private final double[] outputs;
  private final List<GridValues> axes;
  private final int pointCount;

  GridSweep(Model model, Table table, List<FeatureGrid> grids) {
    if (table.rowCount() == 0 || grids.isEmpty()) {
      throw new IllegalArgumentException("expected a row and a feature at least");
    }
    this.model = model;
    this.table = table;
    reader = new RowReader(model, table);
    row = model.newRow();
    outputs = new double[model.task().outputCount()];
    axes = grids.stream().map(grid -> GridValues.of(grid, model, table, reader)).toList();
    pointCount =
        axes.stream().mapToInt(axis -> axis.encoded().length).reduce(1, Math::multiplyExact);
  }

  PartialDependence average() {
    double[][] means = new double[pointCount][outputs.length];
    double[][] squares = new double[pointCount][outputs.length];
    for (int i = 0; i < table.rowCount(); i++) {
      reader.read(i, row);
      for (int point = 0; point < pointCount; point++) {
        predict(point);
        add(i + 1, means[point], squares[point]);
      }
    }
    List<PartialDependence.Point> points =
        IntStream.range(0, pointCount).mapToObj(p -> point(p, means[p], squares[p])).toList();
    List<GridAxis> gridAxes = axes.stream().map(GridValues::axis).toList();
    return new PartialDependence(gridAxes, model.outputNames(), points);
  }

  /** One more row for the running means and sums of squares about them (Welford). */
  private void add(int count, double[] means, double[] squares) {
    for (int k = 0; k < outputs.length; k++) {
      double before = outputs[k] - means[k];
      means[k] += before / count;
      squares[k] += before * (outputs[k] - means[k]);
    }
  }

  private PartialDependence.Point point(int point, double[] means, double[] squares) {
    List<String> labels = new ArrayList<>();
    int rest = point;
    for (GridValues axis : axes.reversed()) {
      labels.addFirst(axis.axis().labels().get(rest % axis.encoded().length));
      rest /= axis.encoded().length;
    }
    List<Measure> measures =
        IntStream.range(0, means.length)
            .mapToObj(k -> new Measure(means[k], Math.sqrt(squares[k] / table.rowCount())))
            .toList();
    return new PartialDependence.Point(labels, measures);
  }

  IndividualCurves curves(int output, int... rows) {
    List<IndividualCurves.Curve> curves =
        IntStream.of(rows).mapToObj(i -> curve(output, i)).toList();
    String name = model.outputNames().get(output);
    return new IndividualCurves(axes.getFirst().axis(), name, curves);
  }

  private IndividualCurves.Curve curve(int output, int index) {
    reader.read(index, row);
    List<Double> predictions = new ArrayList<>();
    for (int point = 0; point < pointCount; point++) {
      predict(point);
      predictions.add(outputs[output]);
    }
    return new IndividualCurves.Curve(index, predictions);
  }

  private void predict(int point) {
    int rest = point;
    for (int a = axes.size() - 1; a >= 0; a--) {
      GridValues axis = axes.get(a);
      row.setEncoded(axis.position(), axis.encoded()[rest % axis.encoded().length]);
      rest /= axis.encoded().length;
    }
    model.predict(row, outputs);
  }

  /** A grid with its values looked up: as a row holds them at the position of the feature. */
  private record GridValues(GridAxis axis, int position, double[] encoded) {

    static GridValues of(FeatureGrid grid, Model model, Table table, RowReader reader) {
      int position = position(grid, model);
      return switch (model.features().get(position)) {
        case Feature.Numeric _ -> numeric(grid, position, numbers(grid, position, table, reader));
        case Feature.Categorical categorical -> categorical(grid, position, categorical);
      };
    }

    private static int position(FeatureGrid grid, Model model) {
      List<String> names = model.features().stream().map(Feature::name).toList();
      int position = names.indexOf(grid.feature());
      if (position < 0) {
        String hint = ClosestName.hint(grid.feature(), names);
        throw problem("", grid.feature(), "the model has no such feature", hint);
      }
      return position;
    }

    private static double[] numbers(FeatureGrid grid, int position, Table table, RowReader reader) {
      return switch (grid) {
        case FeatureGrid.Numbers given ->
            given.values().stream().mapToDouble(Double::doubleValue).toArray();
        case FeatureGrid.Quantiles quantiles ->
            quantiles(quantiles, present(grid, position, table, reader));
        case FeatureGrid.Categories _ ->
            throw problem(grid.feature(), "", "expected numbers, found categories", "");
      };
    }

    private static double[] present(FeatureGrid grid, int position, Table table, RowReader reader) {
      double[] present =
          IntStream.range(0, table.rowCount())
              .mapToDouble(row -> reader.encoded(row, position))
              .filter(value -> !Double.isNaN(value))
              .sorted()
              .toArray();
      if (present.length == 0) {
        throw problem(
            grid.feature(), "", "expected a number in one row at least", "Maybe give the values.");
      }
      return present;
    }

    /** By whole numbers, as a share that is rounded may lead to the next rank. */
    private static double[] quantiles(FeatureGrid.Quantiles grid, double[] sorted) {
      return IntStream.range(0, grid.count())
          .map(i -> (int) Math.ceilDiv((long) i * sorted.length, grid.count() - 1L))
          .mapToDouble(rank -> sorted[Math.max(1, rank) - 1])
          .distinct()
          .toArray();
    }

    private static GridValues numeric(FeatureGrid grid, int position, double[] values) {
      List<String> labels = Arrays.stream(values).mapToObj(NumberText::exact).toList();
      List<Double> numbers = DoubleStream.of(values).boxed().toList();
      return new GridValues(new GridAxis(grid.feature(), labels, numbers), position, values);
    }

    private static GridValues categorical(
        FeatureGrid grid, int position, Feature.Categorical feature) {
      List<String> labels =
          switch (grid) {
            case FeatureGrid.Categories given -> given.categories();
            case FeatureGrid.Quantiles _ -> feature.categories();
            case FeatureGrid.Numbers given ->
                given.values().stream().map(NumberText::exact).toList();
          };
      double[] codes = labels.stream().mapToDouble(label -> code(feature, label)).toArray();
      return new GridValues(new GridAxis(grid.feature(), labels, List.of()), position, codes);
    }

    private static double code(Feature.Categorical feature, String category) {
      int code = feature.categories().indexOf(category);
      if (code < 0) {
        String hint = ClosestName.hint(category, feature.categories());
        throw problem(feature.name(), category, "expected a category that training saw", hint);
      }
      return code;
    }

    private static DataException problem(String column, String value, String message, String hint) {
      return new DataException(new Problem("model", 0, column, value, message, hint));
    }
  }
}
