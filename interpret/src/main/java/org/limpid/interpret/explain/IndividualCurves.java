package org.limpid.interpret.explain;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.limpid.interpret.explain.FeatureGrid.GridAxis;
import org.limpid.interpret.model.Model;
import org.limpid.interpret.table.Table;
import org.limpid.interpret.text.NumberText;
import org.limpid.interpret.text.TextTable;

/**
 * How the predictions of any model for single rows, of the target or of a class, depend on one
 * feature (individual conditional expectation): one curve per row.
 *
 * <p>Source: Goldstein, Kapelner, Bleich and Pitkin, "Peeking inside the black box", Journal of
 * Computational and Graphical Statistics 24(1), 2015.
 */
public record IndividualCurves(GridAxis axis, String output, List<Curve> curves) {

  /** The predictions for the row at a position of the table, one per value of the feature. */
  public record Curve(int row, List<Double> predictions) {
    public Curve {
      predictions = List.copyOf(predictions);
    }

    private Curve centred() {
      double first = predictions.getFirst();
      return new Curve(row, predictions.stream().map(value -> value - first).toList());
    }
  }

  public IndividualCurves {
    Objects.requireNonNull(output, "output");
    curves = List.copyOf(curves);
  }

  /**
   * Computes the curves of an output, 0 or the position of a class, for rows by their positions in
   * the table, such as those of {@link #spread}. Throws a {@code DataException} if the table lacks
   * a feature, or the grid does not fit its feature.
   */
  public static IndividualCurves of(
      Model model, Table table, FeatureGrid grid, int output, int... rows) {
    return new GridSweep(model, table, List.of(grid)).curves(output, rows);
  }

  /** Positions of rows, evenly spread over a table: all of them if there are no more than that. */
  public static int[] spread(int rowCount, int most) {
    int count = Math.min(rowCount, most);
    return IntStream.range(0, count).map(i -> (int) ((long) i * rowCount / count)).toArray();
  }

  /** The curves, each less its first prediction, so that only their shapes differ. */
  public IndividualCurves centred() {
    return new IndividualCurves(axis, output, curves.stream().map(Curve::centred).toList());
  }

  /** A text table: a line per value of the feature, a column per row. */
  @Override
  public String toString() {
    TextTable table = new TextTable(1);
    table.line(line(axis.feature(), curves.stream().map(curve -> "row " + curve.row()).toList()));
    for (int i = 0; i < axis.labels().size(); i++) {
      int point = i;
      table.line(
          line(
              axis.labels().get(i),
              curves.stream()
                  .map(curve -> NumberText.rounded(curve.predictions().get(point)))
                  .toList()));
    }
    return table.toString();
  }

  private static List<String> line(String first, List<String> others) {
    return Stream.concat(Stream.of(first), others.stream()).toList();
  }
}
