package org.limpid.interpret.ebm.boost;

import java.util.Arrays;

/**
 * The loops over all rows in which training spends its time. Each is written so that the JVM's
 * compiler either turns it into vector instructions (those without table look-ups) or leaves out
 * the checks of array bounds: a table's length is a power of two, and its index is masked with
 * length - 1.
 *
 * <p>{@code low} and {@code high} hold the rows that stand in the lower and upper half-words of
 * packed cells. A residual is an even number, plus 1 where the row belongs to the validation.
 */
final class Kernels {
  /** Halves of sums of this many residuals fit an int. */
  private static final int BLOCK = 1024;

  /** Makes a difference of floats at least 1, but of those that are nearly 0 themselves. */
  private static final float HUGE = 1e38f;

  /** Products of this many numbers up to 1e22, or down to 1e-22, are finite and not 0. */
  private static final int FACTORS = 12;

  private static final int LOWER_BITS = 12;
  private static final int LOWER_MASK = (1 << LOWER_BITS) - 1;

  private Kernels() {}

  static int tableSize(int entries) {
    return entries <= 1 ? 1 : Integer.highestOneBit(entries - 1) << 1;
  }

  /** A table of zeros: the given one, where it has this length. */
  static double[] zeros(double[] table, int length) {
    if (table.length != length) {
      return new double[length];
    }
    Arrays.fill(table, 0);
    return table;
  }

  static int[] zeros(int[] table, int length) {
    if (table.length != length) {
      return new int[length];
    }
    Arrays.fill(table, 0);
    return table;
  }

  static long[] zeros(long[] table, int length) {
    if (table.length != length) {
      return new long[length];
    }
    Arrays.fill(table, 0);
    return table;
  }

  /** The cell of a row; for loops in which little time is spent. */
  static int cell(int[] packed, int row) {
    int half = packed.length;
    return row < half ? packed[row] & 0xffff : packed[row - half] >>> 16;
  }

  /**
   * Sum of the logarithms of numbers from 1 to 1e22 or their reciprocals: one logarithm for
   * several, whose product is finite and not 0.
   */
  static double sumOfLogs(double[] numbers, int count) {
    double total = 0;
    int i = 0;
    for (; i + FACTORS <= count; i += FACTORS) {
      double even = 1;
      double odd = 1;
      for (int j = i; j < i + FACTORS; j += 2) {
        even *= numbers[j];
        odd *= numbers[j + 1];
      }
      total += Math.log(even * odd);
    }
    double rest = 1;
    for (; i < count; i++) {
      rest *= numbers[i];
    }
    return total + Math.log(rest);
  }

  static void combine(int[] first, int[] second, int[] firstTable, int[] secondTable, int[] cells) {
    int firstMask = firstTable.length - 1;
    int secondMask = secondTable.length - 1;
    for (int i = 0; i < cells.length; i++) {
      int a = first[i];
      int b = second[i];
      int lower = firstTable[a & 0xffff & firstMask] + secondTable[b & 0xffff & secondMask];
      int upper = firstTable[(a >>> 16) & firstMask] + secondTable[(b >>> 16) & secondMask];
      cells[i] = lower | upper << 16;
    }
  }

  /** Subtracts {@code below} from residuals in cells below {@code cut}, else {@code above}. */
  static void subtractCut(int[] low, int[] high, int[] cells, int cut, int below, int above) {
    int difference = below - above;
    for (int i = 0; i < low.length; i++) {
      int cell = cells[i];
      low[i] -= above + ((((cell & 0xffff) - cut) >> 31) & difference);
      high[i] -= above + ((((cell >>> 16) - cut) >> 31) & difference);
    }
  }

  static void subtractTable(int[] low, int[] high, int[] cells, int[] table) {
    int mask = table.length - 1;
    for (int i = 0; i < low.length; i++) {
      int cell = cells[i];
      low[i] -= table[cell & 0xffff & mask];
      high[i] -= table[(cell >>> 16) & mask];
    }
  }

  /** Sums residuals in cells below a cut: over all rows, then over training rows only. */
  static void sumBelow(int[] low, int[] high, int[] cells, int cut, long[] sums) {
    long all = 0;
    long training = 0;
    for (int start = 0; start < low.length; start += BLOCK) {
      int end = Math.min(low.length, start + BLOCK);
      int allUpper = 0;
      int allLower = 0;
      int trainingUpper = 0;
      int trainingLower = 0;
      for (int i = start; i < end; i++) {
        int cell = cells[i];
        int a = low[i] & (((cell & 0xffff) - cut) >> 31);
        int b = high[i] & (((cell >>> 16) - cut) >> 31);
        int c = a & ((a & 1) - 1);
        int d = b & ((b & 1) - 1);
        allUpper += (a >> LOWER_BITS) + (b >> LOWER_BITS);
        allLower += (a & LOWER_MASK) + (b & LOWER_MASK);
        trainingUpper += (c >> LOWER_BITS) + (d >> LOWER_BITS);
        trainingLower += (c & LOWER_MASK) + (d & LOWER_MASK);
      }
      all += ((long) allUpper << LOWER_BITS) + allLower;
      training += ((long) trainingUpper << LOWER_BITS) + trainingLower;
    }
    sums[0] = all;
    sums[1] = training;
  }

  /**
   * Adds each residual to the sum of its cell; those of validation rows to the upper half of the
   * table.
   */
  static void histogram(int[] low, int[] high, int[] cells, long[] sums) {
    int mask = sums.length - 1;
    int shift = Integer.numberOfTrailingZeros(sums.length) - 1;
    for (int i = 0; i < low.length; i++) {
      int cell = cells[i];
      int a = low[i];
      int b = high[i];
      sums[((cell & 0xffff) | (a & 1) << shift) & mask] += a;
      sums[((cell >>> 16) | (b & 1) << shift) & mask] += b;
    }
  }

  /**
   * Counts rows per cell, those of validation rows in the upper half of the table; {@code side} as
   * in {@link BagRows}.
   */
  static void count(byte[] side, int[] cells, int[] counts) {
    int mask = counts.length - 1;
    int shift = Integer.numberOfTrailingZeros(counts.length) - 1;
    for (int i = 0; i < side.length; i++) {
      int cell = cells[i];
      counts[((cell & 0xffff) | (side[i] & 1) << shift) & mask]++;
      counts[((cell >>> 16) | (side[i] >>> 1) << shift) & mask]++;
    }
  }

  /** Adds to each score, those of the lower rows first, the entry of its cell. */
  static void addTable(float[] scores, int[] cells, float[] table) {
    int mask = table.length - 1;
    int half = cells.length;
    for (int i = 0; i < half; i++) {
      int cell = cells[i];
      scores[i] += table[cell & 0xffff & mask];
      scores[half + i] += table[(cell >>> 16) & mask];
    }
  }

  /**
   * On which sides of their targets scores lie. A target that no float equals lies between two, and
   * scores are never there. Without a branch, which would be a guess each time.
   *
   * @param floors largest floats that are not above the targets
   * @param ceilings smallest floats that are not below them
   * @param training -1 for rows that train, 0 for others
   * @param sides receives 1 above a target, -1 below, 0 on it and for rows that do not train
   */
  static void sides(float[] scores, float[] floors, float[] ceilings, int[] training, int[] sides) {
    for (int i = 0; i < scores.length; i++) {
      float far = (scores[i] - floors[i]) * HUGE + (scores[i] - ceilings[i]) * HUGE;
      sides[i] = (int) Math.max(-1f, Math.min(1f, far)) & training[i];
    }
  }

  /**
   * Adds up sides per cell, those of the upper rows in the upper half: in one table they would wait
   * for each other, as many share a cell.
   */
  static void sumSides(int[] sides, int[] cells, int[] sums) {
    int mask = sums.length - 1;
    int upperTable = sums.length >> 1;
    int half = cells.length;
    for (int i = 0; i < half; i++) {
      int cell = cells[i];
      sums[cell & 0xffff & mask] += sides[i];
      sums[(cell >>> 16 | upperTable) & mask] += sides[half + i];
    }
  }
}
