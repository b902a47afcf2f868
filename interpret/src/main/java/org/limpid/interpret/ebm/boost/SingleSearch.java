package org.limpid.interpret.ebm.boost;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.limpid.interpret.ebm.boost.BoostingOptions.MissingValues;

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

  /** Where missing values stand among the others while these are cut. */
  private enum Missing {
    APART,
    FIRST,
    LAST
  }

  Proposal best(int term, TermShape shape, Histogram histogram) {
    if (shape.nominal()) {
      int[] order = inOrder(histogram, nominalOrder.byMeanGradient(histogram));
      return nominal(term, histogram, order, bestEnds(0), options.gainScale());
    }
    Proposal found = best(term, shape, histogram, missing(histogram));
    if (options.missing() != MissingValues.GAIN || !hasMissing(histogram)) {
      return found;
    }
    Proposal high = best(term, shape, histogram, Missing.LAST);
    return high.gain() > found.gain() ? high : found;
  }

  private Proposal best(int term, TermShape shape, Histogram histogram, Missing missing) {
    inOrder(histogram, missing);
    return ordered(term, histogram, missing, bestEnds(shape.direction()));
  }

  Proposal random(int term, TermShape shape, Histogram histogram, SplittableRandom random) {
    if (shape.nominal()) {
      int[] order = inOrder(histogram, nominalOrder.shuffled(histogram, random));
      return nominal(term, histogram, order, randomEnds(random, 0, 0), 1);
    }
    Missing missing = missing(histogram);
    inOrder(histogram, missing);
    int firstRegular = missing == Missing.FIRST ? 1 : 0;
    return ordered(term, histogram, missing, randomEnds(random, shape.direction(), firstRegular));
  }

  private Missing missing(Histogram histogram) {
    return switch (options.missing()) {
      case SEPARATE -> Missing.APART;
      case LOW, GAIN -> Missing.FIRST;
      case HIGH -> hasMissing(histogram) ? Missing.LAST : Missing.FIRST;
    };
  }

  private static boolean hasMissing(Histogram histogram) {
    return histogram.counts[MISSING] > 0;
  }

  private void inOrder(Histogram histogram, Missing missing) {
    cells.clear();
    if (missing == Missing.FIRST) {
      cells.append(histogram, MISSING);
    }
    cells.append(histogram, 1, histogram.cellCount - 1);
    if (missing == Missing.LAST) {
      cells.append(histogram, MISSING);
    }
  }

  private int[] inOrder(Histogram histogram, int[] order) {
    cells.clear();
    for (int cell : order) {
      cells.append(histogram, cell);
    }
    return order;
  }

  private Proposal ordered(int term, Histogram histogram, Missing missing, int[] ends) {
    if (ends.length < 2) {
      return Proposal.NONE;
    }
    Step step =
        switch (missing) {
          case APART ->
              hasMissing(histogram)
                  ? withOwnLeaf(term, histogram, ends)
                  : inRanges(term, histogram, ends, 1);
          case FIRST -> inRanges(term, histogram, ends, 0);
          case LAST -> missingLast(term, histogram, ends);
        };
    return new Proposal(step, gain(ends));
  }

  private Proposal nominal(int term, Histogram histogram, int[] order, int[] ends, double scale) {
    return ends.length < 2
        ? Proposal.NONE
        : new Proposal(scattered(term, histogram, order, ends), scale * gain(ends));
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
  private Step inRanges(int term, Histogram histogram, int[] ends, int firstCell) {
    int[] shifted = Arrays.stream(ends).map(end -> end + firstCell).toArray();
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
