package org.limpid.interpret.ebm.boost;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Which rows of a bag train and which validate.
 *
 * <p>One byte for the two rows of a packed word: bit 0 for the lower, bit 1 for the upper one; 1
 * means validation. A filler row counts as validation.
 */
public final class BagRows {
  private final byte[] side;
  private final int rowCount;
  private final int validationCount;

  private BagRows(byte[] side, int rowCount, int validationCount) {
    this.side = side;
    this.rowCount = rowCount;
    this.validationCount = validationCount;
  }

  /**
   * Draws the validation rows without replacement, the same share of each stratum; {@code null}:
   * there is one stratum. The share is rounded down within the whole set, but is at least one of
   * two or more rows, as a bag that validates nothing would never stop.
   */
  public static BagRows draw(
      int rowCount, int[] strata, int strataCount, double share, SplittableRandom random) {
    long[] remaining = new long[strataCount];
    for (int row = 0; row < rowCount; row++) {
      remaining[strata == null ? 0 : strata[row]]++;
    }
    int validating = validating(rowCount, share);
    long[] wanted = wanted(remaining, rowCount, validating);
    BagRows rows = new BagRows(new byte[(rowCount + 1) / 2], rowCount, validating);
    for (int row = 0; row < rowCount; row++) {
      int stratum = strata == null ? 0 : strata[row];
      if (random.nextLong(remaining[stratum]--) < wanted[stratum]) {
        wanted[stratum]--;
        rows.markValidation(row);
      }
    }
    if ((rowCount & 1) == 1) {
      rows.markValidation(rowCount);
    }
    return rows;
  }

  private static int validating(int rowCount, double share) {
    int rounded = (int) (rowCount * share);
    return share > 0 && rowCount > 1 ? Math.max(1, rounded) : rounded;
  }

  /** Shares of the total, rounded so that their sum is right: earlier strata are not favoured. */
  private static long[] wanted(long[] sizes, int rowCount, int total) {
    long[] wanted = new long[sizes.length];
    long before = 0;
    long given = 0;
    for (int s = 0; s < sizes.length; s++) {
      before += sizes[s];
      long until = Math.round((double) total * before / rowCount);
      wanted[s] = Math.min(sizes[s], until - given);
      given += wanted[s];
    }
    return wanted;
  }

  private void markValidation(int row) {
    int half = side.length;
    if (row < half) {
      side[row] |= 1;
    } else {
      side[row - half] |= 2;
    }
  }

  public boolean isValidation(int row) {
    int half = side.length;
    return row < half ? (side[row] & 1) == 1 : (side[row - half] & 2) == 2;
  }

  int rowCount() {
    return rowCount;
  }

  public int validationCount() {
    return validationCount;
  }

  int[] validationRows() {
    return IntStream.range(0, rowCount).filter(this::isValidation).toArray();
  }

  byte[] side() {
    return side;
  }
}
