package org.limpid.plots.explain;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.limpid.interpret.explain.TermExplanation;
import org.limpid.interpret.model.Model;
import org.limpid.plots.chart.Axis;
import org.limpid.plots.chart.Chart;
import org.limpid.plots.chart.Drawing;
import org.limpid.plots.chart.Layer;
import org.limpid.plots.chart.Panels;
import org.limpid.plots.chart.Scales;
import org.limpid.plots.theme.Theme;

/**
 * How a shape is drawn.
 *
 * @param range the axis of scores; empty: that which shows most of the shape
 * @param scores how scores are written
 * @param target name of what is predicted, to call classes that are numbers
 * @param words words and units of features
 * @param small whether it is one of many on a sheet, which has its name above it
 */
record ShapeLook(
    Optional<ScoreRange> range,
    ScoreWords scores,
    String target,
    FeatureWords words,
    boolean small) {
  /** A figure of its own. */
  static ShapeLook alone(Model model, Optional<ScoreRange> range) {
    return of(model, range, false);
  }

  /** One of many. */
  static ShapeLook small(Model model, Optional<ScoreRange> range) {
    return of(model, range, true);
  }

  private static ShapeLook of(Model model, Optional<ScoreRange> range, boolean small) {
    String target = model.provenance().target();
    return new ShapeLook(range, ScoreWords.of(model), target, FeatureWords.of(model), small);
  }

  /** Of the axis of scores; empty where a sheet says it once. */
  String scoreTitle() {
    return small ? "" : scores.axisTitle();
  }

  ScoreRange rangeOf(TermExplanation term) {
    return range.orElseGet(() -> ScoreRange.of(List.of(term)));
  }

  /** Name of a score in the legend: none where there is only one, or a sheet says it once. */
  String legendName(TermExplanation term, int score) {
    return small || term.scoreNames().size() == 1 ? "" : scoreName(term.scoreNames().get(score));
  }

  /** What a score is for: the class, with the target where it is but a number. */
  String scoreName(String name) {
    return name.matches("[0-9]+") ? target.replace('_', ' ') + " " + name : name;
  }

  /** The name of the feature below a figure of its own. */
  String axisTitle(String feature) {
    return small ? "" : words.title(feature);
  }

  String heading(TermExplanation term) {
    return small ? words.term(term.term()) : "";
  }

  /** A shape above its data, which take a share of the height. */
  Drawing aboveData(
      TermExplanation term,
      Axis x,
      Function<Theme, List<Layer>> shape,
      Chart data,
      double dataHeight) {
    Chart upper =
        Chart.of(x.unlabelled(), Axis.of(scoreTitle(), rangeOf(term).scale(scores)), shape)
            .headed(heading(term));
    return new Panels(List.of(upper, data), List.of(1 - dataHeight, dataHeight));
  }

  /** The axis of shares of the data, from 0 on. */
  Axis dataAxis(double end) {
    return Axis.of(small ? "" : "Data", Scales.percent(0, end));
  }

  /** How much of the length of an axis a bin takes that holds no numbers. */
  double sideShare() {
    return small ? 0.22 : 0.14;
  }
}
