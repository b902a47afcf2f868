package org.limpid.models.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.limpid.interpret.explain.Contribution;
import org.limpid.interpret.explain.GlobalExplanation;
import org.limpid.interpret.explain.Measure;
import org.limpid.interpret.explain.PredictionExplanation;
import org.limpid.interpret.explain.TermExplanation;
import org.limpid.interpret.explain.TermImportance;
import org.limpid.interpret.model.Model;
import org.limpid.interpret.model.Task;
import org.limpid.interpret.text.NumberText;
import org.limpid.interpret.text.TextTable;

/** Explanations as text for a terminal, with bars. */
final class ExplanationText {
  private ExplanationText() {}

  static String importances(GlobalExplanation explanation, double[] intercept, int top) {
    List<TermImportance> shown = explanation.byMeanAbsolute().stream().limit(top).toList();
    Bars bars =
        new Bars(shown.stream().mapToDouble(each -> each.meanAbsolute().value()).max().orElse(0));
    TextTable table = new TextTable(1).line("term", "mean |score|", "+-", "range", "+-", "");
    for (TermImportance each : shown) {
      Measure mean = each.meanAbsolute();
      table.line(
          each.term(),
          NumberText.rounded(mean.value()),
          NumberText.rounded(mean.deviation()),
          NumberText.rounded(each.range().value()),
          NumberText.rounded(each.range().deviation()),
          bars.unsigned(mean.value()));
    }
    return "intercept "
        + DoubleStream.of(intercept).mapToObj(NumberText::rounded).collect(Collectors.joining(", "))
        + "\n\n"
        + table
        + more(explanation.terms().size() - shown.size(), "terms (--top)");
  }

  static String more(int hidden, String what) {
    return hidden <= 0 ? "" : "and %,d more %s\n".formatted(hidden, what);
  }

  /** The shape of a term: of one feature all of it, of several the cells that matter most. */
  static String shape(TermExplanation shape, int top) {
    if (shape.axes().size() > 1) {
      return "the cells of the largest scores\n" + shape.summarize(top);
    }
    List<ShapeLines.Line> lines = ShapeLines.of(shape);
    boolean single = shape.scoreNames().size() == 1;
    Bars bars =
        new Bars(
            lines.stream().mapToDouble(line -> Math.abs(line.scores().getFirst())).max().orElse(0));
    List<String> head = new ArrayList<>(List.of(shape.term()));
    shape.scoreNames().forEach(name -> head.addAll(List.of(single ? "score" : name, "+-")));
    head.addAll(List.of("weight", ""));
    TextTable table = new TextTable(1).line(head);
    for (ShapeLines.Line line : lines) {
      List<String> cells = new ArrayList<>(List.of(line.label()));
      addScores(cells, line.scores(), line.deviations());
      cells.add(NumberText.rounded(line.weight()));
      cells.add(single ? bars.signed(line.scores().getFirst()) : "");
      table.line(cells);
    }
    return table.toString();
  }

  private static void addScores(List<String> cells, List<Double> scores, List<Double> deviations) {
    for (int k = 0; k < scores.size(); k++) {
      cells.add(NumberText.signed(scores.get(k)));
      cells.add(deviations.isEmpty() ? "-" : NumberText.rounded(deviations.get(k)));
    }
  }

  static String prediction(PredictionExplanation explanation, int top) {
    if (explanation.scoreNames().size() > 1) {
      return explanation.summarize(top);
    }
    List<Contribution> shown = explanation.top(top);
    Bars bars = new Bars(shown.stream().mapToDouble(Contribution::size).max().orElse(0));
    TextTable table = new TextTable(2).line("term", "value", "score", "+-", "");
    table.line("intercept", "", NumberText.signed(explanation.intercept().getFirst()), "", "");
    for (Contribution each : shown) {
      List<String> cells = new ArrayList<>(List.of(each.term(), each.value()));
      addScores(cells, each.scores(), each.deviations());
      cells.add(bars.signed(each.scores().getFirst()));
      table.line(cells);
    }
    table.line("sum", "", NumberText.signed(explanation.scores().getFirst()), "", "");
    return predicted(explanation) + table;
  }

  /** A line with the outputs of any model, then an empty one. */
  static String outputs(Model model, double[] outputs, Optional<String> actual) {
    List<String> named = new ArrayList<>();
    for (int k = 0; k < outputs.length; k++) {
      String name =
          model.task() instanceof Task.Classification classes
              ? classes.classes().get(k)
              : model.provenance().target();
      named.add(named(name, NumberText.rounded(outputs[k])));
    }
    return predicted(String.join(", ", named), actual);
  }

  /** An imported model may not know the name of its target. */
  private static String named(String name, String value) {
    return name.isEmpty() ? value : name + ": " + value;
  }

  private static String predicted(PredictionExplanation explanation) {
    String outputs =
        explanation.outputs().stream()
            .map(output -> named(output.name(), output.measure().toString()))
            .collect(Collectors.joining(", "));
    return predicted(outputs, explanation.actual());
  }

  private static String predicted(String outputs, Optional<String> actual) {
    String observed = actual.map(value -> "; actual " + value).orElse("");
    return "predicted %s%s\n\n".formatted(outputs, observed);
  }

  /** Bars of characters, all of one width. */
  static final class Bars {
    private static final char FULL = '#';
    private static final int WIDTH = 24;
    private static final int HALF = 15;

    private final double largest;

    /** Bars in which this absolute value fills all the room. */
    Bars(double largest) {
      this.largest = largest;
    }

    /** A bar from the left. */
    String unsigned(double value) {
      int length = length(value, WIDTH);
      return String.valueOf(FULL).repeat(length) + " ".repeat(WIDTH - length);
    }

    /** A bar from the middle, to the right for positive values. */
    String signed(double value) {
      int length = length(value, HALF);
      String bar = String.valueOf(FULL).repeat(length);
      String gap = " ".repeat(HALF - length);
      String empty = " ".repeat(HALF);
      return value < 0 ? gap + bar + "|" + empty : empty + "|" + bar + gap;
    }

    private int length(double value, int room) {
      double share = largest > 0 ? Math.abs(value) / largest : 0;
      return Math.clamp(Math.round(room * share), 0, room);
    }
  }
}
