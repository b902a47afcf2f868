package org.limpid.interpret.binning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class CutBinsTest {

  /** Cuts 1 and 3: below 1 is bin 1, from 1 on bin 2, from 3 on bin 3. */
  @Test
  void aValueEqualToACutLiesAboveIt() {
    CutBins bins = new CutBins(1, 3);
    assertEquals(1, bins.binOf(Math.nextDown(1.0)));
    assertEquals(2, bins.binOf(1));
    assertEquals(2, bins.binOf(2.9));
    assertEquals(3, bins.binOf(3));
    assertEquals(4, bins.unseen());
    assertEquals(5, bins.count());
  }

  @Test
  void missingAndInfiniteValuesHaveBinsForAnyNumberOfCuts() {
    for (int count = 0; count < 20; count++) {
      CutBins bins = new CutBins(cuts(count, new SplittableRandom(count)));
      assertEquals(Bins.MISSING, bins.binOf(Double.NaN));
      assertEquals(1, bins.binOf(Double.NEGATIVE_INFINITY));
      assertEquals(count + 1, bins.binOf(Double.POSITIVE_INFINITY));
    }
  }

  @Test
  void theBinIsThatOfALinearSearch() {
    SplittableRandom random = new SplittableRandom(11);
    for (int count = 0; count < 70; count++) {
      double[] cuts = cuts(count, random);
      CutBins bins = new CutBins(cuts);
      for (double cut : cuts) {
        assertEquals(linear(cuts, cut), bins.binOf(cut));
        assertEquals(linear(cuts, Math.nextDown(cut)), bins.binOf(Math.nextDown(cut)));
        assertEquals(linear(cuts, Math.nextUp(cut)), bins.binOf(Math.nextUp(cut)));
      }
      for (int i = 0; i < 50; i++) {
        double value = random.nextDouble(-5, count + 5);
        assertEquals(linear(cuts, value), bins.binOf(value));
      }
    }
  }

  @Test
  void cutsMustAscendAndBeFinite() {
    assertThrows(IllegalArgumentException.class, () -> new CutBins(1, 1));
    assertThrows(IllegalArgumentException.class, () -> new CutBins(2, 1));
    assertThrows(IllegalArgumentException.class, () -> new CutBins(Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> new CutBins(1, Double.POSITIVE_INFINITY));
  }

  private static double[] cuts(int count, SplittableRandom random) {
    double[] cuts = new double[count];
    for (int i = 0; i < count; i++) {
      cuts[i] = i + random.nextDouble(0.9);
    }
    return cuts;
  }

  private static int linear(double[] cuts, double value) {
    int bin = 1;
    for (double cut : cuts) {
      bin += cut <= value ? 1 : 0;
    }
    return bin;
  }
}
