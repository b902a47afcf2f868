package org.limpid.experiment.compare;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.limpid.data.Quantile;
import org.limpid.interpret.model.TrainingSet;
import org.limpid.interpret.table.Column;
import org.limpid.interpret.table.NumericColumn;
import org.limpid.interpret.table.Table;

/**
 * Puts the median of the training rows into the gaps of numeric columns, for learners that take no
 * gaps. Immutable.
 */
final class GapFilling {
  private final Map<String, Double> medians = new LinkedHashMap<>();

  /** Learns the medians of the columns that have gaps anywhere. */
  GapFilling(Table all, int[] trainingRows) {
    for (Column column : all.columns()) {
      if (column instanceof NumericColumn numbers && hasGaps(numbers)) {
        medians.put(numbers.name(), median(numbers, trainingRows));
      }
    }
  }

  private static boolean hasGaps(NumericColumn column) {
    return IntStream.range(0, column.size()).anyMatch(column::isMissing);
  }

  private static double median(NumericColumn column, int[] rows) {
    double[] known =
        Arrays.stream(rows)
            .mapToDouble(column::value)
            .filter(value -> !Double.isNaN(value))
            .toArray();
    return known.length == 0 ? 0 : Quantile.median(known);
  }

  /** The same data without gaps in numeric columns. */
  TrainingSet fill(TrainingSet data) {
    Table inputs = data.inputs();
    for (Map.Entry<String, Double> entry : medians.entrySet()) {
      NumericColumn column = (NumericColumn) inputs.column(entry.getKey());
      double median = entry.getValue();
      inputs =
          inputs.with(
              NumericColumn.generate(
                  column.name(),
                  column.size(),
                  row -> column.isMissing(row) ? median : column.value(row)));
    }
    return TrainingSet.of(inputs, data.target()).withNominal(data.nominal());
  }
}
