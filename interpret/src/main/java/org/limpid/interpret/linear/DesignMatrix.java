package org.limpid.interpret.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.limpid.interpret.model.Feature;
import org.limpid.interpret.model.RowReader;
import org.limpid.interpret.model.TrainingSet;

/** The standardised columns of a training set: one per number, one per category. */
final class DesignMatrix {
  private final List<DesignColumn> columns;
  private final double[] weights;

  DesignMatrix(List<Feature> features, TrainingSet data) {
    weights = data.weightsOrOnes();
    double[][] encoded = RowReader.columns(features, data.inputs());
    columns =
        IntStream.range(0, features.size())
            .boxed()
            .flatMap(i -> columns(i, features.get(i), encoded[i]))
            .toList();
  }

  private Stream<DesignColumn> columns(int position, Feature feature, double[] encoded) {
    return switch (feature) {
      case Feature.Numeric _ ->
          Stream.of(DesignColumn.of(position, OptionalInt.empty(), encoded, weights));
      case Feature.Categorical categorical ->
          IntStream.range(0, categorical.categories().size())
              .mapToObj(category ->
                  DesignColumn.of(
                      position, OptionalInt.of(category), indicator(encoded, category), weights));
    };
  }

  private static double[] indicator(double[] encoded, int category) {
    return Arrays.stream(encoded)
        .map(code -> Double.isNaN(code) ? Double.NaN : code == category ? 1 : 0)
        .toArray();
  }

  List<DesignColumn> columns() {
    return columns;
  }

  double[] weights() {
    return weights;
  }

  double totalWeight() {
    return Arrays.stream(weights).sum();
  }

  int[] varying() {
    return IntStream.range(0, columns.size()).filter(i -> !columns.get(i).isConstant()).toArray();
  }

  /**
   * Positions of the columns that are not constant and not a sum of others: of dependent ones the
   * last in the order of the features is left out, of categories the first.
   */
  int[] independent() {
    int[] order =
        Stream.concat(ofCategory(false), ofCategory(true)).mapToInt(Integer::intValue).toArray();
    List<double[]> scaled = new ArrayList<>();
    for (int i : order) {
      scaled.add(timesRootOfWeights(columns.get(i).values()));
    }
    boolean[] kept = new LeastSquares(scaled).independent();
    return IntStream.range(0, order.length)
        .filter(i -> kept[i])
        .map(i -> order[i])
        .sorted()
        .toArray();
  }

  private Stream<Integer> ofCategory(boolean first) {
    return Arrays.stream(varying())
        .filter(i -> (columns.get(i).category().orElse(-1) == 0) == first)
        .boxed();
  }

  double[] timesRootOfWeights(double[] values) {
    double[] scaled = new double[values.length];
    for (int row = 0; row < scaled.length; row++) {
      scaled[row] = Math.sqrt(weights[row]) * values[row];
    }
    return scaled;
  }

  /**
   * A column of a number, or of a category for which it is 1, that a linear model is fitted to,
   * standardised: (value - mean) / deviation, both weighted; 0 where missing, and everywhere where
   * the column is constant, whose deviation is 0. The mean is that of the rows that have a value.
   */
  record DesignColumn(
      int feature, OptionalInt category, double mean, double deviation, double[] values) {

    boolean isConstant() {
      return deviation == 0;
    }

    /** A column of a feature's own numbers; {@code NaN} is missing. */
    static DesignColumn of(int feature, OptionalInt category, double[] raw, double[] weights) {
      double mean = mean(raw, weights);
      double squares = 0;
      double total = 0;
      for (int row = 0; row < raw.length; row++) {
        double difference = Double.isNaN(raw[row]) ? 0 : raw[row] - mean;
        squares += weights[row] * difference * difference;
        total += weights[row];
      }
      double deviation = isConstant(raw, weights) ? 0 : Math.sqrt(squares / total);
      double[] values = new double[raw.length];
      for (int row = 0; row < raw.length; row++) {
        boolean counts = deviation > 0 && !Double.isNaN(raw[row]);
        values[row] = counts ? (raw[row] - mean) / deviation : 0;
      }
      return new DesignColumn(feature, category, mean, deviation, values);
    }

    private static double mean(double[] raw, double[] weights) {
      double sum = 0;
      double total = 0;
      for (int row = 0; row < raw.length; row++) {
        if (!Double.isNaN(raw[row])) {
          sum += weights[row] * raw[row];
          total += weights[row];
        }
      }
      return total > 0 ? sum / total : 0;
    }

    /** Whether all rows that count have one value: told by the values, which rounding spares. */
    private static boolean isConstant(double[] raw, double[] weights) {
      double lowest = Double.POSITIVE_INFINITY;
      double highest = Double.NEGATIVE_INFINITY;
      for (int row = 0; row < raw.length; row++) {
        if (weights[row] > 0 && !Double.isNaN(raw[row])) {
          lowest = Math.min(lowest, raw[row]);
          highest = Math.max(highest, raw[row]);
        }
      }
      return lowest >= highest;
    }
  }
}
