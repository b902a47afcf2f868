package org.limpid.models.tool;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.limpid.interpret.evaluate.Evaluation;
import org.limpid.interpret.evaluate.Metric;
import org.limpid.interpret.model.Predictions;
import org.limpid.interpret.model.Target;
import org.limpid.interpret.text.NumberText;

/**
 * How good predictions are for rows that were not learnt from.
 *
 * @param how which rows these are, and what predicted them, as the beginning of a sentence
 * @param model how good the model is
 * @param baseline how good it would be to say the same of every row: the mean of the rows that were
 *     learnt from, or the shares of their classes
 */
public record TestResult(String how, Evaluation model, Evaluation baseline) {

  /** Compares predictions of some rows with what was observed. */
  static TestResult of(
      String how, Target learnt, Target observed, Predictions predicted, double... weights) {
    double[] same = same(learnt);
    double[][] outputs = new double[observed.size()][];
    Arrays.fill(outputs, same);
    return new TestResult(
        how,
        Evaluation.of(observed, predicted, weights),
        Evaluation.of(observed, new Predictions(predicted.task(), outputs), weights));
  }

  private static double[] same(Target learnt) {
    return switch (learnt) {
      case Target.Numbers numbers ->
          new double[] {Arrays.stream(numbers.values()).average().orElseThrow()};
      case Target.Classes classes -> {
        double[] shares = new double[classes.classes().size()];
        for (int code : classes.codes()) {
          shares[code] += 1.0 / classes.size();
        }
        yield shares;
      }
    };
  }

  String toText() {
    String other =
        model.metrics().contains(Metric.MAE) ? "their mean" : "the shares of the classes";
    return String.format(
        Locale.ROOT, "%s: %s; with %s for all: %s.", how, text(model), other, text(baseline));
  }

  /** Where all predictions are the same there is no order, and some measures say nothing. */
  private static String text(Evaluation evaluation) {
    return evaluation.metrics().stream()
        .filter(metric -> Double.isFinite(evaluation.value(metric)))
        .map(metric -> metric.metricName() + " " + NumberText.rounded(evaluation.value(metric)))
        .collect(Collectors.joining(", "));
  }

  Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("how", how);
    json.put("rows", model.rowCount());
    json.put("model", model.toMap());
    json.put("baseline", baseline.toMap());
    return json;
  }
}
