package org.limpid.interpret.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.limpid.interpret.model.Target;
import org.limpid.interpret.model.TrainingSet;
import org.limpid.interpret.table.NumericColumn;
import org.limpid.interpret.table.Table;

/**
 * Features {@code x0}, {@code x1}, ... spread evenly over 0 to 1 and a number {@code y}. Each row
 * takes its features from the stream first, then what its target needs.
 *
 * @param featureCount how many features
 * @param score what features add up to
 * @param response from the score to the expected target
 * @param draw a target, given its expectation
 * @param classes names of two classes, of which a drawn 0 or 1 chooses one; empty for a number
 * @param shapes what single features truly add to the score
 * @param pairs what pairs truly add to the score
 */
record UniformRecipe(
    int featureCount,
    ToDoubleFunction<double[]> score,
    DoubleUnaryOperator response,
    Draw draw,
    List<String> classes,
    List<TrueShape> shapes,
    List<TruePair> pairs)
    implements Recipe {
  /** Draws a target. */
  interface Draw {
    double next(SplittableRandom random, double expectation);
  }

  /** A regression whose targets scatter around the score. */
  static UniformRecipe regression(
      int featureCount,
      ToDoubleFunction<double[]> score,
      Draw draw,
      List<TrueShape> shapes,
      List<TruePair> pairs) {
    return new UniformRecipe(
        featureCount, score, DoubleUnaryOperator.identity(), draw, List.of(), shapes, pairs);
  }

  /** Normal noise of this deviation. */
  static Draw normalNoise(double deviation) {
    return (random, expectation) -> expectation + deviation * Draws.normal(random);
  }

  @Override
  public SyntheticSet.Part rows(SplittableRandom random, int rowCount) {
    double[][] features = new double[featureCount][rowCount];
    double[] targets = new double[rowCount];
    double[][] expectations = new double[rowCount][];
    double[] row = new double[featureCount];
    for (int i = 0; i < rowCount; i++) {
      for (int j = 0; j < featureCount; j++) {
        row[j] = random.nextDouble();
        features[j][i] = row[j];
      }
      double expectation = response.applyAsDouble(score.applyAsDouble(row));
      targets[i] = draw.next(random, expectation);
      expectations[i] = outputs(expectation);
    }
    return new SyntheticSet.Part(
        TrainingSet.of(table(features, rowCount), target(targets)), expectations);
  }

  private double[] outputs(double expectation) {
    return classes.isEmpty()
        ? new double[] {expectation}
        : new double[] {1 - expectation, expectation};
  }

  private Target target(double[] targets) {
    return classes.isEmpty()
        ? new Target.Numbers("y", targets)
        : new Target.Classes(
            "y", IntStream.range(0, targets.length).map(i -> (int) targets[i]).toArray(), classes);
  }

  static Table table(double[][] features, int rowCount) {
    List<NumericColumn> columns = new ArrayList<>();
    for (double[] feature : features) {
      columns.add(NumericColumn.generate("x" + columns.size(), rowCount, row -> feature[row]));
    }
    return Table.of("generated", 0, columns);
  }
}
