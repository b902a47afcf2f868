package org.limpid.interpret.synthetic;

import java.util.List;
import java.util.SplittableRandom;
import org.limpid.interpret.model.Target;
import org.limpid.interpret.model.TrainingSet;

/** Three classes whose probabilities are the softmax of sums over four features. */
final class ThreeClassesRecipe implements Recipe {
  private static final int FEATURE_COUNT = 4;
  private static final List<String> CLASSES = List.of("high", "low", "middle");

  @Override
  public SyntheticSet.Part rows(SplittableRandom random, int rowCount) {
    double[][] features = new double[FEATURE_COUNT][rowCount];
    int[] codes = new int[rowCount];
    double[][] probabilities = new double[rowCount][];
    double[] row = new double[FEATURE_COUNT];
    for (int i = 0; i < rowCount; i++) {
      for (int j = 0; j < FEATURE_COUNT; j++) {
        row[j] = random.nextDouble();
        features[j][i] = row[j];
      }
      probabilities[i] = probabilities(row);
      codes[i] = Draws.choice(random, probabilities[i]);
    }
    Target target = new Target.Classes("y", codes, CLASSES);
    return new SyntheticSet.Part(
        TrainingSet.of(UniformRecipe.table(features, rowCount), target), probabilities);
  }

  private static double[] probabilities(double[] x) {
    double high = Math.exp(4 * x[0] - 2 + Math.sin(2 * Math.PI * x[1]));
    double low = Math.exp(2 - 4 * x[0] + (x[2] > 0.5 ? 1 : -1));
    double middle = Math.exp(2 - 8 * Math.abs(x[0] - 0.5));
    double total = high + low + middle;
    return new double[] {high / total, low / total, middle / total};
  }

  /** None: scores of several classes are only known up to a number added to all of them. */
  @Override
  public List<TrueShape> shapes() {
    return List.of();
  }

  @Override
  public List<TruePair> pairs() {
    return List.of();
  }
}
