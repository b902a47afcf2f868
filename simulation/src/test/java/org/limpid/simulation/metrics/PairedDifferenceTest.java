package org.limpid.simulation.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PairedDifferenceTest {
  /**
   * Differences 1, 2, 3, 6 with mean 3: squared deviations 4 + 1 + 0 + 9 = 14, standard deviation
   * sqrt(14 / 3), standard error sqrt(14 / 12) = 1.0801. The 0.975-quantile of t with 3 degrees of
   * freedom is 3.1824 (table of any textbook), so the half width is 3.4374.
   */
  @Test
  void intervalIsThatOfStudent() {
    PairedDifference difference =
        PairedDifference.of(new double[] {11, 12, 13, 16}, new double[] {10, 10, 10, 10});
    assertEquals(4, difference.pairs());
    assertEquals(3, difference.mean());
    assertEquals(3.4374, difference.halfWidth(), 1e-4);
    assertEquals(3 - 3.4374, difference.low(), 1e-4);
    assertEquals(3 + 3.4374, difference.high(), 1e-4);
    assertTrue(difference.isWithinNoise());
  }

  /** The values scatter, the differences 1.0, 1.1, 0.9 hardly: 1 +- 4.3027 x 0.1 / sqrt(3). */
  @Test
  void pairsTakeOutWhatBothHaveInCommon() {
    PairedDifference difference =
        PairedDifference.of(new double[] {101, 51.1, 900.9}, new double[] {100, 50, 900});
    assertEquals(1, difference.mean(), 1e-12);
    assertEquals(0.2484, difference.halfWidth(), 1e-4);
    assertFalse(difference.isWithinNoise());
  }

  @Test
  void equalValuesDifferByNothing() {
    PairedDifference difference = PairedDifference.of(new double[] {5, 7}, new double[] {5, 7});
    assertEquals(0, difference.mean());
    assertEquals(0, difference.halfWidth());
    assertTrue(difference.isWithinNoise());
  }

  @Test
  void onePairSaysNothingAboutTheNoise() {
    PairedDifference difference = PairedDifference.of(new double[] {5}, new double[] {2});
    assertEquals(3, difference.mean());
    assertEquals(Double.NaN, difference.halfWidth());
    assertTrue(difference.isWithinNoise());
    assertEquals(Double.NaN, PairedDifference.of(new double[0], new double[0]).mean());
  }

  @Test
  void bothSidesHaveAsManyValues() {
    assertThrows(
        IllegalArgumentException.class, () -> PairedDifference.of(new double[1], new double[2]));
  }
}
