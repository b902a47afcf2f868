package org.limpid.interpret.evaluate;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.files.Problems;
import org.limpid.interpret.model.Model;
import org.limpid.interpret.model.Predictions;
import org.limpid.interpret.model.Target;
import org.limpid.interpret.model.Task;
import org.limpid.interpret.model.TrainingSet;

/**
 * How good predictions are, by all metrics that fit the task, {@code NaN} where one is undefined.
 * Immutable.
 */
public record Evaluation(int rowCount, Map<Metric, Double> values) {
  public Evaluation {
    Map<Metric, Double> ordered = new EnumMap<>(Metric.class);
    ordered.putAll(values);
    values = Collections.unmodifiableMap(ordered);
  }

  /**
   * Predicts all rows and compares with the truth. Every row counts the same: weights are not used.
   * Throws a {@code DataException} if the data lack a feature, are of another task, or hold a class
   * that the model does not know.
   */
  public static Evaluation of(Model model, TrainingSet data) {
    Target truth = aligned(data, model.task());
    return of(truth, model.predict(data.inputs()));
  }

  /**
   * Compares predictions with the truth. Throws an {@code IllegalArgumentException} if they differ
   * in number, task or classes.
   */
  public static Evaluation of(Target truth, Predictions predictions) {
    return of(truth, predictions, RowWeights.equal(truth.size()));
  }

  /**
   * Compares predictions with the truth where rows count by weights, finite and not negative.
   * Throws an {@code IllegalArgumentException} if they differ in number, task or classes.
   */
  public static Evaluation of(Target truth, Predictions predictions, double[] weights) {
    RowWeights.check(weights, truth.size());
    if (!truth.task().equals(predictions.task()) || truth.size() != predictions.size()) {
      throw new IllegalArgumentException(
          "expected predictions of %s for %d rows".formatted(truth.task(), truth.size()));
    }
    Map<Metric, Double> values = new EnumMap<>(Metric.class);
    for (Metric metric : Metric.of(predictions.task())) {
      values.put(metric, metric.measure(truth, predictions, weights));
    }
    return new Evaluation(truth.size(), values);
  }

  /** The target with the classes of a model, which may stand in another order or be more. */
  static Target aligned(TrainingSet data, Task task) {
    return switch (task) {
      case Task.Regression _ when data.target() instanceof Target.Numbers numbers -> numbers;
      case Task.Classification known when data.target() instanceof Target.Classes classes ->
          aligned(data, classes, known.classes());
      case Task.Regression _ ->
          throw wrongKind(data, "expected numbers, which the model predicts; found classes");
      case Task.Classification _ ->
          throw wrongKind(data, "expected classes, which the model predicts; found numbers");
    };
  }

  private static DataException wrongKind(TrainingSet data, String message) {
    return new DataException(problem(data, message, "Maybe another model or target was meant."));
  }

  private static Problem problem(TrainingSet data, String message, String hint) {
    return Problem.ofColumn(data.inputs().source(), data.target().name(), message, hint);
  }

  private static Target aligned(TrainingSet data, Target.Classes target, List<String> known) {
    int[] codes = target.classes().stream().mapToInt(known::indexOf).toArray();
    Problems problems = new Problems();
    Arrays.stream(target.codes())
        .distinct()
        .sorted()
        .filter(code -> codes[code] < 0)
        .forEach(code ->
            problems.add(
                problem(
                    data,
                    "expected one of the classes %s, found '%s'"
                        .formatted(String.join(", ", known), target.classes().get(code)),
                    "Maybe the model was trained before the class came up.")));
    problems.throwIfAny();
    int[] changed = Arrays.stream(target.codes()).map(code -> codes[code]).toArray();
    return new Target.Classes(target.name(), changed, known);
  }

  /** One value. Throws an {@code IllegalArgumentException} if the metric does not fit the task. */
  public double value(Metric metric) {
    Double value = values.get(metric);
    if (value == null) {
      throw new IllegalArgumentException(
          "expected one of %s, found %s".formatted(values.keySet(), metric));
    }
    return value;
  }

  public List<Metric> metrics() {
    return List.copyOf(values.keySet());
  }

  public Map<String, Double> toMap() {
    Map<String, Double> map = new LinkedHashMap<>();
    values.forEach((metric, value) -> map.put(metric.metricName(), value));
    return map;
  }
}
