package org.limpid.interpret.binning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class CoarseBinsTest {

  /** Four bins of ten rows in two groups of twenty: only the middle cut stays. */
  @Test
  void equallyFullBinsAreJoinedInPairs() {
    int[] counts = {5, 10, 10, 10, 10, 0};
    CoarseBins coarse = CoarseBins.of(new CutBins(1, 2, 3), counts, 4, false);
    assertEquals(new CutBins(2), coarse.bins());
    assertArrayEquals(new int[] {0, 1, 1, 2, 2, 3}, coarse.ofFine());
  }

  /** The same for bins of equal width, whatever they hold. */
  @Test
  void equallyWideBinsAreJoinedByTheirNumber() {
    int[] counts = {0, 100, 1, 1, 1, 0};
    CoarseBins coarse = CoarseBins.of(new CutBins(1, 2, 3), counts, 4, true);
    assertEquals(new CutBins(2), coarse.bins());
  }

  @Test
  void categoriesAndFewBinsStayAsTheyAre() {
    CategoryBins categories = new CategoryBins(50);
    CoarseBins same = CoarseBins.of(categories, new int[52], 4, false);
    assertEquals(categories, same.bins());
    assertEquals(51, same.ofFine()[51]);
    CutBins few = new CutBins(1, 2);
    assertEquals(few, CoarseBins.of(few, new int[5], 5, false).bins());
  }

  @Test
  void theCoarseBinOfAValueHoldsItsFineBin() {
    SplittableRandom random = new SplittableRandom(9);
    for (int round = 0; round < 300; round++) {
      double[] cuts = new double[random.nextInt(1, 90)];
      Arrays.setAll(cuts, i -> i + random.nextDouble(0.9));
      CutBins fine = new CutBins(cuts);
      int[] counts = new int[fine.count()];
      Arrays.setAll(counts, _ -> random.nextInt(10) == 0 ? 300 : random.nextInt(1, 20));
      int most = random.nextInt(4, 70);
      CoarseBins coarse = CoarseBins.of(fine, counts, most, random.nextBoolean());
      assertTrue(coarse.bins().count() <= Math.max(most, 0));
      assertEquals(Bins.MISSING, coarse.ofFine()[Bins.MISSING]);
      assertEquals(coarse.bins().unseen(), coarse.ofFine()[fine.unseen()]);
      for (int i = 0; i < 100; i++) {
        double value = i < cuts.length ? cuts[i] : random.nextDouble(-2, cuts.length + 2);
        assertEquals(coarse.bins().binOf(value), coarse.ofFine()[fine.binOf(value)]);
      }
    }
  }
}
