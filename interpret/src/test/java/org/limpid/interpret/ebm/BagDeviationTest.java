package org.limpid.interpret.ebm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class BagDeviationTest {

  /** Mean (1 + 3 * 5) / 4 = 4; squares (9 + 3 * 1) / 4 = 3. */
  @Test
  void weightsCount() {
    double[] values = {1, 5};
    assertEquals(Math.sqrt(3), BagDeviation.of(i -> values[i], new double[] {1, 3}), 1e-15);
    assertEquals(4, BagDeviation.mean(i -> values[i], new double[] {1, 3}));
  }

  @Test
  void nothingVariesWithOneBagAndNothingIsKnownWithout() {
    assertEquals(0, BagDeviation.of(_ -> 0.1, new double[] {7}));
    assertEquals(Double.NaN, BagDeviation.of(_ -> 0.1, new double[0]));
    assertArrayEquals(new double[0], BagDeviation.ofScores(new double[0][], new double[0]));
  }

  /** Rounding must not make a sum of squares negative, whose root would not be a number. */
  @Test
  void equalValuesHaveTheDeviationZero() {
    SplittableRandom random = new SplittableRandom(2);
    double[] weights = new double[5];
    for (int round = 0; round < 1000; round++) {
      Arrays.setAll(weights, _ -> random.nextDouble(0.1, 9));
      double value = random.nextDouble(-1, 1);
      assertEquals(0, BagDeviation.of(_ -> value, weights));
      assertEquals(value, BagDeviation.mean(_ -> value, weights));
    }
  }
}
