package org.limpid.interpret.ebm.boost;

/**
 * Sums of a number that belongs to a row, over the rows in each cell of each term. Summed when
 * first asked for; kept for as long as the table of all sums stays small, else until another term
 * is asked for.
 */
final class CellSums {
  private final Terms terms;
  private final BagRows rows;
  private final double[] numbers;
  private final boolean keepsAll;
  private final double[][] ofTerm;
  private int last = -1;

  /**
   * Nothing summed yet.
   *
   * @param numbers by row
   * @param keepsAll whether the sums of all terms are kept
   */
  CellSums(Terms terms, BagRows rows, double[] numbers, boolean keepsAll) {
    this.terms = terms;
    this.rows = rows;
    this.numbers = numbers;
    this.keepsAll = keepsAll;
    ofTerm = new double[terms.count()][];
  }

  /** Sums over the training rows of each cell, and after them those over the validation rows. */
  double[] of(int term) {
    if (ofTerm[term] == null) {
      if (!keepsAll && last >= 0) {
        ofTerm[last] = null;
      }
      ofTerm[term] = sum(terms.cells(term), terms.shape(term).cellCount());
      last = term;
    }
    return ofTerm[term];
  }

  private double[] sum(int[] packed, int cells) {
    double[] sums = new double[2 * cells];
    int half = packed.length;
    for (int row = 0; row < numbers.length; row++) {
      int cell = row < half ? packed[row] & 0xffff : packed[row - half] >>> 16;
      sums[rows.isValidation(row) ? cells + cell : cell] += numbers[row];
    }
    return sums;
  }
}
