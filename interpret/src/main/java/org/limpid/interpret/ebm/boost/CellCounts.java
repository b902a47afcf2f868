package org.limpid.interpret.ebm.boost;

import java.util.Arrays;

/**
 * How many rows of a bag lie in each cell of each term. Counted when first asked for; kept for as
 * long as the table of all counts stays small, else until another term is asked for.
 */
final class CellCounts {
  private static final int MOST_CELLS_KEPT = 1 << 17;

  private final Terms terms;
  private final BagRows rows;
  private final int[][] training;
  private final int[][] validation;
  private final boolean keepsAll;
  private int last = -1;

  CellCounts(Terms terms, BagRows rows) {
    this.terms = terms;
    this.rows = rows;
    training = new int[terms.count()][];
    validation = new int[terms.count()][];
    long cells = 0;
    for (int term = 0; term < terms.count(); term++) {
      cells += terms.shape(term).cellCount();
    }
    keepsAll = cells <= MOST_CELLS_KEPT;
  }

  /** Whether counts of all terms are kept. */
  boolean keepsAll() {
    return keepsAll;
  }

  /** Training rows per cell. */
  int[] training(int term) {
    count(term);
    return training[term];
  }

  /** Validation rows per cell, without the filler row. */
  int[] validation(int term) {
    count(term);
    return validation[term];
  }

  /** Whether any row lacks the feature of a term of one feature. */
  boolean hasMissing(int term) {
    return training(term)[0] + validation(term)[0] > 0;
  }

  private void count(int term) {
    if (training[term] != null) {
      return;
    }
    if (!keepsAll && last >= 0) {
      training[last] = null;
      validation[last] = null;
    }
    last = term;
    int cells = terms.shape(term).cellCount();
    int[] counts = new int[2 * Kernels.tableSize(cells)];
    int[] packed = terms.cells(term);
    Kernels.count(rows.side(), packed, counts);
    if (terms.matrix().hasFiller()) {
      counts[counts.length / 2 + (packed[packed.length - 1] >>> 16)]--;
    }
    training[term] = Arrays.copyOf(counts, cells);
    validation[term] = Arrays.copyOfRange(counts, counts.length / 2, counts.length / 2 + cells);
  }
}
