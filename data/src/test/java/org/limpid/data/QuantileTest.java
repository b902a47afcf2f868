package org.limpid.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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
