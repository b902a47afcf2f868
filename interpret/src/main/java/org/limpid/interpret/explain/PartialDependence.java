package org.limpid.interpret.explain;

import java.util.ArrayList;
import java.util.List;
import org.limpid.interpret.explain.FeatureGrid.GridAxis;
import org.limpid.interpret.model.Model;
import org.limpid.interpret.table.Table;
import org.limpid.interpret.text.NumberText;
import org.limpid.interpret.text.TextTable;

/**
 * How the predictions of any model depend on one or more features: for each value of the grid, the
 * mean prediction over all rows of a table after the features were set to that value.
 *
 * <p>Source: Friedman, "Greedy function approximation: a gradient boosting machine", Annals of
 * Statistics 29(5), 2001, section 8.2. Where features depend on each other, it averages over rows
 * that cannot occur.
 *
 * @param outputs what is predicted: the target, or each class
 * @param points one per combination of values; the last axis runs fastest
 */
public record PartialDependence(List<GridAxis> axes, List<String> outputs, List<Point> points) {

  /**
   * At one point of the grid, given as text, the mean over the rows of each predicted number or
   * probability, and its standard deviation over the rows, which grows where the effect differs
   * between rows.
   */
  public record Point(List<String> values, List<Measure> outputs) {
    public Point {
      values = List.copyOf(values);
      outputs = List.copyOf(outputs);
    }
  }

  public PartialDependence {
    axes = List.copyOf(axes);
    outputs = List.copyOf(outputs);
    points = List.copyOf(points);
  }

  /**
   * Computes the dependence by one prediction per row, at least one, and point of the grid. Needs
   * memory for the grid only, however many rows there are. Throws a {@code DataException} if the
   * table lacks a feature, or a grid does not fit its feature.
   */
  public static PartialDependence of(Model model, Table table, FeatureGrid... grids) {
    return new GridSweep(model, table, List.of(grids)).average();
  }

  /** A text table of all points: mean and deviation of each output. */
  @Override
  public String toString() {
    TextTable table = new TextTable(axes.size());
    List<String> head = new ArrayList<>(axes.stream().map(GridAxis::feature).toList());
    outputs.forEach(output -> head.addAll(List.of(output, "+-")));
    table.line(head);
    for (Point point : points) {
      List<String> line = new ArrayList<>(point.values());
      for (Measure measure : point.outputs()) {
        line.add(NumberText.rounded(measure.value()));
        line.add(NumberText.rounded(measure.deviation()));
      }
      table.line(line);
    }
    return table.toString();
  }
}
