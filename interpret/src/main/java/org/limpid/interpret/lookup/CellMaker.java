package org.limpid.interpret.lookup;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.limpid.interpret.model.Target;
import org.limpid.interpret.model.TrainingSet;

/** Sums up the rows of a cell. */
final class CellMaker {
  private final Target target;
  private final double[] weights;
  private final boolean median;

  CellMaker(TrainingSet data, boolean median) {
    this.target = data.target();
    this.median = median;
    weights =
        data.weights()
            .orElseGet(() -> IntStream.range(0, data.rowCount()).mapToDouble(row -> 1).toArray());
  }

  /** The rows of positive weight. */
  IntStream countingRows() {
    return IntStream.range(0, weights.length).filter(row -> weights[row] > 0);
  }

  LookupCell cell(double[] keys, int[] rows) {
    double weight = Arrays.stream(rows).mapToDouble(row -> weights[row]).sum();
    double[] outputs =
        switch (target) {
          case Target.Numbers numbers ->
              new double[] {
                median
                    ? median(numbers.values(), rows, weight)
                    : mean(numbers.values(), rows, weight)
              };
          case Target.Classes classes -> shares(classes, rows, weight);
        };
    return new LookupCell(keys, rows.length, weight, outputs);
  }

  private double mean(double[] values, int[] rows, double weight) {
    return Arrays.stream(rows).mapToDouble(row -> weights[row] * values[row]).sum() / weight;
  }

  /**
   * The value at which half of the weight is reached; the mean of it and the next where it is
   * reached exactly. Without weights this is the usual median.
   */
  private double median(double[] values, int[] rows, double weight) {
    int[] sorted =
        Arrays.stream(rows)
            .boxed()
            .sorted(Comparator.comparingDouble(row -> values[row]))
            .mapToInt(Integer::intValue)
            .toArray();
    double reached = 0;
    int i = -1;
    while (2 * reached < weight && i < sorted.length - 1) {
      reached += weights[sorted[++i]];
    }
    boolean exactly = 2 * reached == weight && i + 1 < sorted.length;
    double value = values[sorted[i]];
    return exactly ? value / 2 + values[sorted[i + 1]] / 2 : value;
  }

  private double[] shares(Target.Classes classes, int[] rows, double weight) {
    double[] shares = new double[classes.classes().size()];
    for (int row : rows) {
      shares[classes.codes()[row]] += weights[row];
    }
    for (int k = 0; k < shares.length; k++) {
      shares[k] /= weight;
    }
    return shares;
  }
}
