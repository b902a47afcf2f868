package org.limpid.estimator.names;

/**
 * Levenshtein distance: the fewest characters to insert, remove or replace to turn one text into
 * the other. Holds its scratch space, so it allocates only for texts longer than any before. Not
 * safe for several threads.
 */
final class EditDistance {
  private int[] above = new int[64];
  private int[] current = new int[64];

  /**
   * The distance. Time: product of the lengths.
   *
   * <p>Cell (i, j) holds the distance of the first i characters of {@code left} from the first j of
   * {@code right}; only two lines of cells are kept.
   */
  int between(String left, String right) {
    reserve(right.length() + 1);
    for (int j = 0; j <= right.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      fillLine(i, left.charAt(i - 1), right);
      int[] finished = current;
      current = above;
      above = finished;
    }
    return above[right.length()];
  }

  private void fillLine(int i, char character, String right) {
    current[0] = i;
    for (int j = 1; j <= right.length(); j++) {
      int replaced = above[j - 1] + (right.charAt(j - 1) == character ? 0 : 1);
      current[j] = Math.min(replaced, 1 + Math.min(above[j], current[j - 1]));
    }
  }

  private void reserve(int length) {
    if (above.length < length) {
      above = new int[2 * length];
      current = new int[2 * length];
    }
  }
}
