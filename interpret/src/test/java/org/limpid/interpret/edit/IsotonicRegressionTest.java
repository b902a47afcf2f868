package org.limpid.interpret.edit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class IsotonicRegressionTest {
  private static final double[] ONES = {1, 1, 1, 1};

  /** 3 and 2 are pooled to 2.5, then 2.5, 2.5 and 1 to 2. */
  @Test
  void violatorsArePooledUntilNoneIsLeft() {
    double[] fit = IsotonicRegression.increasing(new double[] {3, 2, 1, 4}, ONES);
    assertArrayEquals(new double[] {2, 2, 2, 4}, fit, 1e-15);
  }

  /** (3 * 3 + 1 * 1) / 4 = 2.5. */
  @Test
  void weightsCount() {
    double[] fit = IsotonicRegression.increasing(new double[] {3, 1}, new double[] {3, 1});
    assertArrayEquals(new double[] {2.5, 2.5}, fit);
  }

  @Test
  void monotoneSeriesStayBitForBit() {
    double[] values = {-0.1, 0.2, 0.2, 0.30000000000000004};
    assertArrayEquals(values, IsotonicRegression.increasing(values, ONES));
  }

  /** 5 has no weight: it is moved between the fits of its neighbours, 1 and 2. */
  @Test
  void valuesWithoutWeightFollowTheirNeighbours() {
    double[] fit =
        IsotonicRegression.increasing(new double[] {1, 5, 2, 0}, new double[] {1, 0, 1, 0});
    assertArrayEquals(new double[] {1, 2, 2, 2}, fit);
  }

  /** Without neighbours on the left, 3 and 1 are pooled to 2 and may stay below 4. */
  @Test
  void valuesWithoutWeightAreMonotoneAmongThemselves() {
    double[] fit = IsotonicRegression.increasing(new double[] {3, 1, 4}, new double[] {0, 0, 1});
    assertArrayEquals(new double[] {2, 2, 4}, fit);
  }

  @Test
  void withoutAnyWeightAllCountTheSame() {
    double[] fit = IsotonicRegression.increasing(new double[] {3, 1}, new double[2]);
    assertArrayEquals(new double[] {2, 2}, fit);
  }

  /**
   * Expected values: scikit-learn 1.2.1 (Debian python3-sklearn), {@code
   * sklearn.isotonic.isotonic_regression(y, sample_weight=w)} and the same with {@code
   * increasing=False}.
   */
  @Test
  void agreesWithScikitLearn() {
    double[] y = {1.69, -0.32, 0.33, 0.86, -0.19, 0.75, 0.9, -0.7, 2.22, 1.95, 0.87, 1.48};
    double[] w = {1.8, 4.6, 1.5, 2.5, 4.7, 0.6, 3.2, 4.8, 1.5, 3.0, 4.6, 1.1};
    double[] increasing = new double[12];
    Arrays.fill(increasing, 0, 8, 0.1389029535864979);
    Arrays.fill(increasing, 8, 11, 1.4485714285714284);
    increasing[11] = 1.48;
    assertArrayEquals(increasing, IsotonicRegression.increasing(y, w), 1e-14);
    double[] decreasing = new double[12];
    Arrays.fill(decreasing, 0.4691588785046729);
    decreasing[0] = 1.69;
    assertArrayEquals(decreasing, IsotonicRegression.decreasing(y, w), 1e-14);
  }

  @Test
  void fitsAreMonotoneKeepTheMeanAndNoMonotoneSeriesNearbyIsCloser() {
    SplittableRandom random = new SplittableRandom(5);
    for (int round = 0; round < 200; round++) {
      int length = random.nextInt(1, 20);
      double[] values = new double[length];
      double[] weights = new double[length];
      Arrays.setAll(values, i -> random.nextInt(10) + 0.3 * i);
      Arrays.setAll(weights, _ -> random.nextInt(4));
      weights[0] = 1;
      double[] fit = IsotonicRegression.increasing(values, weights);
      assertTrue(IntStream.range(1, length).allMatch(i -> fit[i - 1] <= fit[i]));
      assertEquals(weighted(values, weights), weighted(fit, weights), 1e-11);
      double[] other = fit.clone();
      Arrays.setAll(other, i -> fit[i] + random.nextDouble(-0.5, 0.5));
      Arrays.sort(other);
      assertTrue(loss(fit, values, weights) <= loss(other, values, weights) + 1e-12);
    }
  }

  private static double weighted(double[] values, double[] weights) {
    return IntStream.range(0, values.length).mapToDouble(i -> values[i] * weights[i]).sum();
  }

  private static double loss(double[] fit, double[] values, double[] weights) {
    return IntStream.range(0, fit.length)
        .mapToDouble(i -> weights[i] * (fit[i] - values[i]) * (fit[i] - values[i]))
        .sum();
  }

  @Test
  void badNumbersAreRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> IsotonicRegression.increasing(new double[] {Double.NaN}, new double[] {1}));
    assertThrows(
        IllegalArgumentException.class,
        () -> IsotonicRegression.increasing(new double[] {1}, new double[] {-1}));
    assertThrows(
        IllegalArgumentException.class,
        () -> IsotonicRegression.increasing(new double[] {1}, new double[] {1, 1}));
  }
}
