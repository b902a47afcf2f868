package org.limpid.interpret.ebm.boost;

import java.util.Arrays;

/** How many rows of a bag lie in each cell of each term. */
final class CellCounts {
  private static final int MOST_CELLS_KEPT = 1 << 17;

  private final StageTerms terms;
  private final BagRows rows;
  private final boolean keepsAll;
  private final PerTerm<Counts> counts;

  private record Counts(int[] training, int[] validation) {}

  CellCounts(StageTerms terms, BagRows rows) {
    this.terms = terms;
    this.rows = rows;
    keepsAll = terms.allCells() <= MOST_CELLS_KEPT;
    counts = new PerTerm<>(terms.count(), keepsAll, this::count);
  }

  /** Training rows per cell; the same array until another term is asked for. */
  int[] training(int term) {
    return counts.of(term).training();
  }

  /** Validation rows per cell, without the filler row. */
  int[] validation(int term) {
    return counts.of(term).validation();
  }

  boolean hasMissing(int term) {
    return training(term)[0] + validation(term)[0] > 0;
  }

  private Counts count(int term) {
    int cells = terms.shape(term).cellCount();
    int[] both = new int[2 * Kernels.tableSize(cells)];
    int[] packed = terms.cells(term);
    Kernels.count(rows.side(), packed, both);
    int upper = both.length / 2;
    if (terms.matrix().hasFiller()) {
      both[upper + (packed[packed.length - 1] >>> 16)]--;
    }
    return new Counts(Arrays.copyOf(both, cells), Arrays.copyOfRange(both, upper, upper + cells));
  }

  /**
   * Sums of a number of each row, for each term: over the training rows of each cell, and after
   * them over the validation rows.
   */
  PerTerm<double[]> sums(double[] numbers) {
    return new PerTerm<>(terms.count(), keepsAll, term -> sum(term, numbers));
  }

  private double[] sum(int term, double[] numbers) {
    int cells = terms.shape(term).cellCount();
    int[] packed = terms.cells(term);
    double[] sums = new double[2 * cells];
    for (int row = 0; row < numbers.length; row++) {
      int cell = Kernels.cell(packed, row);
      sums[rows.isValidation(row) ? cells + cell : cell] += numbers[row];
    }
    return sums;
  }
}
