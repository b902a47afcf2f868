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
  private final double[][] gradients;
  private final double[][] hessians;
  private final double[] gains;
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
    gradients = new double[scoreCount][most];
    hessians = new double[scoreCount][most];
    gains = new double[mostCells + 1];
    counts = new long[most];
  }

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
    return (rule.isPlain() ? strengthPlain() : strengthRegularised())
        - gain(0, firstBins, 0, secondBins, true);
  }

  private double strengthRegularised() {
    double best = Double.NEGATIVE_INFINITY;
    for (int a = 1; a < firstBins; a++) {
      for (int b = 1; b < secondBins; b++) {
        if (allowsQuadrants(a, b)) {
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

  /** The same without regularisation: the innermost loops of the choice of pairs. */
  private double strengthPlain() {
    double best = Double.NEGATIVE_INFINITY;
    for (int a = 1; a < firstBins; a++) {
      Arrays.fill(gains, 1, secondBins, 0);
      for (int k = 0; k < scoreCount; k++) {
        addGainsOfQuadrants(gradients[k], hessians[k], a);
      }
      for (int b = 1; b < secondBins; b++) {
        if (gains[b] > best && allowsQuadrants(a, b)) {
          best = gains[b];
        }
      }
    }
    return best;
  }

  private boolean allowsQuadrants(int a, int b) {
    return allows(0, a, 0, b, true)
        && allows(0, a, b, secondBins, true)
        && allows(a, firstBins, 0, b, true)
        && allows(a, firstBins, b, secondBins, true);
  }

  /** What one score gains by a cut before bin {@code a} and each cut of the second feature. */
  private void addGainsOfQuadrants(double[] gradientSums, double[] hessianSums, int a) {
    int width = secondBins + 1;
    int row = a * width;
    int all = firstBins * width;
    double rowGradient = gradientSums[row + secondBins];
    double rowHessian = hessianSums[row + secondBins];
    double restGradient = gradientSums[all + secondBins] - rowGradient;
    double restHessian = hessianSums[all + secondBins] - rowHessian;
    for (int b = 1; b < secondBins; b++) {
      double low = gradientSums[row + b];
      double lowHessian = hessianSums[row + b];
      double right = rowGradient - low;
      double below = gradientSums[all + b] - low;
      double belowHessian = hessianSums[all + b] - lowHessian;
      double rest = restGradient - below;
      gains[b] +=
          low * low / lowHessian
              + right * right / (rowHessian - lowHessian)
              + below * below / belowHessian
              + rest * rest / (restHessian - belowHessian);
    }
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
    return rule.isPlain()
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

  /** The same without regularisation: the innermost loops of pair boosting. */
  private double bestOtherPlain(int from, int to, int other, boolean firstCuts) {
    Arrays.fill(gains, 1, other, 0);
    int width = secondBins + 1;
    int high = firstCuts ? to * width : to;
    int low = firstCuts ? from * width : from;
    int stride = firstCuts ? 1 : width;
    for (int k = 0; k < scoreCount; k++) {
      addGains(gradients[k], hessians[k], low, high, stride, other);
    }
    double best = -1;
    for (int cut = 1; cut < other; cut++) {
      if (gains[cut] > best
          && allows(from, to, 0, cut, firstCuts)
          && allows(from, to, cut, other, firstCuts)) {
        best = gains[cut];
        otherCut = cut;
      }
    }
    return best;
  }

  /** What one score gains by each cut within a strip. */
  private void addGains(
      double[] gradientSums, double[] hessianSums, int low, int high, int stride, int other) {
    int last = other * stride;
    double allGradient = gradientSums[high + last] - gradientSums[low + last];
    double allHessian = hessianSums[high + last] - hessianSums[low + last];
    for (int cut = 1; cut < other; cut++) {
      int at = cut * stride;
      double hessian = hessianSums[high + at] - hessianSums[low + at];
      double gradient = gradientSums[high + at] - gradientSums[low + at];
      double rest = allGradient - gradient;
      double otherHessian = allHessian - hessian;
      // Two quotients over their common denominator: divisions take the most time here.
      gains[cut] +=
          (gradient * gradient * otherHessian + rest * rest * hessian) / (hessian * otherHessian);
    }
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
    for (int k = 0; k < scoreCount; k++) {
      accumulate(histogram.gradients, gradients[k], k);
    }
    if (!histogram.countsAreHessians || histogram.counts != accumulatedCounts) {
      for (int k = 0; k < scoreCount; k++) {
        accumulate(histogram.hessians, hessians[k], k);
      }
      accumulateCounts(histogram.counts);
      accumulatedCounts = histogram.counts;
    }
  }

  private void accumulate(double[] cells, double[] sums, int k) {
    int width = secondBins + 1;
    Arrays.fill(sums, 0, width, 0);
    for (int a = 0; a < firstBins; a++) {
      int here = (a + 1) * width;
      sums[here] = 0;
      double sum = 0;
      for (int b = 0; b < secondBins; b++) {
        sum += cells[(a * secondBins + b) * scoreCount + k];
        int target = here + b + 1;
        sums[target] = sums[target - width] + sum;
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
      double[] sums, int from, int to, int otherFrom, int otherTo, boolean straight) {
    return sums[at(to, otherTo, straight)]
        - sums[at(from, otherTo, straight)]
        - sums[at(to, otherFrom, straight)]
        + sums[at(from, otherFrom, straight)];
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
      if (!rule.allows(count, sum(hessians[k], from, to, otherFrom, otherTo, straight))) {
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
              sum(gradients[k], from, to, otherFrom, otherTo, straight),
              sum(hessians[k], from, to, otherFrom, otherTo, straight));
    }
    return gain;
  }

  private double value(int from, int to, int otherFrom, int otherTo, boolean straight, int k) {
    return rule.value(
        sum(gradients[k], from, to, otherFrom, otherTo, straight),
        sum(hessians[k], from, to, otherFrom, otherTo, straight));
  }
}
