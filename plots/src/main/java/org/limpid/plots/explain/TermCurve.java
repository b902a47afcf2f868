package org.limpid.plots.explain;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.limpid.interpret.explain.FeatureAxis;
import org.limpid.interpret.explain.TermExplanation;

/**
 * The shape of a term of one feature as a function, to be compared with that of another model. Of
 * several scores the last one.
 */
record TermCurve(TermExplanation term) {
  private static final int SAMPLES = 200;

  private int score() {
    return term.scoreNames().size() - 1;
  }

  private double inBin(int bin) {
    return term.cells().get(bin).scores().get(score());
  }

  double at(FeatureAxis.Numeric axis, double value) {
    int bin = 1;
    for (double cut : axis.cuts()) {
      bin += cut <= value ? 1 : 0;
    }
    return inBin(bin);
  }

  /** The score of a category; that of unseen ones where the model does not know it. */
  double at(FeatureAxis.Categories axis, String category) {
    int position = axis.categories().indexOf(category);
    return inBin(position < 0 ? axis.categories().size() + 1 : position + 1);
  }

  /**
   * Mean absolute difference to another curve: of numbers over evenly spaced values in the range of
   * this one, of categories over those of this one. 0 where kinds of features differ.
   */
  double distance(TermCurve other) {
    FeatureAxis theirs = other.term.axes().getFirst();
    return switch (term.axes().getFirst()) {
      case FeatureAxis.Numeric own when theirs instanceof FeatureAxis.Numeric axis ->
          mean(numbers(own).map(value -> at(own, value) - other.at(axis, value)));
      case FeatureAxis.Categories own when theirs instanceof FeatureAxis.Categories axis ->
          mean(own.categories().stream().mapToDouble(name -> at(own, name) - other.at(axis, name)));
      default -> 0;
    };
  }

  /** The distance to a model without the term: the mean absolute score. */
  double size() {
    return switch (term.axes().getFirst()) {
      case FeatureAxis.Numeric axis -> mean(numbers(axis).map(value -> at(axis, value)));
      case FeatureAxis.Categories axis ->
          mean(axis.categories().stream().mapToDouble(name -> at(axis, name)));
    };
  }

  private static double mean(DoubleStream scores) {
    return scores.map(Math::abs).average().orElse(0);
  }

  private static DoubleStream numbers(FeatureAxis.Numeric axis) {
    NumericRange range = NumericRange.of(axis);
    return IntStream.range(0, SAMPLES)
        .mapToDouble(i -> range.low() + (range.high() - range.low()) * (i + 0.5) / SAMPLES);
  }

  /** Values at which the line changes, in a range, with its ends. */
  double[] edges(FeatureAxis.Numeric axis, NumericRange range) {
    List<Double> inside =
        axis.cuts().stream().filter(cut -> cut > range.low() && cut < range.high()).toList();
    double[] edges = new double[inside.size() + 2];
    Arrays.setAll(
        edges, i -> i == 0 ? range.low() : i <= inside.size() ? inside.get(i - 1) : range.high());
    return edges;
  }
}
