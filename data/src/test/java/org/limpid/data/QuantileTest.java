package org.limpid.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class QuantileTest {
  private static final long[] FIVE = {1, 2, 4, 8, 16};

  /** python3: numpy.quantile([1, 2, 4, 8, 16], [0, .1, .5, .9, .999, 1]). */
  @Test
  void interpolatesLinearly() {
    assertEquals(1, Quantile.ofSorted(FIVE, 0));
    assertEquals(1.4, Quantile.ofSorted(FIVE, 0.1), 1e-12);
    assertEquals(4, Quantile.ofSorted(FIVE, 0.5));
    assertEquals(12.8, Quantile.ofSorted(FIVE, 0.9), 1e-12);
    assertEquals(15.968, Quantile.ofSorted(FIVE, 0.999), 1e-12);
    assertEquals(16, Quantile.ofSorted(FIVE, 1));
  }

  /** As the definitions say, bit for bit. */
  @Test
  void theLibraryComputesWhatTheDefinitionsSay() {
    Random random = new Random(1);
    for (int count = 1; count < 200; count++) {
      double[] values = random.doubles(count, 0, 1e6).toArray();
      double[] sorted = Arrays.stream(values).sorted().toArray();
      double p = random.nextDouble();
      double place = p * (count - 1);
      int below = (int) place;
      double above = sorted[Math.min(below + 1, count - 1)];
      assertEquals(
          sorted[below] + (place - below) * (above - sorted[below]), Quantile.ofSorted(sorted, p));
      assertEquals((sorted[(count - 1) / 2] + sorted[count / 2]) / 2, Quantile.median(values));
    }
    assertEquals(Double.NaN, Quantile.median(new double[0]));
    assertEquals(2, Quantile.median(new double[] {3, 1, 100}, 2));
  }

  @Test
  void aSingleValueIsEveryQuantile() {
    assertEquals(7, Quantile.ofSorted(new long[] {7}, 0.3));
  }

  @Test
  void refusesWhatHasNoQuantile() {
    assertThrows(IllegalArgumentException.class, () -> Quantile.ofSorted(new long[0], 0.5));
    assertThrows(IllegalArgumentException.class, () -> Quantile.ofSorted(FIVE, Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> Quantile.ofSorted(FIVE, 1.1));
  }
}
