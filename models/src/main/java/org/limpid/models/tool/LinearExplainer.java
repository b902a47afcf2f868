package org.limpid.models.tool;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.limpid.interpret.linear.LinearModel;
import org.limpid.interpret.linear.LinearTerm;
import org.limpid.interpret.model.Row;
import org.limpid.interpret.model.Task;
import org.limpid.interpret.text.NumberText;
import org.limpid.interpret.text.TextTable;

/** Explains linear models by their coefficients. */
record LinearExplainer(LinearModel model) implements Explainer {

  /** What scores are for: nothing that needs a name when there is one. */
  private List<String> scoreNames() {
    return model.task() instanceof Task.Classification task && model.scoreCount() > 1
        ? task.classes()
        : List.of("score");
  }

  private List<LinearTerm> largest() {
    Comparator<LinearTerm> ascending =
        Comparator.comparingDouble(
            term -> scores().mapToDouble(k -> Math.abs(term.standardised(k))).max().orElse(0));
    return model.terms().stream().sorted(ascending.reversed()).toList();
  }

  private IntStream scores() {
    return IntStream.range(0, model.scoreCount());
  }

  @Override
  public ModelExplanation.Report all(int top) {
    Map<String, Object> json = ModelHead.json(model);
    json.put("intercept", model.intercept());
    json.put("terms", largest().stream().map(this::json).toList());
    List<String> head = new ArrayList<>(List.of("term"));
    scoreNames().forEach(name -> head.addAll(List.of(name + " per unit", "per deviation")));
    TextTable table = new TextTable(1).line(head);
    for (LinearTerm term : largest().stream().limit(top).toList()) {
      List<String> cells = new ArrayList<>(List.of(model.name(term)));
      scores()
          .forEach(k -> {
            cells.add(NumberText.signed(term.coefficient(k)));
            cells.add(NumberText.signed(term.standardised(k)));
          });
      table.line(cells);
    }
    return new ModelExplanation.Report(
        "%sintercept %s\n\n%s%s"
            .formatted(
                ModelHead.text(model),
                rounded(model.intercept()),
                table,
                ExplanationText.more(model.terms().size() - top, "terms (--top)")),
        json);
  }

  private Map<String, Object> json(LinearTerm term) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("term", model.name(term));
    json.put("coefficients", term.coefficients());
    json.put("standardised", scores().mapToObj(term::standardised).toList());
    json.put("mean", term.mean());
    json.put("deviation", term.deviation());
    return json;
  }

  @Override
  public ModelExplanation.Report row(Row row, Optional<String> actual, int top) {
    double[] outputs = new double[model.task().outputCount()];
    double[] scores = new double[model.scoreCount()];
    model.predict(row, outputs);
    model.score(row, scores);
    TextTable table = new TextTable(2).line("feature", "value", "score");
    table.line("intercept", "", rounded(model.intercept()));
    Map<String, Object> contributions = new LinkedHashMap<>();
    for (int position = 0; position < model.features().size(); position++) {
      double[] own = contribution(row, position);
      contributions.put(model.features().get(position).name(), own);
      table.line(model.features().get(position).name(), row.text(position), rounded(own));
    }
    table.line("sum", "", rounded(scores));
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("intercept", model.intercept());
    json.put("contributions", contributions);
    json.put("scores", scores);
    json.put("outputs", outputs);
    actual.ifPresent(value -> json.put("actual", value));
    String predicted = ExplanationText.outputs(model, outputs, actual);
    return new ModelExplanation.Report(predicted + table, json);
  }

  /** Coefficient times value, summed over the terms of a feature. */
  private double[] contribution(Row row, int position) {
    double[] sum = new double[model.scoreCount()];
    for (LinearTerm term : model.terms()) {
      if (term.feature() == position) {
        double factor = term.factor(row.encoded(position));
        scores().forEach(k -> sum[k] += term.coefficient(k) * factor);
      }
    }
    return sum;
  }

  private static String rounded(double[] values) {
    return Arrays.stream(values).mapToObj(NumberText::signed).collect(Collectors.joining(", "));
  }
}
