package org.limpid.workbench.chart;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.limpid.interpret.explain.FeatureAxis;
import org.limpid.interpret.explain.TermExplanation;

/**
 * The shape of a term of one feature: scores with a band or lines of one standard deviation over
 * the bags, where they are known. Missing and unseen values are shown for categories only.
 */
record ShapeChart(TermExplanation term, ChartLook look) {
  private static final double BAND_FADE = 0.72;

  /** The chart; an {@code IllegalArgumentException} for a term of several features. */
  Chart<?, ?> chart() {
    if (term.axes().size() != 1) {
      throw new IllegalArgumentException("expected a term of one feature, found " + term.term());
    }
    return switch (term.axes().getFirst()) {
      case FeatureAxis.Numeric axis -> steps(axis);
      case FeatureAxis.Categories axis -> bars(axis);
    };
  }

  private XYChart steps(FeatureAxis.Numeric axis) {
    XYChart chart = look.xy("Shape of " + term.term(), axis.feature(), "Score");
    double[] xs = corners(edges(axis));
    for (int score = 0; score < scoreCount() && knowsDeviations(); score++) {
      band(chart, axis, score, xs);
    }
    for (int score = 0; score < scoreCount(); score++) {
      look.line(chart, name(score), look.theme().series(score), xs, corners(axis, score, 0));
    }
    chart.getStyler().setLegendVisible(scoreCount() > 1);
    return chart;
  }

  private void band(XYChart chart, FeatureAxis.Numeric axis, int score, double[] xs) {
    Color color = look.theme().faded(look.theme().series(score).color(), BAND_FADE);
    XYSeries band =
        chart.addSeries(
            name(score) + " +- deviation",
            there(xs, xs),
            there(corners(axis, score, 1), corners(axis, score, -1)));
    band.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea);
    band.setMarker(SeriesMarkers.NONE);
    band.setFillColor(color);
    band.setLineColor(color);
    band.setShowInLegend(false);
  }

  /** There on one line, and back on the other. */
  private static double[] there(double[] there, double[] back) {
    int last = back.length - 1;
    return DoubleStream.concat(
            Arrays.stream(there), IntStream.rangeClosed(0, last).mapToDouble(i -> back[last - i]))
        .toArray();
  }

  /** The ends of the bins, within the values of the training. */
  private static double[] edges(FeatureAxis.Numeric axis) {
    List<Double> cuts = axis.cuts();
    double low = axis.minimum() < axis.maximum() ? axis.minimum() : first(cuts) - 1;
    double high = axis.minimum() < axis.maximum() ? axis.maximum() : last(cuts) + 1;
    return DoubleStream.concat(
            DoubleStream.concat(
                DoubleStream.of(low), cuts.stream().mapToDouble(cut -> Math.clamp(cut, low, high))),
            DoubleStream.of(high))
        .toArray();
  }

  private static double first(List<Double> cuts) {
    return cuts.isEmpty() ? 0 : cuts.getFirst();
  }

  private static double last(List<Double> cuts) {
    return cuts.isEmpty() ? 0 : cuts.getLast();
  }

  /** Both ends of each bin. */
  private static double[] corners(double[] edges) {
    return IntStream.range(1, edges.length)
        .boxed()
        .flatMapToDouble(i -> DoubleStream.of(edges[i - 1], edges[i]))
        .toArray();
  }

  /** The score at both ends of each bin, plus so many deviations. */
  private double[] corners(FeatureAxis.Numeric axis, int score, int deviations) {
    return IntStream.rangeClosed(1, axis.cuts().size() + 1)
        .boxed()
        .flatMapToDouble(bin -> {
          double value = score(bin, score) + deviations * deviation(bin, score);
          return DoubleStream.of(value, value);
        })
        .toArray();
  }

  private CategoryChart bars(FeatureAxis.Categories axis) {
    CategoryChart chart = look.bars("Shape of " + term.term(), axis.feature(), "Score");
    List<Integer> bins =
        IntStream.range(0, term.cells().size())
            .filter(bin -> term.cells().get(bin).weight() > 0)
            .boxed()
            .toList();
    List<String> names = bins.stream().map(bin -> axis.labels().get(bin)).toList();
    for (int k = 0; k < scoreCount(); k++) {
      int score = k;
      List<Double> scores = bins.stream().map(bin -> score(bin, score)).toList();
      List<Double> deviations = bins.stream().map(bin -> deviation(bin, score)).toList();
      look.color(
          knowsDeviations()
              ? chart.addSeries(name(k), names, scores, deviations)
              : chart.addSeries(name(k), names, scores),
          look.theme().series(k));
    }
    chart.getStyler().setLegendVisible(scoreCount() > 1);
    return chart;
  }

  private int scoreCount() {
    return term.scoreNames().size();
  }

  private String name(int score) {
    return term.scoreNames().get(score);
  }

  private boolean knowsDeviations() {
    return term.cells().stream().noneMatch(cell -> cell.deviations().isEmpty());
  }

  private double score(int bin, int score) {
    return term.cells().get(bin).scores().get(score);
  }

  private double deviation(int bin, int score) {
    return knowsDeviations() ? term.cells().get(bin).deviations().get(score) : 0;
  }
}
