package org.limpid.interpret.synthetic;

import java.util.List;
import java.util.SplittableRandom;
import org.limpid.interpret.model.Target;
import org.limpid.interpret.model.TrainingSet;

/**
 * Ten normal features; {@code out} where the sum of their squares is above 9.34, the median of
 * chi-squared with ten degrees of freedom, else {@code in}. There is no noise.
 *
 * <p>What single features add is not known, as they are not spread evenly over 0 to 1.
 */
final class BallRecipe implements Recipe {
  private static final int FEATURE_COUNT = 10;
  private static final double MEDIAN = 9.34;
  private static final List<String> CLASSES = List.of("in", "out");

  @Override
  public SyntheticSet.Part rows(SplittableRandom random, int rowCount) {
    double[][] features = new double[FEATURE_COUNT][rowCount];
    int[] codes = new int[rowCount];
    double[][] probabilities = new double[rowCount][];
    for (int i = 0; i < rowCount; i++) {
      double squares = 0;
      for (double[] feature : features) {
        feature[i] = Draws.normal(random);
        squares += feature[i] * feature[i];
      }
      codes[i] = squares > MEDIAN ? 1 : 0;
      probabilities[i] = new double[] {1 - codes[i], codes[i]};
    }
    Target target = new Target.Classes("y", codes, CLASSES);
    return new SyntheticSet.Part(
        TrainingSet.of(UniformRecipe.table(features, rowCount), target), probabilities);
  }
}
