package org.limpid.adaptation.policy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class KernelTest {
  /** To three units in the last place; beyond 700 and -700 all numbers are as these. */
  @Test
  void exponentialsAreThoseOfTheLibrary() {
    Random random = new Random(5);
    for (int i = 0; i < 20_000; i++) {
      double x = 60 * (2 * random.nextDouble() - 1);
      double expected = StrictMath.exp(x);
      assertEquals(expected, Kernel.exp(x), 3 * Math.ulp(expected), "exp of " + x);
    }
    assertEquals(1, Kernel.exp(0));
    assertEquals(StrictMath.exp(700), Kernel.exp(1e9), 1e292);
    assertEquals(StrictMath.exp(-700), Kernel.exp(-1e9), 1e-316);
  }

  /** At ±1e9 both are as near to their limits as a number can be. */
  @Test
  void bentNumbers() {
    double[] numbers = {0, 1, -2, 1e9, -1e9};
    double[] tangents = new double[6];
    Kernel.tanh(numbers, 0, 5, tangents, 1);
    assertArrayEquals(
        new double[] {0, 0, StrictMath.tanh(1), StrictMath.tanh(-2), 1, -1}, tangents, 1e-15);
    Kernel.sigmoid(numbers, 1, 5);
    double sigmoid = 1 / (1 + StrictMath.exp(-1));
    assertArrayEquals(new double[] {0, sigmoid, 1 / (1 + StrictMath.exp(2)), 1, 0}, numbers, 1e-15);
  }

  /**
   * Five rows of two numbers, of which four go together: 2 (1, 2) + 3 (3, 4) + 5 (5, 6) + 7 (7, 8)
   * + 11 (9, 10) = (184, 212), on top of (1, 1).
   */
  @Test
  void rowsTimesFactors() {
    double[] factors = {0, 2, 0, 3, 0, 5, 0, 7, 0, 11};
    double[] matrix = {-1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
    double[] sums = {9, 1, 1, 9};
    Kernel.addRows(factors, 1, 2, 5, matrix, 1, 2, sums, 1);
    assertArrayEquals(new double[] {9, 185, 213, 9}, sums);
    double[] backwards = {11, 7, 5, 3, 2};
    double[] again = new double[2];
    Kernel.addRows(backwards, 4, -1, 5, matrix, 1, 2, again, 0);
    assertArrayEquals(new double[] {184, 212}, again);
  }

  /** 1 x 2 + 2 x 3 + 3 x 4 + 4 x 5 + 5 x 6 = 70. */
  @Test
  void productsOfAnyLength() {
    double[] weights = {1, 2, 3, 4, 5};
    double[] inputs = {9, 2, 3, 4, 5, 6};
    assertEquals(70, Kernel.product(weights, 0, inputs, 1, 5));
    assertEquals(8, Kernel.product(weights, 0, inputs, 1, 2));
  }

  @Test
  void columnsOneAfterAnother() {
    double[] transposed = new double[6];
    Kernel.transpose(new double[] {9, 1, 2, 3, 4, 5, 6}, 1, 2, 3, transposed);
    assertArrayEquals(new double[] {1, 4, 2, 5, 3, 6}, transposed);
  }
}
