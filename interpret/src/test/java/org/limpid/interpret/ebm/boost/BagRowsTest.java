package org.limpid.interpret.ebm.boost;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class BagRowsTest {

  /** Of 10 rows 6 are of stratum 0: half of each validates, 3 and 2. */
  @Test
  void strataHaveTheSameShare() {
    int[] strata = {0, 1, 0, 0, 1, 0, 1, 0, 1, 0};
    BagRows rows = BagRows.draw(10, strata, 2, 0.5, new SplittableRandom(1));
    assertArrayEquals(new int[] {3, 2}, perStratum(rows, strata, 2));
  }

  @Test
  void asManyRowsValidateAsAsked() {
    SplittableRandom random = new SplittableRandom(2);
    for (int round = 0; round < 300; round++) {
      int count = random.nextInt(1, 300);
      double share = random.nextInt(20) == 0 ? 0 : random.nextDouble(0.95);
      int strataCount = random.nextInt(1, 6);
      int[] strata = random.ints(count, 0, strataCount).map(i -> i * i / strataCount).toArray();
      BagRows rows = BagRows.draw(count, strata, strataCount, share, random);
      int atLeast = share > 0 && count > 1 ? 1 : 0;
      int total = Math.max(atLeast, (int) (count * share));
      assertEquals(total, rows.validationCount());
      int[] found = perStratum(rows, strata, strataCount);
      int sum = 0;
      for (int stratum = 0; stratum < strataCount; stratum++) {
        double fair = (double) total * size(strata, stratum) / count;
        assertTrue(Math.abs(found[stratum] - fair) <= 1);
        sum += found[stratum];
      }
      assertEquals(total, sum);
    }
  }

  @Test
  void everyRowHasItsTurnWithoutStrata() {
    int[] drawn = new int[7];
    SplittableRandom random = new SplittableRandom(3);
    for (int round = 0; round < 7000; round++) {
      BagRows rows = BagRows.draw(7, null, 1, 0.3, random);
      for (int row = 0; row < 7; row++) {
        drawn[row] += rows.isValidation(row) ? 1 : 0;
      }
    }
    // Two of seven rows validate: 2000 times each, with a standard deviation of 38.
    for (int times : drawn) {
      assertEquals(2000, times, 190);
    }
  }

  @Test
  void theFillerValidates() {
    BagRows odd = BagRows.draw(5, null, 1, 0, new SplittableRandom(4));
    assertArrayEquals(new byte[] {0, 0, 2}, odd.side());
    assertEquals(0, odd.validationCount());
    assertEquals(5, odd.rowCount());
  }

  private static int[] perStratum(BagRows rows, int[] strata, int strataCount) {
    int[] found = new int[strataCount];
    for (int row = 0; row < strata.length; row++) {
      found[strata[row]] += rows.isValidation(row) ? 1 : 0;
    }
    return found;
  }

  private static int size(int[] strata, int stratum) {
    int size = 0;
    for (int s : strata) {
      size += s == stratum ? 1 : 0;
    }
    return size;
  }
}
