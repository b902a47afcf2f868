package org.limpid.interpret.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.limpid.interpret.model.EncodedColumns;
import org.limpid.interpret.model.Feature;
import org.limpid.interpret.model.TrainingSet;

/** The standardised columns of a training set: one per number, one per category. */
final class Design {
  private final List<DesignColumn> columns;
  private final double[] weights;

  Design(List<Feature> features, TrainingSet data) {
    weights = data.weights().orElseGet(() -> ones(data.rowCount()));
    double[][] encoded = EncodedColumns.of(features, data.inputs());
    columns =
        IntStream.range(0, features.size())
            .boxed()
            .flatMap(i -> columns(i, features.get(i), encoded[i]))
            .toList();
  }

  private static double[] ones(int count) {
    double[] ones = new double[count];
    Arrays.fill(ones, 1);
    return ones;
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

  /** Positions of the columns that are not constant. */
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
}
