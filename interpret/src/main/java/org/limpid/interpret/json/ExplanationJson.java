package org.limpid.interpret.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.limpid.interpret.explain.Contribution;
import org.limpid.interpret.explain.FeatureAxis;
import org.limpid.interpret.explain.GlobalExplanation;
import org.limpid.interpret.explain.Measure;
import org.limpid.interpret.explain.PredictionDifference;
import org.limpid.interpret.explain.PredictionDifference.TermDifference;
import org.limpid.interpret.explain.PredictionExplanation;
import org.limpid.interpret.explain.TermExplanation;
import org.limpid.interpret.explain.TermImportance;

/**
 * Explanations as JSON: objects of maps, lists, texts and numbers, to which others may be added.
 * Keys are the names of the explanations' parts.
 */
public final class ExplanationJson {
  private ExplanationJson() {}

  /** {@code terms}: how much each matters, the largest mean absolute score first. */
  public static SequencedMap<String, Object> of(GlobalExplanation explanation) {
    return object("terms", explanation.byMeanAbsolute().stream().map(ExplanationJson::of).toList());
  }

  private static SequencedMap<String, Object> of(TermImportance importance) {
    return object(
        "term", importance.term(),
        "meanAbsolute", of(importance.meanAbsolute()),
        "range", of(importance.range()),
        "meanAbsoluteByClass", ofMeasures(importance.meanAbsoluteByClass()),
        "rangeByClass", ofMeasures(importance.rangeByClass()));
  }

  private static List<SequencedMap<String, Object>> ofMeasures(List<Measure> measures) {
    return measures.stream().map(ExplanationJson::of).toList();
  }

  private static SequencedMap<String, Object> of(Measure measure) {
    return object(
        "value", measure.value(),
        "deviation", measure.deviation());
  }

  /** {@code term}, {@code axes}, {@code scoreNames} and {@code cells} of a shape. */
  public static SequencedMap<String, Object> of(TermExplanation explanation) {
    return object(
        "term", explanation.term(),
        "axes", explanation.axes().stream().map(ExplanationJson::of).toList(),
        "scoreNames", explanation.scoreNames(),
        "cells", explanation.cells().stream().map(ExplanationJson::of).toList());
  }

  private static SequencedMap<String, Object> of(FeatureAxis axis) {
    return switch (axis) {
      case FeatureAxis.Numeric numeric ->
          object(
              "feature", numeric.feature(),
              "cuts", numeric.cuts(),
              "minimum", numeric.minimum(),
              "maximum", numeric.maximum(),
              "densityEdges", numeric.densityEdges(),
              "densityWeights", numeric.densityWeights());
      case FeatureAxis.Categories categories ->
          object(
              "feature", categories.feature(),
              "ordered", categories.ordered(),
              "categories", categories.categories());
    };
  }

  private static SequencedMap<String, Object> of(TermExplanation.Cell cell) {
    return object(
        "labels", cell.labels(),
        "scores", cell.scores(),
        "deviations", cell.deviations(),
        "weight", cell.weight());
  }

  /**
   * {@code scoreNames}, {@code intercept}, {@code contributions}, {@code outputs} and {@code
   * actual} of a prediction; the last one {@code null} if it is not known.
   */
  public static SequencedMap<String, Object> of(PredictionExplanation explanation) {
    return object(
        "scoreNames", explanation.scoreNames(),
        "intercept", explanation.intercept(),
        "contributions", explanation.contributions().stream().map(ExplanationJson::of).toList(),
        "outputs", explanation.outputs().stream().map(ExplanationJson::of).toList(),
        "actual", explanation.actual().orElse(null));
  }

  private static SequencedMap<String, Object> of(Contribution contribution) {
    return object(
        "term", contribution.term(),
        "value", contribution.value(),
        "scores", contribution.scores(),
        "deviations", contribution.deviations());
  }

  private static SequencedMap<String, Object> of(PredictionExplanation.Output output) {
    return object(
        "name", output.name(),
        "measure", of(output.measure()));
  }

  /**
   * {@code scoreNames}, the differences of {@code intercept}, {@code terms} and, in all, {@code
   * scores}, and the {@code outputs} of both predictions.
   */
  public static SequencedMap<String, Object> of(PredictionDifference difference) {
    return object(
        "scoreNames", difference.before().scoreNames(),
        "intercept", difference.intercept(),
        "terms", difference.terms().stream().map(ExplanationJson::of).toList(),
        "scores", difference.scores(),
        "before", difference.before().outputs().stream().map(ExplanationJson::of).toList(),
        "after", difference.after().outputs().stream().map(ExplanationJson::of).toList());
  }

  private static SequencedMap<String, Object> of(TermDifference difference) {
    return object(
        "term", difference.term(),
        "before", difference.before(),
        "after", difference.after(),
        "scores", difference.scores());
  }

  private static SequencedMap<String, Object> object(Object... keysAndValues) {
    SequencedMap<String, Object> json = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      json.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return json;
  }
}
