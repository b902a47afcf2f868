package org.limpid.interpret.explain;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.limpid.files.ClosestName;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.interpret.model.Feature;
import org.limpid.interpret.model.Model;
import org.limpid.interpret.model.RowReader;
import org.limpid.interpret.table.Table;
import org.limpid.interpret.text.NumberText;

/**
 * A grid with its values looked up.
 *
 * @param position of the feature in the model
 * @param encoded the values as a row holds them
 */
record GridValues(GridAxis axis, int position, double[] encoded) {

  /** Looks up the values of a grid. */
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
          case FeatureGrid.Numbers given -> given.values().stream().map(NumberText::exact).toList();
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
