package org.limpid.interpret.ebm.boost;

/**
 * The weight of the training rows of each class in each cell of each term. Summed when first asked
 * for; kept for as long as the table of all stays small, else until another term is asked for.
 */
final class ClassWeights {
  private static final int MOST_KEPT = 1 << 18;

  private final Terms terms;
  private final int classCount;
  private final double[] classes;
  private final float[] weights;
  private final double[][] ofTerm;
  private final boolean keepsAll;
  private int last = -1;

  /**
   * Nothing summed yet.
   *
   * @param classes class of each row
   * @param weights how much each row counts; 0 for rows that validate
   */
  ClassWeights(Terms terms, int classCount, double[] classes, float[] weights) {
    this.terms = terms;
    this.classCount = classCount;
    this.classes = classes;
    this.weights = weights;
    ofTerm = new double[terms.count()][];
    long all = 0;
    for (int term = 0; term < terms.count(); term++) {
      all += (long) terms.shape(term).cellCount() * classCount;
    }
    keepsAll = all <= MOST_KEPT;
  }

  /** Cells x classes. */
  double[] of(int term) {
    if (ofTerm[term] == null) {
      if (!keepsAll && last >= 0) {
        ofTerm[last] = null;
      }
      ofTerm[term] = sum(term);
      last = term;
    }
    return ofTerm[term];
  }

  private double[] sum(int term) {
    double[] sums = new double[terms.shape(term).cellCount() * classCount];
    int[] packed = terms.cells(term);
    int half = packed.length;
    for (int row = 0; row < classes.length; row++) {
      int cell = row < half ? packed[row] & 0xffff : packed[row - half] >>> 16;
      sums[cell * classCount + (int) classes[row]] += weights[row];
    }
    return sums;
  }
}
