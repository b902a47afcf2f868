package org.limpid.interpret.evaluate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.limpid.interpret.testing.GlassBoxData;

/**
 * Reference numbers are from scikit-learn 1.2.1 and SciPy with U as in {@link
 * GlassBoxData#uniform}, 200 x 5. Numbers: t = numpy.floor(10 * U[:, 0]), p = numpy.floor(8 * U[:,
 * 0] + 6 * U[:, 1]). Two classes: b = (U[:, 0] + U[:, 1] &gt; 1), q = numpy.floor(16 * (.7 * U[:,
 * 0] + .3 * U[:, 2])) / 17 + .02. Three classes: c = numpy.floor(3 * U[:, 0]).astype(int), P = U[:,
 * 1:4]; P[numpy.arange(200), c] += .4; P /= P.sum(1, keepdims=True).
 */
final class MetricsTest {
  private static final double[] ONE = {1};
  private static final double[][] U = GlassBoxData.uniform(200, 5);
  private static final double[] T = each(u -> Math.floor(10 * u[0]));
  private static final double[] P = each(u -> Math.floor(8 * u[0] + 6 * u[1]));
  private static final double[] Q = each(u -> Math.floor(16 * (.7 * u[0] + .3 * u[2])) / 17 + .02);
  private static final int[] TWO =
      Arrays.stream(U).mapToInt(u -> u[0] + u[1] > 1 ? 1 : 0).toArray();
  private static final double[][] OF_TWO =
      Arrays.stream(Q).mapToObj(q -> new double[] {1 - q, q}).toArray(double[][]::new);
  private static final int[] THREE =
      Arrays.stream(U).mapToInt(u -> (int) Math.floor(3 * u[0])).toArray();
  private static final double[][] OF_THREE =
      Arrays.stream(U).map(MetricsTest::shares).toArray(double[][]::new);

  private static double[] each(ToDoubleFunction<double[]> function) {
    return Arrays.stream(U).mapToDouble(function).toArray();
  }

  private static double[] shares(double[] u) {
    double[] shares = {u[1], u[2], u[3]};
    shares[(int) Math.floor(3 * u[0])] += 0.4;
    double total = shares[0] + shares[1] + shares[2];
    return Arrays.stream(shares).map(share -> share / total).toArray();
  }

  /** mean_absolute_error(t, p), mean_squared_error(t, p) ** .5, r2_score, spearmanr(t, p)[0] */
  @Test
  void numbersAreMeasuredAsInScikitLearn() {
    assertEquals(2.135, RegressionMetrics.meanAbsoluteError(T, P), 1e-12);
    assertEquals(2.6542418879973995, RegressionMetrics.rootMeanSquaredError(T, P), 1e-12);
    assertEquals(0.1522236829834024, RegressionMetrics.r2(T, P), 1e-12);
    assertEquals(0.8124069221263496, RegressionMetrics.spearman(T, P), 1e-12);
  }

  /** accuracy_score(b, q > .5), log_loss(b, q), roc_auc_score(b, q); the last by hand in NumPy */
  @Test
  void twoClassesAreMeasuredAsInScikitLearn() {
    assertEquals(
        0.7, ClassificationMetrics.accuracy(TWO, OF_TWO, RowWeights.equal(TWO.length)), 1e-12);
    assertEquals(
        0.5876980274142536,
        ClassificationMetrics.logLoss(TWO, OF_TWO, RowWeights.equal(TWO.length)),
        1e-12);
    assertEquals(
        0.7558802922630368,
        ClassificationMetrics.auc(TWO, OF_TWO, RowWeights.equal(TWO.length)),
        1e-12);
    assertEquals(
        0.07101176470588234,
        ClassificationMetrics.calibrationError(TWO, OF_TWO, RowWeights.equal(TWO.length)),
        1e-12);
  }

  /** accuracy_score, log_loss(c, P), roc_auc_score(c, P, multi_class='ovr') */
  @Test
  void threeClassesAreMeasuredAsInScikitLearn() {
    assertEquals(
        0.68,
        ClassificationMetrics.accuracy(THREE, OF_THREE, RowWeights.equal(THREE.length)),
        1e-12);
    assertEquals(
        0.802074425771514,
        ClassificationMetrics.logLoss(THREE, OF_THREE, RowWeights.equal(THREE.length)),
        1e-12);
    assertEquals(
        0.8569128522558479,
        ClassificationMetrics.auc(THREE, OF_THREE, RowWeights.equal(THREE.length)),
        1e-12);
    assertEquals(
        0.12551884841964317,
        ClassificationMetrics.calibrationError(THREE, OF_THREE, RowWeights.equal(THREE.length)),
        1e-12);
  }

  /** sklearn.calibration.calibration_curve(b, q, n_bins=10) */
  @Test
  void calibrationBinsAreThoseOfScikitLearn() {
    boolean[] happened = new boolean[TWO.length];
    for (int i = 0; i < happened.length; i++) {
      happened[i] = TWO[i] == 1;
    }
    Calibration calibration = Calibration.of(happened, Q, 10);
    assertArrayEquals(
        new double[] {
          0.1, 0.2857142857142857, 0.35, 0.3235294117647059, 0.42857142857142855,
          0.3333333333333333, 0.7894736842105263, 0.7666666666666667, 0.8, 1.0
        },
        calibration.bins().stream().mapToDouble(Calibration.Bin::observedShare).toArray(),
        1e-12);
    assertArrayEquals(
        new double[] {
          0.06705882352941178, 0.17966386554621847, 0.2552941176470588, 0.3400692041522492,
          0.46033613445378135, 0.5494117647058824, 0.6391950464396289, 0.7513725490196081,
          0.8435294117647059, 0.9023529411764706
        },
        calibration.bins().stream().mapToDouble(Calibration.Bin::meanPredicted).toArray(),
        1e-12);
  }

  /** 0, 0.05 and 1: two rows in the first bin, one in the last; errors 2 x |0.025 - 0.5| + 0. */
  @Test
  void emptyBinsAreLeftOut() {
    Calibration calibration =
        Calibration.of(new boolean[] {false, true, true}, new double[] {0, 0.05, 1}, 10);
    assertEquals(2, calibration.bins().size());
    assertEquals(1, calibration.bins().getLast().upper());
    assertEquals(0.95 / 3, calibration.expectedError(), 1e-15);
    assertThrows(
        IllegalArgumentException.class,
        () -> Calibration.of(new boolean[1], new double[] {Double.NaN}, 10));
  }

  /** Ranks of 3 1 3 2 are 3.5 1 3.5 2, less a half; weights 1 2 3 4 lie 0 2 6 below. */
  @Test
  void equalNumbersShareTheirRanks() {
    double[] values = {3, 1, 3, 2};
    assertArrayEquals(new double[] {3, 0.5, 3, 1.5}, RowWeights.ranks(values, RowWeights.equal(4)));
    assertArrayEquals(
        new double[] {8, 1, 8, 4}, RowWeights.ranks(values, new double[] {1, 2, 3, 4}));
    assertArrayEquals(
        new double[] {1, 1}, RowWeights.ranks(new double[] {0.0, -0.0}, RowWeights.equal(2)));
  }

  /** Pairs: 0.4 over 0.1 and 0.4 ties 0.4: (1 + 0.5) / 2. */
  @Test
  void tiesCountHalfInTheAuc() {
    boolean[] positive = {true, false, false};
    assertEquals(
        0.75,
        ClassificationMetrics.auc(positive, new double[] {0.4, 0.1, 0.4}, RowWeights.equal(3)));
  }

  @Test
  void certainAndWrongCostsTheClippedLogarithm() {
    double loss = ClassificationMetrics.logLoss(new int[] {0}, new double[][] {{0, 1}}, ONE);
    assertEquals(-Math.log(1e-15), loss);
    assertEquals(
        0, ClassificationMetrics.logLoss(new int[] {1}, new double[][] {{0, 1}}, ONE), 2e-15);
  }

  @Test
  void classesWithoutRowsAreLeftOutOfTheMeanAuc() {
    int[] truth = {0, 1};
    double[][] probabilities = {{0.5, 0.3, 0.2}, {0.4, 0.4, 0.2}};
    assertEquals(1, ClassificationMetrics.auc(truth, probabilities, RowWeights.equal(2)));
    assertTrue(
        Double.isNaN(ClassificationMetrics.auc(new int[] {1}, new double[][] {{0, 1}}, ONE)));
  }

  @Test
  void withoutRowsNothingIsDefined() {
    double[] none = {};
    for (ToDoubleBiFunction<double[], double[]> metric : ofNumbers()) {
      assertTrue(Double.isNaN(metric.applyAsDouble(none, none)));
    }
    for (ToDoubleBiFunction<int[], double[][]> metric : ofClasses()) {
      assertTrue(Double.isNaN(metric.applyAsDouble(new int[0], new double[0][])));
    }
  }

  @Test
  void oneRowHasErrorsButNoVariance() {
    double[] truth = {3};
    double[] predicted = {5};
    assertEquals(2, RegressionMetrics.meanAbsoluteError(truth, predicted));
    assertEquals(2, RegressionMetrics.rootMeanSquaredError(truth, predicted));
    assertTrue(Double.isNaN(RegressionMetrics.r2(truth, predicted)));
    assertTrue(Double.isNaN(RegressionMetrics.spearman(truth, predicted)));
  }

  @Test
  void noNumberIsNeverHidden() {
    double[] truth = {1, 2, 3};
    double[] predicted = {1, Double.NaN, 3};
    for (ToDoubleBiFunction<double[], double[]> metric : ofNumbers()) {
      assertTrue(Double.isNaN(metric.applyAsDouble(truth, predicted)));
      assertTrue(Double.isNaN(metric.applyAsDouble(predicted, truth)));
    }
    double[][] probabilities = {{0.5, 0.5}, {Double.NaN, Double.NaN}, {0.1, 0.9}};
    for (ToDoubleBiFunction<int[], double[][]> metric : ofClasses()) {
      assertTrue(Double.isNaN(metric.applyAsDouble(new int[] {0, 1, 1}, probabilities)));
    }
  }

  private static List<ToDoubleBiFunction<double[], double[]>> ofNumbers() {
    return List.of(
        RegressionMetrics::meanAbsoluteError,
        RegressionMetrics::rootMeanSquaredError,
        RegressionMetrics::r2,
        RegressionMetrics::spearman);
  }

  private static List<ToDoubleBiFunction<int[], double[][]>> ofClasses() {
    return List.of(
        (truth, p) -> ClassificationMetrics.accuracy(truth, p, RowWeights.equal(truth.length)),
        (truth, p) -> ClassificationMetrics.logLoss(truth, p, RowWeights.equal(truth.length)),
        (truth, p) -> ClassificationMetrics.auc(truth, p, RowWeights.equal(truth.length)),
        (truth, p) ->
            ClassificationMetrics.calibrationError(truth, p, RowWeights.equal(truth.length)));
  }
}
