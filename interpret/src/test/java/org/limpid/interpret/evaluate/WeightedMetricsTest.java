package org.limpid.interpret.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.limpid.interpret.model.Predictions;
import org.limpid.interpret.model.Target;
import org.limpid.interpret.model.Task;

/** Metrics of rows that do not count the same. */
final class WeightedMetricsTest {
  private static final double[] W = {1, 3, 0};
  private static final Task TWO = new Task.Classification(List.of("no", "yes"));

  /**
   * Errors 2 and 1 of weights 1 and 3: MAE (2 + 3) / 4, mean square (4 + 3) / 4. Mean of the truth
   * (1 + 15) / 4 = 4, its squares 9 + 3 = 12, so R2 = 1 - 7 / 12. The third row does not count.
   */
  @Test
  void errorsOfNumbersAreWeightedMeans() {
    double[] truth = {1, 5, 100};
    double[] predicted = {3, 6, 0};
    assertEquals(1.25, RegressionMetrics.meanAbsoluteError(truth, predicted, W));
    assertEquals(Math.sqrt(1.75), RegressionMetrics.rootMeanSquaredError(truth, predicted, W));
    assertEquals(1 - 7 / 12.0, RegressionMetrics.r2(truth, predicted, W), 1e-15);
    assertEquals(1, RegressionMetrics.spearman(truth, predicted, W), 1e-15);
  }

  /** Rows of weight 1 (right, p = 0.8) and 3 (wrong, p = 0.25): accuracy 1 / 4. */
  @Test
  void accuracyAndLogLossAreWeightedMeans() {
    int[] truth = {1, 0, 0};
    double[][] probabilities = {{0.2, 0.8}, {0.25, 0.75}, {1, 0}};
    assertEquals(0.25, ClassificationMetrics.accuracy(truth, probabilities, W));
    assertEquals(
        -(Math.log(0.8) + 3 * Math.log(0.25)) / 4,
        ClassificationMetrics.logLoss(truth, probabilities, W),
        1e-15);
  }

  /**
   * Positive rows of scores 3 and 1 and weights 2 and 1, negative ones of 2 and 1 and weights 4 and
   * 1: 3 lies above both (2 x 5), 1 equals one (1 x 1 / 2), of 3 x 5 in all.
   */
  @Test
  void pairsOfTheAucCountByTheProductOfTheirWeights() {
    boolean[] positive = {true, true, false, false};
    double[] scores = {3, 1, 2, 1};
    assertEquals(
        10.5 / 15, ClassificationMetrics.auc(positive, scores, new double[] {2, 1, 4, 1}), 1e-15);
  }

  /** 0.1 happened with weight 1 of 4, 0.9 with all of 2: errors 0.15 and 0.1 of weights 4 and 2. */
  @Test
  void binsOfTheCalibrationAreWeighted() {
    Calibration calibration =
        Calibration.of(
            new boolean[] {true, false, true, true},
            new double[] {0.125, 0.125, 0.9, 0.4},
            new double[] {1, 3, 2, 0},
            4);
    assertEquals(
        List.of(
            new Calibration.Bin(0, 0.25, 2, 4, 0.125, 0.25),
            new Calibration.Bin(0.75, 1, 1, 2, 0.9, 1)),
        calibration.bins());
    assertEquals((4 * 0.125 + 2 * 0.1) / 6, calibration.expectedError(), 1e-15);
  }

  @Test
  void aWeightOfThreeCountsLikeThreeEqualRows() {
    SplittableRandom random = new SplittableRandom(3);
    for (int round = 0; round < 20; round++) {
      double[] truth = random.doubles(40, 0, 9).map(Math::rint).toArray();
      double[] predicted = random.doubles(40, 0, 9).map(Math::rint).toArray();
      double[] weights = random.ints(40, 0, 4).asDoubleStream().toArray();
      int[] repeated = repeated(weights);
      assertClose(
          Evaluation.of(numbers(pick(truth, repeated)), regression(pick(predicted, repeated))),
          Evaluation.of(numbers(truth), regression(predicted), weights));
      assertClose(
          Evaluation.of(classes(pick(truth, repeated)), probable(pick(predicted, repeated))),
          Evaluation.of(classes(truth), probable(predicted), weights));
    }
  }

  private static int[] repeated(double[] weights) {
    return IntStream.range(0, weights.length)
        .flatMap(row -> IntStream.generate(() -> row).limit((long) weights[row]))
        .toArray();
  }

  private static double[] pick(double[] values, int[] rows) {
    return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
  }

  private static Target numbers(double[] values) {
    return new Target.Numbers("y", values);
  }

  private static Predictions regression(double[] values) {
    return new Predictions(
        new Task.Regression(),
        Arrays.stream(values).mapToObj(value -> new double[] {value}).toArray(double[][]::new));
  }

  private static Target classes(double[] values) {
    int[] codes = Arrays.stream(values).mapToInt(value -> value > 5 ? 1 : 0).toArray();
    return new Target.Classes("y", codes, List.of("no", "yes"));
  }

  private static Predictions probable(double[] values) {
    return new Predictions(
        TWO,
        Arrays.stream(values)
            .mapToObj(value -> new double[] {1 - value / 9, value / 9})
            .toArray(double[][]::new));
  }

  private static void assertClose(Evaluation expected, Evaluation found) {
    expected
        .values()
        .forEach((metric, value) -> assertEquals(value, found.value(metric), 1e-9, metric.name()));
  }

  @Test
  void withoutWeightNothingIsDefined() {
    double[] none = {0, 0};
    Evaluation numbers =
        Evaluation.of(numbers(new double[] {1, 2}), regression(new double[] {1, 3}), none);
    Evaluation classes =
        Evaluation.of(classes(new double[] {1, 9}), probable(new double[] {1, 3}), none);
    assertTrue(numbers.values().values().stream().allMatch(value -> value.isNaN()));
    assertTrue(classes.values().values().stream().allMatch(value -> value.isNaN()));
  }

  @Test
  void weightsMustFitTheRows() {
    double[] two = {1, 2};
    for (double[] wrong : new double[][] {{1}, {1, -1}, {1, Double.NaN}, {1 / 0.0, 1}}) {
      assertThrows(
          IllegalArgumentException.class,
          () -> Evaluation.of(numbers(two), regression(two), wrong));
    }
  }
}
