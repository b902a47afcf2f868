package org.limpid.interpret.ebm.boost;

/**
 * The training rows as bins: one column of 16-bit numbers per feature.
 *
 * <p>Two rows share an {@code int}: rows {@code 0 .. half - 1} stand in the lower 16 bits, rows
 * {@code half .. 2 * half - 1} in the upper ones. All arithmetic of the kernels is then on {@code
 * int}s of one length, which the JVM's compiler turns into vector instructions; it does not do so
 * for arrays of {@code short} that meet arrays of {@code int}. With an odd number of rows the last
 * half-word is a filler row with bin 0 everywhere.
 */
public final class BinMatrix {
  /** More bins than this do not fit 16 bits. */
  public static final int MOST_BINS = 1 << 16;

  private final int rowCount;
  private final int[] binCounts;
  private final int[][] columns;

  public BinMatrix(int rowCount, int featureCount) {
    this.rowCount = rowCount;
    binCounts = new int[featureCount];
    columns = new int[featureCount][];
  }

  @FunctionalInterface
  public interface BinOfRow {
    int bin(int row);
  }

  public void setColumn(int feature, int binCount, BinOfRow bins) {
    int half = half();
    int[] column = new int[half];
    columns[feature] = column;
    binCounts[feature] = binCount;
    for (int i = 0; i < half; i++) {
      int high = i + half < rowCount ? bins.bin(i + half) : 0;
      column[i] = bins.bin(i) | high << 16;
    }
  }

  public int rowCount() {
    return rowCount;
  }

  public int featureCount() {
    return binCounts.length;
  }

  public int bin(int feature, int row) {
    int half = half();
    return row < half ? columns[feature][row] & 0xffff : columns[feature][row - half] >>> 16;
  }

  /** How many words a column has. */
  int half() {
    return (rowCount + 1) / 2;
  }

  boolean hasFiller() {
    return (rowCount & 1) == 1;
  }

  int[] column(int feature) {
    return columns[feature];
  }
}
