package org.limpid.estimator.names;

import java.util.ArrayList;
import java.util.List;

/**
 * Names in a tree of distances: all names below the branch d of a node have the edit distance d
 * from it. As distances obey the triangle inequality, a search within a radius r around a text that
 * is e from a node enters only the branches e - r to e + r.
 *
 * <p>Source: Burkhard and Keller, "Some approaches to best-match file searching", CACM 16(4), 1973.
 * Not safe for several threads.
 */
final class LeaderTree {
  /** Marks a search without result. */
  static final int NONE = -1;

  private final EditDistance distance = new EditDistance();
  private final List<String> names = new ArrayList<>();
  private final List<List<Integer>> children = new ArrayList<>();
  private final List<List<Integer>> branches = new ArrayList<>();
  private int best;
  private double bestShare;

  /** Adds a name that is not there yet and gives its number. */
  int add(String name) {
    int number = names.size();
    names.add(name);
    children.add(new ArrayList<>());
    branches.add(new ArrayList<>());
    if (number > 0) {
      attach(number);
    }
    return number;
  }

  private void attach(int number) {
    int node = 0;
    while (true) {
      int branch = distance.between(names.get(node), names.get(number));
      int at = branches.get(node).indexOf(branch);
      if (at < 0) {
        branches.get(node).add(branch);
        children.get(node).add(number);
        return;
      }
      node = children.get(node).get(at);
    }
  }

  /**
   * The name with the smallest distance relative to the longer of both texts, of those added first
   * the first; {@link #NONE} when all are farther than {@code largestShare}.
   *
   * @param largestShare largest distance divided by the length of the longer text, below 1
   */
  int nearest(String text, double largestShare) {
    best = NONE;
    bestShare = largestShare;
    if (!names.isEmpty()) {
      // The longer text has at most length / (1 - share) characters: else the lengths differ more.
      search(0, text, (int) (largestShare * text.length() / (1 - largestShare)));
    }
    return best;
  }

  private void search(int node, String text, int radius) {
    int found = distance.between(names.get(node), text);
    double share = found / (double) Math.max(1, Math.max(names.get(node).length(), text.length()));
    if (share < bestShare || (share == bestShare && (best == NONE || node < best))) {
      best = node;
      bestShare = share;
    }
    for (int i = 0; i < children.get(node).size(); i++) {
      if (Math.abs(branches.get(node).get(i) - found) <= radius) {
        search(children.get(node).get(i), text, radius);
      }
    }
  }

  /**
   * Levenshtein distance: the fewest characters to insert, remove or replace to turn one text into
   * the other. Holds its scratch space, so it allocates only for texts longer than any before. Not
   * safe for several threads.
   */
  static final class EditDistance {
    private int[] above = new int[64];
    private int[] current = new int[64];

    /**
     * The distance. Time: product of the lengths.
     *
     * <p>Cell (i, j) holds the distance of the first i characters of {@code left} from the first j
     * of {@code right}; only two lines of cells are kept.
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
}
