package org.limpid.workbench.query;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.limpid.data.Quantile;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.columns.Column;

/**
 * A number for each group of rows: {@code count()} its rows, {@code mean(queue)} of the values that
 * are there. Of no values it is missing, but for the sum, which is 0. Quantiles are those of {@link
 * Quantile}; {@code sd} is the standard deviation of the population.
 *
 * @param column what it is of; empty for {@code count}
 */
record Aggregate(String function, String column) {
  private static final String COUNT = "count";
  private static final String SUM = "sum";
  private static final Pattern QUANTILE = Pattern.compile("p(\\d{1,2}(?:\\.\\d+)?)");
  private static final Map<String, ToDoubleFunction<double[]>> FUNCTIONS =
      Map.of(
          "mean",
          values -> Arrays.stream(values).average().orElse(Double.NaN),
          SUM,
          values -> Arrays.stream(values).sum(),
          "min",
          values -> Arrays.stream(values).min().orElse(Double.NaN),
          "max",
          values -> Arrays.stream(values).max().orElse(Double.NaN),
          "median",
          values -> quantile(values, 0.5),
          "sd",
          Aggregate::deviation);
  private static final List<String> NAMES =
      List.of(COUNT, "mean", "median", "p99", "sum", "min", "max", "sd");

  Aggregate {
    if (!function.equals(COUNT)
        && !FUNCTIONS.containsKey(function)
        && !QUANTILE.matcher(function).matches()) {
      throw QueryProblem.unknown(function, "expected what to calculate", NAMES);
    }
    if (function.equals(COUNT) != column.isEmpty()) {
      throw QueryProblem.of(
          "%s(%s)".formatted(function, column),
          "expected count(), or the name of a column as in mean(queue)",
          "");
    }
  }

  /** As the column of the answer is called. */
  String name() {
    return "%s(%s)".formatted(function, column);
  }

  boolean isLength(Rows rows) {
    return !column.isEmpty() && rows.lengths().contains(rows.column(column).name());
  }

  /** The numbers of all groups, each some rows of a table. */
  Column<?> of(Rows rows, List<int[]> groups) {
    if (function.equals(COUNT)) {
      return LongColumn.create(name(), groups.stream().mapToLong(group -> group.length).toArray());
    }
    NumericColumn<?> numbers = rows.numbers(column);
    return DoubleColumn.create(
        name(), groups.stream().mapToDouble(group -> calculated(values(numbers, group))).toArray());
  }

  private static double[] values(NumericColumn<?> numbers, int[] group) {
    return Arrays.stream(group)
        .filter(row -> !numbers.isMissing(row))
        .mapToDouble(numbers::getDouble)
        .toArray();
  }

  private double calculated(double[] values) {
    Matcher quantile = QUANTILE.matcher(function);
    return quantile.matches()
        ? quantile(values, Double.parseDouble(quantile.group(1)) / 100)
        : FUNCTIONS.get(function).applyAsDouble(values);
  }

  private static double quantile(double[] values, double p) {
    return values.length == 0
        ? Double.NaN
        : Quantile.ofSorted(Arrays.stream(values).sorted().toArray(), p);
  }

  private static double deviation(double[] values) {
    double mean = Arrays.stream(values).average().orElse(Double.NaN);
    return Math.sqrt(
        Arrays.stream(values)
            .map(value -> (value - mean) * (value - mean))
            .average()
            .orElse(Double.NaN));
  }
}
