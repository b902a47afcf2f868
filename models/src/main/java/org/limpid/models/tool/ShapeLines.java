package org.limpid.models.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.limpid.interpret.explain.FeatureAxis;
import org.limpid.interpret.explain.TermExplanation;
import org.limpid.interpret.explain.TermExplanation.Cell;
import org.limpid.interpret.text.ValueLabels;

/**
 * The shape of one feature in a number of lines that a person can read: neighbouring bins are
 * pooled until about as many groups of equal training weight are left. Bins of missing and unseen
 * values are there only where they count.
 */
final class ShapeLines {
  private static final int MOST_GROUPS = 30;

  private final TermExplanation shape;
  private final List<Line> lines = new ArrayList<>();

  /**
   * Some bins as one.
   *
   * @param label what falls into them
   * @param scores mean score by training weight, one per score name
   * @param deviations the same mean of the deviations; empty when not known
   * @param weight total training weight
   */
  record Line(String label, List<Double> scores, List<Double> deviations, double weight) {}

  private ShapeLines(TermExplanation shape) {
    this.shape = shape;
  }

  /** The lines of a term of one feature. */
  static List<Line> of(TermExplanation shape) {
    ShapeLines lines = new ShapeLines(shape);
    int last = shape.cells().size() - 1;
    lines.addUnlessIdle(0);
    switch (shape.axes().getFirst()) {
      case FeatureAxis.Numeric axis -> lines.addGroups(axis, last);
      case FeatureAxis.Categories _ -> {
        for (int bin = 1; bin < last; bin++) {
          lines.add(shape.axes().getFirst().labels().get(bin), bin, bin + 1);
        }
      }
    }
    lines.addUnlessIdle(last);
    return List.copyOf(lines.lines);
  }

  private void addUnlessIdle(int bin) {
    Cell cell = shape.cells().get(bin);
    if (cell.weight() > 0 || cell.scores().stream().anyMatch(score -> score != 0)) {
      add(cell.labels().getFirst(), bin, bin + 1);
    }
  }

  /** Pools bins, and tells only those bounds apart that are left between groups. */
  private void addGroups(FeatureAxis.Numeric axis, int end) {
    List<Integer> firsts = firstBins(end);
    ValueLabels values = labels(axis, firsts);
    for (int group = 0; group + 1 < firsts.size(); group++) {
      int first = firsts.get(group);
      int next = firsts.get(group + 1);
      add(label(axis, values, first, next - 1), first, next);
    }
  }

  /** The first bin of each group, and the one behind the last. */
  private List<Integer> firstBins(int end) {
    List<Integer> firsts = new ArrayList<>(List.of(1));
    double total = weight(1, end);
    int groups = 0;
    double seen = 0;
    for (int bin = 1; bin < end; bin++) {
      double share = total > 0 ? shape.cells().get(bin).weight() / total : 1.0 / (end - 1);
      seen += share;
      boolean full = end - 1 <= MOST_GROUPS || seen * MOST_GROUPS >= groups + 1 - 1e-9;
      if (full || bin == end - 1) {
        groups = Math.max(groups + 1, (int) (seen * MOST_GROUPS));
        firsts.add(bin + 1);
      }
    }
    return firsts;
  }

  private static ValueLabels labels(FeatureAxis.Numeric axis, List<Integer> firsts) {
    DoubleStream between =
        firsts.subList(1, firsts.size() - 1).stream().mapToDouble(bin -> axis.cuts().get(bin - 2));
    DoubleStream ends = DoubleStream.of(axis.minimum(), axis.maximum());
    return ValueLabels.of(axis.feature(), DoubleStream.concat(ends, between).toArray());
  }

  private static String label(FeatureAxis.Numeric axis, ValueLabels values, int first, int last) {
    String from = first == 1 ? "" : values.text(axis.cuts().get(first - 2));
    String to = last > axis.cuts().size() ? "" : values.text(axis.cuts().get(last - 1));
    if (from.isEmpty()) {
      return to.isEmpty() ? "any number" : "below " + to;
    }
    return to.isEmpty() ? "from " + from : "from %s to %s".formatted(from, to);
  }

  private void add(String label, int begin, int end) {
    List<Cell> cells = shape.cells().subList(begin, end);
    boolean deviations = !cells.getFirst().deviations().isEmpty();
    lines.add(
        new Line(
            label,
            mean(cells, false),
            deviations ? mean(cells, true) : List.of(),
            weight(begin, end)));
  }

  private double weight(int begin, int end) {
    return shape.cells().subList(begin, end).stream().mapToDouble(Cell::weight).sum();
  }

  /** Weighted by training weight; where there is none, all cells count the same. */
  private List<Double> mean(List<Cell> cells, boolean ofDeviations) {
    double[] sums = new double[shape.scoreNames().size()];
    double total = cells.stream().mapToDouble(Cell::weight).sum();
    for (Cell cell : cells) {
      double share = total > 0 ? cell.weight() / total : 1.0 / cells.size();
      List<Double> values = ofDeviations ? cell.deviations() : cell.scores();
      for (int k = 0; k < sums.length; k++) {
        sums[k] += share * values.get(k);
      }
    }
    return java.util.Arrays.stream(sums).boxed().toList();
  }
}
