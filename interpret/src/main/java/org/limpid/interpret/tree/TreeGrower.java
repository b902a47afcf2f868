package org.limpid.interpret.tree;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.limpid.interpret.model.Feature;
import org.limpid.interpret.model.TrainingMonitor;
import org.limpid.interpret.tree.SplitFinder.Cut;

/**
 * Grows a tree from the root down. Every numeric feature keeps the rows sorted by its values; a
 * split parts each of these lists in two and keeps the order, so that sorting is done only once.
 * Not safe for several threads.
 */
final class TreeGrower {
  private final List<Feature> features;
  private final double[][] columns;
  private final int[] rows;
  private final int[][] sorted;
  private final Criterion criterion;
  private final SplitFinder finder;
  private final Limits limits;
  private final boolean[] isLeft;
  private final int[] buffer;

  /** When growing ends; a depth of 0 is any. */
  record Limits(int maxDepth, int minSamplesSplit, int minSamplesLeaf) {}

  private record Segment(Draft node, int from, int to) {}

  TreeGrower(List<Feature> features, double[][] columns, Criterion criterion, Limits limits) {
    this.features = features;
    this.columns = columns;
    this.criterion = criterion;
    this.limits = limits;
    int rowCount = criterion.weights.length;
    rows = IntStream.range(0, rowCount).filter(row -> criterion.weights[row] > 0).toArray();
    sorted =
        IntStream.range(0, columns.length)
            .mapToObj(i -> isNumeric(i) ? SortedRows.of(rows, columns[i]) : new int[0])
            .toArray(int[][]::new);
    finder = new SplitFinder(criterion, limits.minSamplesLeaf(), rowCount);
    isLeft = new boolean[rowCount];
    buffer = new int[rowCount];
  }

  private boolean isNumeric(int feature) {
    return features.get(feature) instanceof Feature.Numeric;
  }

  /** Grows the tree; a {@link CancellationException} if the thread was interrupted. */
  Draft grow(TrainingMonitor monitor) {
    monitor.begin("growing a tree", rows.length);
    Draft root = new Draft(criterion.begin(rows, 0, rows.length), null);
    Deque<Segment> open = new ArrayDeque<>(List.of(new Segment(root, 0, rows.length)));
    while (!open.isEmpty()) {
      if (Thread.currentThread().isInterrupted()) {
        throw new CancellationException("interrupted while growing a tree");
      }
      Segment segment = open.pop();
      Cut cut = mayGrow(segment.node()) ? bestCut(segment) : null;
      if (cut == null) {
        monitor.advance(segment.to() - segment.from());
      } else {
        split(segment, cut, open);
      }
    }
    return root;
  }

  private boolean mayGrow(Draft node) {
    NodeSummary summary = node.summary;
    return summary.impurity() > 0
        && (limits.maxDepth() == 0 || node.depth < limits.maxDepth())
        && summary.samples() >= limits.minSamplesSplit()
        && summary.samples() >= 2 * limits.minSamplesLeaf();
  }

  private Cut bestCut(Segment segment) {
    criterion.begin(rows, segment.from(), segment.to());
    boolean[] asked = askedAbove(segment.node());
    Cut known = bestCut(segment, asked, true);
    return SplitFinder.better(known, bestCut(segment, asked, false));
  }

  private boolean[] askedAbove(Draft node) {
    boolean[] asked = new boolean[columns.length];
    for (Draft above = node.parent; above != null; above = above.parent) {
      asked[above.cut.feature()] = true;
    }
    return asked;
  }

  /** The best cut by the features that were asked above, or by those that were not. */
  private Cut bestCut(Segment segment, boolean[] asked, boolean wanted) {
    Cut best = null;
    for (int i = 0; i < columns.length; i++) {
      if (asked[i] == wanted) {
        best = SplitFinder.better(best, bestCut(i, segment.from(), segment.to()));
      }
    }
    return best;
  }

  private Cut bestCut(int feature, int from, int to) {
    return switch (features.get(feature)) {
      case Feature.Numeric _ ->
          finder.numeric(feature, columns[feature], sorted[feature], from, to);
      case Feature.Nominal nominal ->
          finder.nominal(feature, nominal.categories().size(), columns[feature], rows, from, to);
      case Feature.Ordinal ordinal ->
          finder.ordinal(feature, ordinal.categories().size(), columns[feature], rows, from, to);
    };
  }

  private void split(Segment segment, Cut cut, Deque<Segment> open) {
    double[] column = columns[cut.feature()];
    int leftCount = 0;
    for (int i = segment.from(); i < segment.to(); i++) {
      isLeft[rows[i]] = cut.isLeft(column[rows[i]]);
      leftCount += isLeft[rows[i]] ? 1 : 0;
    }
    part(rows, segment.from(), segment.to());
    int middle = segment.from() + leftCount;
    Draft node = segment.node();
    node.cut = cut;
    node.left = new Draft(criterion.begin(rows, segment.from(), middle), node);
    node.right = new Draft(criterion.begin(rows, middle, segment.to()), node);
    if (mayGrow(node.left) || mayGrow(node.right)) {
      partSorted(segment);
    }
    open.push(new Segment(node.right, middle, segment.to()));
    open.push(new Segment(node.left, segment.from(), middle));
  }

  private void partSorted(Segment segment) {
    for (int i = 0; i < sorted.length; i++) {
      if (isNumeric(i)) {
        part(sorted[i], segment.from(), segment.to());
      }
    }
  }

  /** Puts the rows that lead left before the others; both keep their order. */
  private void part(int[] list, int from, int to) {
    int left = from;
    int right = 0;
    for (int i = from; i < to; i++) {
      int row = list[i];
      if (isLeft[row]) {
        list[left++] = row;
      } else {
        buffer[right++] = row;
      }
    }
    System.arraycopy(buffer, 0, list, left, right);
  }

  /** Sorts rows by the values of one column without objects. */
  private static final class SortedRows {
    private SortedRows() {}

    /**
     * The rows ascending by value, missing ones, {@code NaN}, at the end; equal values keep their
     * order.
     */
    static int[] of(int[] rows, double[] values) {
      double[] distinct = distinct(rows, values);
      int[] ranks = new int[rows.length];
      int[] starts = new int[distinct.length + 2];
      for (int i = 0; i < rows.length; i++) {
        double value = values[rows[i]];
        ranks[i] = Double.isNaN(value) ? distinct.length : rank(distinct, value);
        starts[ranks[i] + 1]++;
      }
      for (int i = 1; i < starts.length; i++) {
        starts[i] += starts[i - 1];
      }
      int[] sorted = new int[rows.length];
      for (int i = 0; i < rows.length; i++) {
        sorted[starts[ranks[i]]++] = rows[i];
      }
      return sorted;
    }

    private static double[] distinct(int[] rows, double[] values) {
      double[] known =
          Arrays.stream(rows)
              .mapToDouble(row -> values[row] + 0.0)
              .filter(value -> !Double.isNaN(value))
              .toArray();
      Arrays.sort(known);
      int count = 0;
      for (double value : known) {
        if (count == 0 || value != known[count - 1]) {
          known[count++] = value;
        }
      }
      return Arrays.copyOf(known, count);
    }

    /** The sum turns the negative zero into the positive one. */
    private static int rank(double[] distinct, double value) {
      return Arrays.binarySearch(distinct, value + 0.0);
    }
  }
}
