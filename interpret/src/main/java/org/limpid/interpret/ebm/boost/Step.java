package org.limpid.interpret.ebm.boost;

/**
 * A change of one term's scores, as few numbers as it takes. Values hold one number per score of a
 * cell, leaf by leaf; the learning rate is in them.
 */
sealed interface Step {
  /** The term that changes. */
  int term();

  /** The values of the leaves. */
  double[] values();

  /** Adds the change to a table of scores, cells x scores. */
  void addTo(double[] scores);

  /** The same step with other values. */
  Step withValues(double[] changed);

  /**
   * The same step with each value rounded to a multiple of a unit.
   *
   * @param unit a power of two
   */
  default Step rounded(double unit) {
    double[] rounded = values().clone();
    double perUnit = 1 / unit;
    for (int i = 0; i < rounded.length; i++) {
      rounded[i] = Math.rint(rounded[i] * perUnit) * unit;
    }
    return withValues(rounded);
  }

  private static void addConstant(double[] scores, int from, int to, double value) {
    for (int i = from; i < to; i++) {
      scores[i] += value;
    }
  }

  /**
   * Cells in their order; leaf {@code i} ends before cell {@code ends[i]}.
   *
   * @param ends ascending; the last is the number of cells
   */
  record Ranges(int term, int[] ends, double[] values) implements Step {
    @Override
    public void addTo(double[] scores) {
      int scoreCount = values.length / ends.length;
      int cell = 0;
      for (int leaf = 0; leaf < ends.length; leaf++) {
        if (scoreCount == 1) {
          addConstant(scores, cell, ends[leaf], values[leaf]);
          cell = ends[leaf];
        }
        for (; cell < ends[leaf]; cell++) {
          for (int k = 0; k < scoreCount; k++) {
            scores[cell * scoreCount + k] += values[leaf * scoreCount + k];
          }
        }
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
    public void addTo(double[] scores) {
      for (int cell = 0; cell < leafOfCell.length; cell++) {
        for (int k = 0; k < scoreCount; k++) {
          scores[cell * scoreCount + k] += values[leafOfCell[cell] * scoreCount + k];
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
    public void addTo(double[] scores) {
      for (int a = 0; a < firstBins; a++) {
        int row = a * secondBins;
        if (firstCuts) {
          int turn = a < cut ? lowCut : highCut;
          add(scores, row, row + turn, a < cut ? 0 : 2);
          add(scores, row + turn, row + secondBins, a < cut ? 1 : 3);
        } else {
          addAcross(scores, row, a);
        }
      }
    }

    private void addAcross(double[] scores, int row, int a) {
      add(scores, row, row + cut, a < lowCut ? 0 : 1);
      add(scores, row + cut, row + secondBins, a < highCut ? 2 : 3);
    }

    private void add(double[] scores, int from, int to, int leaf) {
      int scoreCount = values.length / 4;
      if (scoreCount == 1) {
        addConstant(scores, from, to, values[leaf]);
        return;
      }
      for (int cell = from; cell < to; cell++) {
        for (int k = 0; k < scoreCount; k++) {
          scores[cell * scoreCount + k] += values[leaf * scoreCount + k];
        }
      }
    }

    @Override
    public Step withValues(double[] changed) {
      return new Quadrants(term, firstCuts, cut, lowCut, highCut, firstBins, secondBins, changed);
    }
  }
}
