package org.limpid.interpret.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.limpid.interpret.model.Model;
import org.limpid.interpret.model.Row;
import org.limpid.interpret.model.RowReader;
import org.limpid.interpret.table.Table;

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
    reader = new RowReader(model.features(), table);
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
    return new PartialDependence(gridAxes, ScoreNames.ofOutputs(model), points);
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
    String name = ScoreNames.ofOutputs(model).get(output);
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
}
