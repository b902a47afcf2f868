package org.limpid.interpret.synthetic;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;
import org.limpid.interpret.model.Target;
import org.limpid.interpret.model.TrainingSet;

/**
 * Classes whose probabilities are the softmax of sums over features spread evenly over 0 to 1.
 *
 * <p>What single features add is not known: scores of several classes are only known up to a number
 * added to all of them.
 *
 * @param featureCount how many features
 * @param classes names of the classes, ascending
 * @param scores from the features of a row to one score per class
 */
record SoftmaxRecipe(int featureCount, List<String> classes, UnaryOperator<double[]> scores)
    implements Recipe {
  private static final int FEATURES_OF_A_CLASS = 4;

  /** Four features. */
  static SoftmaxRecipe threeClasses() {
    return new SoftmaxRecipe(4, List.of("high", "low", "middle"), SoftmaxRecipe::threeScores);
  }

  private static double[] threeScores(double[] x) {
    return new double[] {
      4 * x[0] - 2 + Math.sin(2 * Math.PI * x[1]),
      2 - 4 * x[0] + (x[2] > 0.5 ? 1 : -1),
      2 - 8 * Math.abs(x[0] - 0.5)
    };
  }

  /** Twenty features: each class has a line, a wave, a step and a fold of its own. */
  static SoftmaxRecipe fiveClasses() {
    return new SoftmaxRecipe(20, List.of("a", "b", "c", "d", "e"), SoftmaxRecipe::fiveScores);
  }

  private static double[] fiveScores(double[] x) {
    double[] scores = new double[x.length / FEATURES_OF_A_CLASS];
    for (int k = 0; k < scores.length; k++) {
      int first = k * FEATURES_OF_A_CLASS;
      double line = 9 * (x[first] - 0.5);
      double wave = 3.6 * Math.sin(2 * Math.PI * x[first + 1]);
      double step = x[first + 2] > 0.6 ? 2.4 : -2.4;
      double fold = 12 * Math.abs(x[first + 3] - 0.5) - 3;
      scores[k] = line + wave + step + fold;
    }
    return scores;
  }

  @Override
  public SyntheticSet.Part rows(SplittableRandom random, int rowCount) {
    double[][] features = new double[featureCount][rowCount];
    int[] codes = new int[rowCount];
    double[][] probabilities = new double[rowCount][];
    double[] row = new double[featureCount];
    for (int i = 0; i < rowCount; i++) {
      for (int j = 0; j < featureCount; j++) {
        row[j] = random.nextDouble();
        features[j][i] = row[j];
      }
      probabilities[i] = probabilities(row);
      codes[i] = Draws.choice(random, probabilities[i]);
    }
    Target target = new Target.Classes("y", codes, classes);
    return new SyntheticSet.Part(
        TrainingSet.of(UniformRecipe.table(features, rowCount), target), probabilities);
  }

  private double[] probabilities(double[] row) {
    double[] odds = DoubleStream.of(scores.apply(row)).map(Math::exp).toArray();
    double total = 0;
    for (double each : odds) {
      total += each;
    }
    double sum = total;
    return DoubleStream.of(odds).map(each -> each / sum).toArray();
  }
}
