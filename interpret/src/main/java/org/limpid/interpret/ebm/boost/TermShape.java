package org.limpid.interpret.ebm.boost;

import java.util.Arrays;

/**
 * What boosting has to know of a term: one or two columns of the matrix, for each of them the bins
 * of this term that hold the bins of the matrix, and how many there are; whether it is a single
 * feature without an order; and whether scores may only rise (+1), only fall (-1) or both (0).
 */
public record TermShape(
    int[] features, int[][] binsOfFine, int[] binCounts, boolean nominal, int direction) {
  /** A term of one feature, with the bins of the matrix. */
  public static TermShape single(int feature, int binCount, boolean nominal, int direction) {
    return new TermShape(
        new int[] {feature}, new int[][] {{}}, new int[] {binCount}, nominal, direction);
  }

  public static TermShape pair(
      int first, int second, int[] firstOfFine, int[] secondOfFine, int[] binCounts) {
    return new TermShape(
        new int[] {first, second},
        new int[][] {firstOfFine, secondOfFine},
        binCounts.clone(),
        false,
        0);
  }

  boolean isPair() {
    return features.length == 2;
  }

  /** How many cells the term has; the last feature runs fastest. */
  public int cellCount() {
    return Arrays.stream(binCounts).reduce(1, Math::multiplyExact);
  }
}
