package org.limpid.interpret.ebm.boost;

import java.util.Arrays;

/**
 * A change of one term's scores, as few numbers as it takes. Values hold one number per score of a
 * cell, leaf by leaf; the learning rate is in them.
 */
sealed interface Step {
  int term();

  double[] values();

  int leafCount();

  @FunctionalInterface
  interface Run {
    void take(int from, int to, int leaf);
  }

  /** Passes every cell once, in runs. */
  void forEachRun(Run run);

  /** Adds the change to a table of scores, cells x scores. */
  default void addTo(double[] scores) {
    double[] values = values();
    int scoreCount = values.length / leafCount();
    if (scoreCount == 1) {
      forEachRun((from, to, leaf) -> addConstant(scores, from, to, values[leaf]));
    } else {
      forEachRun(
          (from, to, leaf) -> addLeaf(scores, from, to, values, leaf * scoreCount, scoreCount));
    }
  }

  Step withValues(double[] changed);

  /** The same step with each value rounded to a multiple of a unit, which is a power of two. */
  default Step rounded(double unit) {
    double[] rounded = values().clone();
    double perUnit = 1 / unit;
    for (int i = 0; i < rounded.length; i++) {
      rounded[i] = Math.rint(rounded[i] * perUnit) * unit;
    }
    return withValues(rounded);
  }

  default Step limited(double size) {
    return largestValue() <= size
        ? this
        : withValues(
            Arrays.stream(values()).map(value -> Math.clamp(value, -size, size)).toArray());
  }

  default double largestValue() {
    double largest = 0;
    for (double value : values()) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }

  private static void addConstant(double[] scores, int from, int to, double value) {
    for (int i = from; i < to; i++) {
      scores[i] += value;
    }
  }

  private static void addLeaf(
      double[] scores, int from, int to, double[] values, int first, int scoreCount) {
    for (int i = from * scoreCount; i < to * scoreCount; i += scoreCount) {
      for (int k = 0; k < scoreCount; k++) {
        scores[i + k] += values[first + k];
      }
    }
  }

  /**
   * Cells in their order: leaf {@code i} ends before cell {@code ends[i]}, the last at the number
   * of cells.
   */
  record Ranges(int term, int[] ends, double[] values) implements Step {
    @Override
    public int leafCount() {
      return ends.length;
    }

    @Override
    public void forEachRun(Run run) {
      int start = 0;
      for (int leaf = 0; leaf < ends.length; leaf++) {
        run.take(start, ends[leaf], leaf);
        start = ends[leaf];
      }
    }

    @Override
    public Step withValues(double[] changed) {
      return new Ranges(term, ends, changed);
    }
  }

  /** Every cell has a leaf of its own, or shares one with cells anywhere. */
  record Scattered(int term, int scoreCount, int[] leafOfCell, double[] values) implements Step {
    @Override
    public int leafCount() {
      return values.length / scoreCount;
    }

    @Override
    public void forEachRun(Run run) {
      int start = 0;
      for (int cell = 1; cell <= leafOfCell.length; cell++) {
        if (cell == leafOfCell.length || leafOfCell[cell] != leafOfCell[start]) {
          run.take(start, cell, leafOfCell[start]);
          start = cell;
        }
      }
    }

    @Override
    public Step withValues(double[] changed) {
      return new Scattered(term, scoreCount, leafOfCell, changed);
    }
  }

  /**
   * Four leaves of a pair: a cut of one feature, and on either side of it a cut of the other.
   *
   * @param firstCuts whether the first feature is the one with the common cut
   * @param cut first bin above the common cut
   * @param lowCut first bin above the other feature's cut, where the common cut is not reached
   * @param highCut the same on the other side
   * @param firstBins bins of the first feature
   * @param secondBins bins of the second feature
   * @param values of (below, below), (below, above), (above, below), (above, above)
   */
  record Quadrants(
      int term,
      boolean firstCuts,
      int cut,
      int lowCut,
      int highCut,
      int firstBins,
      int secondBins,
      double[] values)
      implements Step {
    @Override
    public int leafCount() {
      return 4;
    }

    @Override
    public void forEachRun(Run run) {
      for (int a = 0; a < firstBins; a++) {
        int row = a * secondBins;
        if (firstCuts) {
          int turn = a < cut ? lowCut : highCut;
          run.take(row, row + turn, a < cut ? 0 : 2);
          run.take(row + turn, row + secondBins, a < cut ? 1 : 3);
        } else {
          run.take(row, row + cut, a < lowCut ? 0 : 1);
          run.take(row + cut, row + secondBins, a < highCut ? 2 : 3);
        }
      }
    }

    @Override
    public Step withValues(double[] changed) {
      return new Quadrants(term, firstCuts, cut, lowCut, highCut, firstBins, secondBins, changed);
    }
  }
}
