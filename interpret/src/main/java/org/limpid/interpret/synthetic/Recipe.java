package org.limpid.interpret.synthetic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.limpid.interpret.model.Target;
import org.limpid.interpret.model.TrainingSet;
import org.limpid.interpret.table.NumericColumn;
import org.limpid.interpret.table.Table;

/** How the rows of a data set are made. */
interface Recipe {
  /** Makes rows from the next random numbers: row by row, so that more rows begin with the same. */
  SyntheticSet.Part rows(SplittableRandom random, int rowCount);

  /** Rows that may differ from those of training, for example by categories that it never saw. */
  default SyntheticSet.Part testRows(SplittableRandom random, int rowCount) {
    return rows(random, rowCount);
  }

  /** What single features truly add; nothing where that is not known. */
  default List<TrueShape> shapes() {
    return List.of();
  }

  /** What pairs truly add; nothing where that is not known. */
  default List<TruePair> pairs() {
    return List.of();
  }

  /** Draws a target: a number, or the position of a class. */
  @FunctionalInterface
  interface Draw {
    double next(SplittableRandom random, double[] expectation);
  }

  /**
   * Independent features {@code x0}, {@code x1}, ... and a target {@code y}, a number if there are
   * no classes. Each row takes its features from the random numbers first, then what its target
   * needs; its expectation is a target, or the probability of each class.
   */
  record Independent(
      int featureCount,
      ToDoubleFunction<SplittableRandom> feature,
      UnaryOperator<double[]> expectation,
      Draw draw,
      List<String> classes,
      List<TrueShape> shapes,
      List<TruePair> pairs)
      implements Recipe {
    @Override
    public SyntheticSet.Part rows(SplittableRandom random, int rowCount) {
      double[][] features = new double[featureCount][rowCount];
      double[] targets = new double[rowCount];
      double[][] expectations = new double[rowCount][];
      double[] row = new double[featureCount];
      for (int i = 0; i < rowCount; i++) {
        for (int j = 0; j < featureCount; j++) {
          row[j] = feature.applyAsDouble(random);
          features[j][i] = row[j];
        }
        expectations[i] = expectation.apply(row);
        targets[i] = draw.next(random, expectations[i]);
      }
      return new SyntheticSet.Part(
          TrainingSet.of(table(features, rowCount), target(targets)), expectations);
    }

    private Target target(double[] targets) {
      return classes.isEmpty()
          ? new Target.Numbers("y", targets)
          : new Target.Classes(
              "y", Arrays.stream(targets).mapToInt(code -> (int) code).toArray(), classes);
    }

    private static Table table(double[][] features, int rowCount) {
      List<NumericColumn> columns = new ArrayList<>();
      for (double[] feature : features) {
        columns.add(NumericColumn.generate("x" + columns.size(), rowCount, row -> feature[row]));
      }
      return Table.of("generated", 0, columns);
    }
  }
}
