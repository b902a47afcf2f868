package org.limpid.interpret.evaluate;

import java.util.stream.IntStream;
import org.limpid.interpret.model.Predictions;

/**
 * How well classes are told. Rows count by weights: a row of weight 3 counts like three equal rows.
 * Classes are numbered from 0; probabilities are rows x classes. All functions give {@code NaN}
 * without rows of positive weight and where a probability that they look at is {@code NaN}.
 */
public final class ClassificationMetrics {
  /** Probabilities are moved into {@code [CLIP, 1 - CLIP]} before their logarithm is taken. */
  public static final double CLIP = 1e-15;

  private ClassificationMetrics() {}

  /**
   * Share of the weight of rows whose most probable class is the true one; of equally probable
   * classes the first counts. 1 is best.
   */
  public static double accuracy(int[] truth, double[][] probabilities, double[] weights) {
    RowWeights.check(weights, truth.length, probabilities.length);
    double right = 0;
    for (int row = 0; row < truth.length; row++) {
      if (RegressionMetrics.hasNaN(probabilities[row])) {
        return Double.NaN;
      }
      right += Predictions.mostProbable(probabilities[row]) == truth[row] ? weights[row] : 0;
    }
    return right / RowWeights.total(weights);
  }

  /** Weighted mean of -ln(probability of the true class), clipped at {@link #CLIP}; 0 is best. */
  public static double logLoss(int[] truth, double[][] probabilities, double[] weights) {
    RowWeights.check(weights, truth.length, probabilities.length);
    double sum = 0;
    for (int row = 0; row < truth.length; row++) {
      double probability = probabilities[row][truth[row]];
      sum -= weights[row] * Math.log(Math.min(Math.max(probability, CLIP), 1 - CLIP));
    }
    return sum / RowWeights.total(weights);
  }

  /**
   * Area under the ROC curve of two classes: the share of the pairs of a positive and a negative
   * row, each counted by the product of its weights, in which the positive one has the higher
   * score, equal scores counting half. 1 is best, 0.5 is chance; {@code NaN} unless there are rows
   * of both kinds.
   */
  public static double auc(boolean[] positive, double[] scores, double[] weights) {
    if (positive.length != scores.length) {
      throw new IllegalArgumentException(
          "expected %d scores, found %d".formatted(positive.length, scores.length));
    }
    if (RegressionMetrics.hasNaN(scores)) {
      return Double.NaN;
    }
    RowWeights.check(weights, positive.length);
    double[] ranks = RowWeights.ranks(scores, weights);
    double sum = 0;
    double ofPositive = 0;
    for (int row = 0; row < ranks.length; row++) {
      sum += positive[row] ? weights[row] * ranks[row] : 0;
      ofPositive += positive[row] ? weights[row] : 0;
    }
    double ofNegative = RowWeights.total(weights) - ofPositive;
    return (sum - ofPositive * ofPositive / 2) / (ofPositive * ofNegative);
  }

  /**
   * Area under the ROC curve: of two classes that of the second one; of more the plain mean over
   * the classes, each against all others. A class without rows, or with all of them, is left out;
   * {@code NaN} when all are.
   */
  public static double auc(int[] truth, double[][] probabilities, double[] weights) {
    RowWeights.check(weights, truth.length, probabilities.length);
    return meanOverClasses(
        truth, probabilities, (positive, scores) -> auc(positive, scores, weights));
  }

  /**
   * {@link Calibration#expectedError()} with ten bins: of two classes that of the second one, of
   * more the plain mean over the classes, each against all others. 0 is best.
   */
  public static double calibrationError(int[] truth, double[][] probabilities, double[] weights) {
    RowWeights.check(weights, truth.length, probabilities.length);
    return meanOverClasses(
        truth,
        probabilities,
        (positive, scores) ->
            RegressionMetrics.hasNaN(scores)
                ? Double.NaN
                : Calibration.of(positive, scores, weights, Calibration.DEFAULT_BINS)
                    .expectedError());
  }

  @FunctionalInterface
  private interface OneAgainstOthers {
    double of(boolean[] positive, double[] scores);
  }

  private static double meanOverClasses(
      int[] truth, double[][] probabilities, OneAgainstOthers measure) {
    if (truth.length == 0) {
      return Double.NaN;
    }
    int classCount = probabilities[0].length;
    for (double[] row : probabilities) {
      if (RegressionMetrics.hasNaN(row)) {
        return Double.NaN;
      }
    }
    return IntStream.range(classCount == 2 ? 1 : 0, classCount)
        .mapToDouble(k -> measure.of(positive(truth, k), column(probabilities, k)))
        .filter(value -> !Double.isNaN(value))
        .average()
        .orElse(Double.NaN);
  }

  private static boolean[] positive(int[] truth, int wanted) {
    boolean[] positive = new boolean[truth.length];
    for (int row = 0; row < positive.length; row++) {
      positive[row] = truth[row] == wanted;
    }
    return positive;
  }

  private static double[] column(double[][] probabilities, int k) {
    return IntStream.range(0, probabilities.length)
        .mapToDouble(row -> probabilities[row][k])
        .toArray();
  }
}
