package org.limpid.interpret.ebm.boost;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Finds steps of terms of one feature: cuts that gain most, or cuts at random. */
final class SingleSearch {
  private static final int MISSING = 0;

  private final BoostingOptions options;
  private final LeafRule rule;
  private final int scoreCount;
  private final OrderedCells cells;
  private final NominalOrder nominalOrder;

  SingleSearch(BoostingOptions options, int mostCells, int scoreCount) {
    this.options = options;
    this.scoreCount = scoreCount;
    rule = options.leaves();
    cells = new OrderedCells(mostCells, scoreCount);
    nominalOrder = new NominalOrder(options, scoreCount);
  }

  /** The step that gains most. */
  Proposal best(int term, TermShape shape, Histogram histogram) {
    if (shape.nominal()) {
      return nominal(term, histogram, nominalOrder.byMeanGradient(histogram));
    }
    boolean missing = hasMissing(histogram);
    return switch (options.missing()) {
      case SEPARATE -> ordered(term, shape, histogram, true, false, null);
      case LOW -> ordered(term, shape, histogram, false, false, null);
      case HIGH -> ordered(term, shape, histogram, false, missing, null);
      case GAIN -> {
        Proposal low = ordered(term, shape, histogram, false, false, null);
        Proposal high =
            missing ? ordered(term, shape, histogram, false, true, null) : Proposal.NONE;
        yield high.gain() > low.gain() ? high : low;
      }
    };
  }

  /** A step with cuts at random places. */
  Proposal random(int term, TermShape shape, Histogram histogram, SplittableRandom random) {
    if (shape.nominal()) {
      return randomNominal(term, histogram, nominalOrder.shuffled(histogram, random), random);
    }
    boolean separate = options.missing() == BoostingOptions.MissingValues.SEPARATE;
    boolean high = hasMissing(histogram) && options.missing() == BoostingOptions.MissingValues.HIGH;
    return ordered(term, shape, histogram, separate, high, random);
  }

  private static boolean hasMissing(Histogram histogram) {
    return histogram.counts[MISSING] > 0;
  }

  /**
   * Cuts bins in their order.
   *
   * @param separate whether missing values get a leaf of their own
   * @param last whether missing values stand after all others, not before
   * @param random chooses the cuts, or {@code null} for the best ones
   */
  private Proposal ordered(
      int term,
      TermShape shape,
      Histogram histogram,
      boolean separate,
      boolean last,
      SplittableRandom random) {
    int unseen = histogram.cellCount - 1;
    cells.clear();
    if (!separate && !last) {
      cells.append(histogram, MISSING);
    }
    cells.append(histogram, 1, unseen);
    if (last) {
      cells.append(histogram, MISSING);
    }
    int[] ends =
        random == null
            ? bestEnds(shape.direction())
            : randomEnds(random, shape.direction(), !separate && !last ? 1 : 0);
    if (ends.length < 2) {
      return Proposal.NONE;
    }
    double gain = gain(ends);
    if (separate && hasMissing(histogram)) {
      return new Proposal(withOwnLeaf(term, histogram, ends), gain);
    }
    return new Proposal(
        last ? missingLast(term, histogram, ends) : lowFirst(term, histogram, ends, separate),
        gain);
  }

  private double gain(int[] ends) {
    double gain = -cells.gain(rule, 0, cells.size());
    int start = 0;
    for (int end : ends) {
      gain += cells.gain(rule, start, end);
      start = end;
    }
    return gain;
  }

  /** Best-first: cuts the leaf that gains most until there are enough leaves. */
  private int[] bestEnds(int direction) {
    int[] ends = {cells.size()};
    while (ends.length < options.maxLeaves()) {
      int cut = bestCut(ends, direction);
      if (cut < 0) {
        break;
      }
      ends = Arrays.copyOf(ends, ends.length + 1);
      ends[ends.length - 1] = cut;
      Arrays.sort(ends);
    }
    return ends;
  }

  private int bestCut(int[] ends, int direction) {
    double best = 0;
    int bestCut = -1;
    int start = 0;
    for (int end : ends) {
      int cut =
          direction == 0 && rule.isPlain()
              ? cells.bestPlainCut(rule, start, end)
              : bestCut(start, end, ends, direction);
      if (cut > 0) {
        double gain =
            cells.gain(rule, start, cut)
                + cells.gain(rule, cut, end)
                - cells.gain(rule, start, end);
        if (gain > best) {
          best = gain;
          bestCut = cut;
        }
      }
      start = end;
    }
    return bestCut;
  }

  private int bestCut(int start, int end, int[] ends, int direction) {
    double best = 0;
    int bestCut = -1;
    for (int cut = start + 1; cut < end; cut++) {
      double gain = cells.gain(rule, start, cut) + cells.gain(rule, cut, end);
      if (gain > best
          && cells.allows(rule, start, cut)
          && cells.allows(rule, cut, end)
          && staysOrdered(ends, start, cut, end, direction)) {
        best = gain;
        bestCut = cut;
      }
    }
    return bestCut;
  }

  /** Whether all leaves stand in the direction of the term after one more cut. */
  private boolean staysOrdered(int[] ends, int start, int cut, int end, int direction) {
    if (direction == 0) {
      return true;
    }
    if (!cells.isOrdered(rule, start, cut, end, direction)) {
      return false;
    }
    int previousStart = -1;
    int nextEnd = -1;
    int position = 0;
    for (int e : ends) {
      previousStart = e == start ? position : previousStart;
      nextEnd = position == end ? e : nextEnd;
      position = e;
    }
    boolean afterPrevious =
        previousStart < 0 || isOrdered(previousStart, start, start, cut, direction);
    return afterPrevious && (nextEnd < 0 || isOrdered(cut, end, end, nextEnd, direction));
  }

  private boolean isOrdered(int from, int to, int nextFrom, int nextTo, int direction) {
    double difference = cells.value(rule, nextFrom, nextTo, 0) - cells.value(rule, from, to, 0);
    return direction * difference >= 0;
  }

  /** Cuts anywhere between regular bins; none where they would break the term's direction. */
  private int[] randomEnds(SplittableRandom random, int direction, int firstRegular) {
    int places = cells.size() - 1 - firstRegular;
    if (places < 1) {
      return new int[0];
    }
    int wanted = Math.min(options.maxLeaves() - 1, places);
    int[] ends = new int[wanted + 1];
    for (int i = 0; i < wanted; i++) {
      ends[i] = drawnPlace(ends, i, firstRegular + 1, places, random);
    }
    ends[wanted] = cells.size();
    Arrays.sort(ends);
    return isMonotone(ends, direction) ? ends : new int[0];
  }

  private static int drawnPlace(
      int[] taken, int takenCount, int first, int places, SplittableRandom random) {
    int place = first + random.nextInt(places);
    for (int i = 0; i < takenCount; i++) {
      if (taken[i] == place) {
        return drawnPlace(taken, takenCount, first, places, random);
      }
    }
    return place;
  }

  private boolean isMonotone(int[] ends, int direction) {
    if (direction == 0) {
      return true;
    }
    int start = 0;
    for (int i = 0; i + 1 < ends.length; i++) {
      if (!isOrdered(start, ends[i], ends[i], ends[i + 1], direction)) {
        return false;
      }
      start = ends[i];
    }
    return true;
  }

  private double[] values(int[] ends, int extra) {
    double[] values = new double[(ends.length + extra) * scoreCount];
    int start = 0;
    for (int leaf = 0; leaf < ends.length; leaf++) {
      for (int k = 0; k < scoreCount; k++) {
        values[(leaf + extra) * scoreCount + k] = cells.value(rule, start, ends[leaf], k);
      }
      start = ends[leaf];
    }
    return values;
  }

  /**
   * Missing values in the lowest leaf; the bin of unseen ones, which no row has, in the highest.
   */
  private Step lowFirst(int term, Histogram histogram, int[] ends, boolean withoutMissing) {
    int[] shifted = ends.clone();
    for (int i = 0; i < shifted.length; i++) {
      shifted[i] += withoutMissing ? 1 : 0;
    }
    shifted[shifted.length - 1] = histogram.cellCount;
    return new Step.Ranges(term, shifted, values(ends, 0));
  }

  private Step withOwnLeaf(int term, Histogram histogram, int[] ends) {
    int[] shifted = new int[ends.length + 1];
    shifted[0] = 1;
    for (int i = 0; i < ends.length; i++) {
      shifted[i + 1] = ends[i] + 1;
    }
    shifted[ends.length] = histogram.cellCount;
    double[] values = values(ends, 1);
    for (int k = 0; k < scoreCount; k++) {
      values[k] = rule.value(histogram.gradients[k], histogram.hessians[k]);
    }
    return new Step.Ranges(term, shifted, values);
  }

  private Step missingLast(int term, Histogram histogram, int[] ends) {
    int[] leafOfCell = new int[histogram.cellCount];
    int leaf = 0;
    for (int cell = 1; cell < histogram.cellCount; cell++) {
      while (leaf < ends.length - 1 && cell - 1 >= ends[leaf]) {
        leaf++;
      }
      leafOfCell[cell] = leaf;
    }
    leafOfCell[MISSING] = ends.length - 1;
    return new Step.Scattered(term, scoreCount, leafOfCell, values(ends, 0));
  }

  private Proposal nominal(int term, Histogram histogram, int[] order) {
    fill(histogram, order);
    int[] ends = bestEnds(0);
    return ends.length < 2
        ? Proposal.NONE
        : new Proposal(scattered(term, histogram, order, ends), options.gainScale() * gain(ends));
  }

  private Proposal randomNominal(
      int term, Histogram histogram, int[] order, SplittableRandom random) {
    fill(histogram, order);
    int[] ends = randomEnds(random, 0, 0);
    return ends.length < 2
        ? Proposal.NONE
        : new Proposal(scattered(term, histogram, order, ends), gain(ends));
  }

  private void fill(Histogram histogram, int[] order) {
    cells.clear();
    for (int cell : order) {
      cells.append(histogram, cell);
    }
  }

  /** Categories that are in no leaf keep their scores: the last leaf is theirs. */
  private Step scattered(int term, Histogram histogram, int[] order, int[] ends) {
    int[] leafOfCell = new int[histogram.cellCount];
    Arrays.fill(leafOfCell, ends.length);
    int leaf = 0;
    for (int i = 0; i < order.length; i++) {
      while (i >= ends[leaf]) {
        leaf++;
      }
      leafOfCell[order[i]] = leaf;
    }
    double[] values = Arrays.copyOf(values(ends, 0), (ends.length + 1) * scoreCount);
    return new Step.Scattered(term, scoreCount, leafOfCell, values);
  }
}
