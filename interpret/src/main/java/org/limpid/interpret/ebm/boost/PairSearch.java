package org.limpid.interpret.ebm.boost;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Finds steps of pairs: a cut of one feature, and on either side of it a cut of the other.
 *
 * <p>Running sums over both features make every rectangle of cells a matter of four numbers, so
 * that all cuts are tried in time proportional to the number of cells.
 */
final class PairSearch {
  private final LeafRule rule;
  private final int scoreCount;
  private final double[] gradients;
  private final double[] hessians;
  private final long[] counts;
  private int[] accumulatedCounts;
  private int firstBins;
  private int secondBins;

  /** Cut of the other feature that {@link #bestOther} found. */
  private int otherCut;

  PairSearch(LeafRule rule, int mostCells, int scoreCount) {
    this.rule = rule;
    this.scoreCount = scoreCount;
    // (a + 1) (b + 1) <= 2 a b + 2 for whole numbers of 1 or more.
    int most = 2 * mostCells + 2;
    gradients = new double[most * scoreCount];
    hessians = new double[most * scoreCount];
    counts = new long[most];
  }

  /** The step that gains most. */
  Proposal best(int term, TermShape shape, Histogram histogram) {
    accumulate(shape, histogram);
    double whole = gain(0, firstBins, 0, secondBins, true);
    Candidate firstCuts = best(true, whole);
    Candidate secondCuts = best(false, whole);
    Candidate better = secondCuts.gain > firstCuts.gain ? secondCuts : firstCuts;
    return better.gain > 0 ? new Proposal(step(term, better), better.gain) : Proposal.NONE;
  }

  /** A step with one cut of either feature at a random place. */
  Proposal random(int term, TermShape shape, Histogram histogram, SplittableRandom random) {
    accumulate(shape, histogram);
    if (firstBins < 4 && secondBins < 4) {
      return Proposal.NONE;
    }
    int cut = randomCut(firstBins, random);
    int other = randomCut(secondBins, random);
    double gain =
        gain(0, cut, 0, other, true)
            + gain(0, cut, other, secondBins, true)
            + gain(cut, firstBins, 0, other, true)
            + gain(cut, firstBins, other, secondBins, true)
            - gain(0, firstBins, 0, secondBins, true);
    return new Proposal(step(term, new Candidate(true, cut, other, other, gain)), gain);
  }

  /** Between two regular bins; with one regular bin only, a cut beyond it. */
  private static int randomCut(int bins, SplittableRandom random) {
    int places = bins - 3;
    return places < 1 ? bins - 1 : 2 + random.nextInt(places);
  }

  /** The most that a cut of each feature, the same on both sides, gains. */
  double strength(TermShape shape, Histogram histogram) {
    accumulate(shape, histogram);
    return (scoreCount == 1 && rule.isPlain() ? strengthPlain() : strengthRegularised())
        - gain(0, firstBins, 0, secondBins, true);
  }

  private double strengthRegularised() {
    double best = Double.NEGATIVE_INFINITY;
    for (int a = 1; a < firstBins; a++) {
      for (int b = 1; b < secondBins; b++) {
        if (allows(0, a, 0, b, true)
            && allows(0, a, b, secondBins, true)
            && allows(a, firstBins, 0, b, true)
            && allows(a, firstBins, b, secondBins, true)) {
          best =
              Math.max(
                  best,
                  gain(0, a, 0, b, true)
                      + gain(0, a, b, secondBins, true)
                      + gain(a, firstBins, 0, b, true)
                      + gain(a, firstBins, b, secondBins, true));
        }
      }
    }
    return best;
  }

  /** The same for one score without regularisation: the innermost loop of the choice of pairs. */
  private double strengthPlain() {
    int width = secondBins + 1;
    int all = firstBins * width + secondBins;
    double best = Double.NEGATIVE_INFINITY;
    for (int a = 1; a < firstBins; a++) {
      int row = a * width + secondBins;
      for (int b = 1; b < secondBins; b++) {
        int cell = a * width + b;
        int column = firstBins * width + b;
        if (allowsQuadrants(cell, row, column, all)) {
          best = Math.max(best, gainOfQuadrants(cell, row, column, all));
        }
      }
    }
    return best;
  }

  /**
   * Whether all four leaves around a cell are large enough.
   *
   * @param cell where the running sums up to both cuts are
   * @param row up to the cut of the first feature, over all bins of the second
   * @param column the other way round
   * @param all over all bins of both
   */
  private boolean allowsQuadrants(int cell, int row, int column, int all) {
    return rule.allows(counts[cell], hessians[cell])
        && rule.allows(counts[row] - counts[cell], hessians[row] - hessians[cell])
        && rule.allows(counts[column] - counts[cell], hessians[column] - hessians[cell])
        && rule.allows(
            counts[all] - counts[row] - counts[column] + counts[cell],
            hessians[all] - hessians[row] - hessians[column] + hessians[cell]);
  }

  private double gainOfQuadrants(int cell, int row, int column, int all) {
    double low = gradients[cell];
    double right = gradients[row] - low;
    double below = gradients[column] - low;
    double rest = gradients[all] - gradients[row] - gradients[column] + low;
    double lowHessian = hessians[cell];
    return low * low / lowHessian
        + right * right / (hessians[row] - lowHessian)
        + below * below / (hessians[column] - lowHessian)
        + rest * rest / (hessians[all] - hessians[row] - hessians[column] + lowHessian);
  }

  private record Candidate(boolean firstCuts, int cut, int lowCut, int highCut, double gain) {}

  private Candidate best(boolean firstCuts, double whole) {
    int common = firstCuts ? firstBins : secondBins;
    Candidate best = new Candidate(firstCuts, 0, 0, 0, 0);
    for (int cut = 1; cut < common; cut++) {
      double low = bestOther(0, cut, firstCuts);
      int lowCut = otherCut;
      if (low < 0) {
        continue;
      }
      double high = bestOther(cut, common, firstCuts);
      double gain = low + high - whole;
      if (high >= 0 && gain > best.gain) {
        best = new Candidate(firstCuts, cut, lowCut, otherCut, gain);
      }
    }
    return best;
  }

  /** Best gain of a cut of the other feature within a strip; -1 if none is allowed. */
  private double bestOther(int from, int to, boolean firstCuts) {
    int other = firstCuts ? secondBins : firstBins;
    return scoreCount == 1 && rule.isPlain()
        ? bestOtherPlain(from, to, other, firstCuts)
        : bestOtherRegularised(from, to, other, firstCuts);
  }

  private double bestOtherRegularised(int from, int to, int other, boolean firstCuts) {
    double best = -1;
    for (int cut = 1; cut < other; cut++) {
      if (allows(from, to, 0, cut, firstCuts) && allows(from, to, cut, other, firstCuts)) {
        double gain = gain(from, to, 0, cut, firstCuts) + gain(from, to, cut, other, firstCuts);
        if (gain > best) {
          best = gain;
          otherCut = cut;
        }
      }
    }
    return best;
  }

  /** The same for one score without regularisation: the innermost loop of pair boosting. */
  private double bestOtherPlain(int from, int to, int other, boolean firstCuts) {
    int width = secondBins + 1;
    int high = firstCuts ? to * width : to;
    int low = firstCuts ? from * width : from;
    int stride = firstCuts ? 1 : width;
    int last = other * stride;
    double allGradient = gradients[high + last] - gradients[low + last];
    double allHessian = hessians[high + last] - hessians[low + last];
    long allCount = counts[high + last] - counts[low + last];
    double best = -1;
    for (int cut = 1; cut < other; cut++) {
      int at = cut * stride;
      double hessian = hessians[high + at] - hessians[low + at];
      double gradient = gradients[high + at] - gradients[low + at];
      double rest = allGradient - gradient;
      double otherHessian = allHessian - hessian;
      // Two quotients over their common denominator: divisions take the most time here.
      double gain =
          (gradient * gradient * otherHessian + rest * rest * hessian) / (hessian * otherHessian);
      if (gain > best) {
        long count = counts[high + at] - counts[low + at];
        if (rule.allows(count, hessian) && rule.allows(allCount - count, otherHessian)) {
          best = gain;
          otherCut = cut;
        }
      }
    }
    return best;
  }

  private Step step(int term, Candidate found) {
    int common = found.firstCuts ? firstBins : secondBins;
    int other = found.firstCuts ? secondBins : firstBins;
    double[] values = new double[4 * scoreCount];
    for (int k = 0; k < scoreCount; k++) {
      values[k] = value(0, found.cut, 0, found.lowCut, found.firstCuts, k);
      values[scoreCount + k] = value(0, found.cut, found.lowCut, other, found.firstCuts, k);
      values[2 * scoreCount + k] = value(found.cut, common, 0, found.highCut, found.firstCuts, k);
      values[3 * scoreCount + k] =
          value(found.cut, common, found.highCut, other, found.firstCuts, k);
    }
    return new Step.Quadrants(
        term,
        found.firstCuts,
        found.cut,
        found.lowCut,
        found.highCut,
        firstBins,
        secondBins,
        values);
  }

  /** Counts, and hessians that equal them, are summed only when the term changes. */
  private void accumulate(TermShape shape, Histogram histogram) {
    firstBins = shape.binCounts()[0];
    secondBins = shape.binCounts()[1];
    accumulate(histogram.gradients, gradients);
    if (!histogram.countsAreHessians || histogram.counts != accumulatedCounts) {
      accumulate(histogram.hessians, hessians);
      accumulateCounts(histogram.counts);
      accumulatedCounts = histogram.counts;
    }
  }

  private void accumulate(double[] cells, double[] sums) {
    int width = (secondBins + 1) * scoreCount;
    Arrays.fill(sums, 0, width, 0);
    for (int a = 0; a < firstBins; a++) {
      int here = (a + 1) * width;
      Arrays.fill(sums, here, here + scoreCount, 0);
      for (int k = 0; k < scoreCount; k++) {
        double sum = 0;
        for (int b = 0; b < secondBins; b++) {
          sum += cells[(a * secondBins + b) * scoreCount + k];
          int target = here + (b + 1) * scoreCount + k;
          sums[target] = sums[target - width] + sum;
        }
      }
    }
  }

  private void accumulateCounts(int[] cells) {
    int width = secondBins + 1;
    Arrays.fill(counts, 0, width, 0);
    for (int a = 0; a < firstBins; a++) {
      int here = (a + 1) * width;
      counts[here] = 0;
      long sum = 0;
      for (int b = 0; b < secondBins; b++) {
        sum += cells[a * secondBins + b];
        counts[here + b + 1] = counts[here + b + 1 - width] + sum;
      }
    }
  }

  /** Sum over a rectangle; {@code straight}: the first range is of the first feature. */
  private double sum(
      double[] sums, int from, int to, int otherFrom, int otherTo, boolean straight, int k) {
    return sums[at(to, otherTo, straight) * scoreCount + k]
        - sums[at(from, otherTo, straight) * scoreCount + k]
        - sums[at(to, otherFrom, straight) * scoreCount + k]
        + sums[at(from, otherFrom, straight) * scoreCount + k];
  }

  private int at(int common, int other, boolean straight) {
    return straight ? common * (secondBins + 1) + other : other * (secondBins + 1) + common;
  }

  private boolean allows(int from, int to, int otherFrom, int otherTo, boolean straight) {
    long count =
        counts[at(to, otherTo, straight)]
            - counts[at(from, otherTo, straight)]
            - counts[at(to, otherFrom, straight)]
            + counts[at(from, otherFrom, straight)];
    for (int k = 0; k < scoreCount; k++) {
      if (!rule.allows(count, sum(hessians, from, to, otherFrom, otherTo, straight, k))) {
        return false;
      }
    }
    return true;
  }

  private double gain(int from, int to, int otherFrom, int otherTo, boolean straight) {
    double gain = 0;
    for (int k = 0; k < scoreCount; k++) {
      gain +=
          rule.gain(
              sum(gradients, from, to, otherFrom, otherTo, straight, k),
              sum(hessians, from, to, otherFrom, otherTo, straight, k));
    }
    return gain;
  }

  private double value(int from, int to, int otherFrom, int otherTo, boolean straight, int k) {
    return rule.value(
        sum(gradients, from, to, otherFrom, otherTo, straight, k),
        sum(hessians, from, to, otherFrom, otherTo, straight, k));
  }
}
