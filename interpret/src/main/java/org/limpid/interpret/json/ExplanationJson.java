package org.limpid.interpret.json;

import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.limpid.interpret.explain.Axis;
import org.limpid.interpret.explain.Contribution;
import org.limpid.interpret.explain.GlobalExplanation;
import org.limpid.interpret.explain.Measure;
import org.limpid.interpret.explain.PredictionDifference;
import org.limpid.interpret.explain.PredictionDifference.TermDifference;
import org.limpid.interpret.explain.PredictionExplanation;
import org.limpid.interpret.explain.TermExplanation;
import org.limpid.interpret.explain.TermImportance;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/**
 * Explanations as JSON: first as objects of maps, lists, texts and numbers, to which others may be
 * added, then as text. Keys are the names of the explanations' parts; a number that is not known,
 * {@code NaN}, becomes {@code null}.
 */
public final class ExplanationJson {
  private ExplanationJson() {}

  /** {@code terms}: how much each matters, the largest mean absolute score first. */
  public static SequencedMap<String, Object> of(GlobalExplanation explanation) {
    SequencedMap<String, Object> json = new LinkedHashMap<>();
    json.put("terms", explanation.byMeanAbsolute().stream().map(ExplanationJson::of).toList());
    return json;
  }

  private static Map<String, Object> of(TermImportance importance) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("term", importance.term());
    json.put("meanAbsolute", of(importance.meanAbsolute()));
    json.put("range", of(importance.range()));
    json.put("meanAbsoluteByClass", ofMeasures(importance.meanAbsoluteByClass()));
    json.put("rangeByClass", ofMeasures(importance.rangeByClass()));
    return json;
  }

  private static List<Map<String, Object>> ofMeasures(List<Measure> measures) {
    return measures.stream().map(ExplanationJson::of).toList();
  }

  private static Map<String, Object> of(Measure measure) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("value", measure.value());
    json.put("deviation", measure.deviation());
    return json;
  }

  /** {@code term}, {@code axes}, {@code scoreNames} and {@code cells} of a shape. */
  public static SequencedMap<String, Object> of(TermExplanation explanation) {
    SequencedMap<String, Object> json = new LinkedHashMap<>();
    json.put("term", explanation.term());
    json.put("axes", explanation.axes().stream().map(ExplanationJson::of).toList());
    json.put("scoreNames", explanation.scoreNames());
    json.put("cells", explanation.cells().stream().map(ExplanationJson::of).toList());
    return json;
  }

  private static Map<String, Object> of(Axis axis) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("feature", axis.feature());
    switch (axis) {
      case Axis.Numeric numeric -> {
        json.put("cuts", numeric.cuts());
        json.put("minimum", numeric.minimum());
        json.put("maximum", numeric.maximum());
        json.put("densityEdges", numeric.densityEdges());
        json.put("densityWeights", numeric.densityWeights());
      }
      case Axis.Categories categories -> {
        json.put("ordered", categories.ordered());
        json.put("categories", categories.categories());
      }
    }
    return json;
  }

  private static Map<String, Object> of(TermExplanation.Cell cell) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("labels", cell.labels());
    json.put("scores", cell.scores());
    json.put("deviations", cell.deviations());
    json.put("weight", cell.weight());
    return json;
  }

  /**
   * {@code scoreNames}, {@code intercept}, {@code contributions}, {@code outputs} and {@code
   * actual} of a prediction; the last one {@code null} if it is not known.
   */
  public static SequencedMap<String, Object> of(PredictionExplanation explanation) {
    SequencedMap<String, Object> json = new LinkedHashMap<>();
    json.put("scoreNames", explanation.scoreNames());
    json.put("intercept", explanation.intercept());
    json.put(
        "contributions", explanation.contributions().stream().map(ExplanationJson::of).toList());
    json.put("outputs", explanation.outputs().stream().map(ExplanationJson::of).toList());
    json.put("actual", explanation.actual().orElse(null));
    return json;
  }

  private static Map<String, Object> of(Contribution contribution) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("term", contribution.term());
    json.put("value", contribution.value());
    json.put("scores", contribution.scores());
    json.put("deviations", contribution.deviations());
    return json;
  }

  private static Map<String, Object> of(PredictionExplanation.Output output) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", output.name());
    json.put("measure", of(output.measure()));
    return json;
  }

  /**
   * {@code scoreNames}, the differences of {@code intercept}, {@code terms} and, in all, {@code
   * scores}, and the {@code outputs} of both predictions.
   */
  public static SequencedMap<String, Object> of(PredictionDifference difference) {
    SequencedMap<String, Object> json = new LinkedHashMap<>();
    json.put("scoreNames", difference.before().scoreNames());
    json.put("intercept", difference.intercept());
    json.put("terms", difference.terms().stream().map(ExplanationJson::of).toList());
    json.put("scores", difference.scores());
    json.put("before", difference.before().outputs().stream().map(ExplanationJson::of).toList());
    json.put("after", difference.after().outputs().stream().map(ExplanationJson::of).toList());
    return json;
  }

  private static Map<String, Object> of(TermDifference difference) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("term", difference.term());
    json.put("before", difference.before());
    json.put("after", difference.after());
    json.put("scores", difference.scores());
    return json;
  }

  /**
   * An object as indented text.
   *
   * @param json its values are maps, lists, texts, numbers, truth values and {@code null}
   * @throws IllegalArgumentException if one is anything else
   */
  public static String text(SequencedMap<String, Object> json) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = new JsonFactory().createGenerator(new Indented(), text)) {
      write(json, out);
    }
    return text.toString();
  }

  private static void write(Object value, JsonGenerator out) {
    switch (value) {
      case Map<?, ?> members -> {
        out.writeStartObject();
        members.forEach((name, member) -> {
          out.writeName(name.toString());
          write(member, out);
        });
        out.writeEndObject();
      }
      case List<?> elements -> {
        out.writeStartArray();
        elements.forEach(element -> write(element, out));
        out.writeEndArray();
      }
      case String text -> out.writeString(text);
      case Double number when Double.isFinite(number) -> out.writeNumber(number);
      case Double _ -> out.writeNull();
      case Integer number -> out.writeNumber(number);
      case Boolean flag -> out.writeBoolean(flag);
      case null -> out.writeNull();
      default -> throw new IllegalArgumentException("expected JSON, found " + value.getClass());
    }
  }

  /** A member per line, arrays on one line. */
  private static final class Indented extends ObjectWriteContext.Base {
    @Override
    public PrettyPrinter getPrettyPrinter() {
      return new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
    }

    @Override
    public boolean hasPrettyPrinter() {
      return true;
    }
  }
}
