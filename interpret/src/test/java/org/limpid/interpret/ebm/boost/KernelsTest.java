package org.limpid.interpret.ebm.boost;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class KernelsTest {
  private static final int BINS = 10;

  /** Rows 4 and 6 train, row 9 validates (odd); the row in cell 3 is not below the cut 3. */
  @Test
  void sumsBelowACutAreOfAllRowsAndOfTrainingRows() {
    int[] low = {4, 9};
    int[] high = {6, 100};
    int[] cells = {0 | 1 << 16, 2 | 3 << 16};
    assertArrayEquals(new long[] {19, 10}, sums(low, high, cells, 3));
  }

  @Test
  void sumsOfExtremeResidualsDoNotOverflow() {
    int[] extremes = {Integer.MAX_VALUE, Integer.MIN_VALUE, Integer.MAX_VALUE - 1, -1, -2, 0, 1};
    SplittableRandom random = new SplittableRandom(21);
    for (int length : new int[] {1, 1023, 1024, 1025, 5000}) {
      int[] cells = cells(length, random);
      for (int extreme : extremes) {
        int[] residuals = new int[length];
        Arrays.fill(residuals, extreme);
        assertSums(residuals, residuals, cells);
      }
      int[] low = random.ints(length).toArray();
      assertSums(low, random.ints(length).toArray(), cells);
    }
  }

  private static void assertSums(int[] low, int[] high, int[] cells) {
    for (int cut = 0; cut <= BINS; cut++) {
      long all = 0;
      long training = 0;
      for (int i = 0; i < cells.length; i++) {
        long a = (cells[i] & 0xffff) < cut ? low[i] : 0;
        long b = cells[i] >>> 16 < cut ? high[i] : 0;
        all += a + b;
        training += ((a & 1) == 0 ? a : 0) + ((b & 1) == 0 ? b : 0);
      }
      assertArrayEquals(new long[] {all, training}, sums(low, high, cells, cut));
    }
  }

  private static long[] sums(int[] low, int[] high, int[] cells, int cut) {
    long[] sums = new long[2];
    Kernels.sumBelow(low, high, cells, cut, sums);
    return sums;
  }

  private static int[] cells(int length, SplittableRandom random) {
    int[] cells = new int[length];
    Arrays.setAll(cells, _ -> random.nextInt(BINS) | random.nextInt(BINS) << 16);
    return cells;
  }

  @Test
  void aCutIsATableOfTwoValues() {
    SplittableRandom random = new SplittableRandom(22);
    int[] cells = cells(777, random);
    int[] low = random.ints(777, -1000, 1000).toArray();
    int[] high = random.ints(777, -1000, 1000).toArray();
    int[] table = new int[Kernels.tableSize(BINS)];
    for (int cell = 0; cell < BINS; cell++) {
      table[cell] = cell < 4 ? 6 : -8;
    }
    int[] lowByTable = low.clone();
    int[] highByTable = high.clone();
    Kernels.subtractCut(low, high, cells, 4, 6, -8);
    Kernels.subtractTable(lowByTable, highByTable, cells, table);
    assertArrayEquals(lowByTable, low);
    assertArrayEquals(highByTable, high);
  }

  @Test
  void tablesHaveTheNextPowerOfTwo() {
    assertEquals(1, Kernels.tableSize(0));
    assertEquals(1, Kernels.tableSize(1));
    assertEquals(2, Kernels.tableSize(2));
    assertEquals(4, Kernels.tableSize(3));
    assertEquals(8, Kernels.tableSize(8));
    assertEquals(1 << 16, Kernels.tableSize((1 << 15) + 1));
  }
}
