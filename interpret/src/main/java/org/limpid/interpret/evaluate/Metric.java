package org.limpid.interpret.evaluate;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleBiFunction;
import org.limpid.interpret.model.Predictions;
import org.limpid.interpret.model.Target;
import org.limpid.interpret.model.Task;

/**
 * Every metric that models are judged by, in the order in which reports show them. Reports, tables
 * and JSON are made from this list.
 */
public enum Metric {
  /** {@link RegressionMetrics#meanAbsoluteError}. */
  MAE("Mean absolute error", false, RegressionMetrics::meanAbsoluteError),
  /** {@link RegressionMetrics#rootMeanSquaredError}. */
  RMSE("Root mean squared error", false, RegressionMetrics::rootMeanSquaredError),
  /** {@link RegressionMetrics#r2}. */
  R2("Share of the variance explained", true, RegressionMetrics::r2),
  /** {@link RegressionMetrics#spearman}. */
  SPEARMAN("Rank correlation", true, RegressionMetrics::spearman),
  /** {@link ClassificationMetrics#accuracy}. */
  ACCURACY(true, "Share of right classes", ClassificationMetrics::accuracy),
  /** {@link ClassificationMetrics#logLoss}. */
  LOG_LOSS(false, "Mean negative log-likelihood", ClassificationMetrics::logLoss),
  /** {@link ClassificationMetrics#auc(int[], double[][])}. */
  AUC(true, "Area under the ROC curve", ClassificationMetrics::auc),
  /** {@link ClassificationMetrics#calibrationError}. */
  CALIBRATION_ERROR(false, "Expected calibration error", ClassificationMetrics::calibrationError);

  private final String description;
  private final boolean higherIsBetter;
  private final boolean ofClasses;
  private final ToDoubleBiFunction<Target, Predictions> measure;

  Metric(
      String description,
      boolean higherIsBetter,
      ToDoubleBiFunction<double[], double[]> ofNumbers) {
    this.description = description;
    this.higherIsBetter = higherIsBetter;
    this.ofClasses = false;
    this.measure =
        (truth, predictions) ->
            ofNumbers.applyAsDouble(((Target.Numbers) truth).values(), predictions.values());
  }

  Metric(
      boolean higherIsBetter, String description, ToDoubleBiFunction<int[], double[][]> ofClasses) {
    this.description = description;
    this.higherIsBetter = higherIsBetter;
    this.ofClasses = true;
    this.measure =
        (truth, predictions) ->
            ofClasses.applyAsDouble(((Target.Classes) truth).codes(), predictions.outputs());
  }

  /** The name in JSON and tables, for example {@code log_loss}. */
  public String metricName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What it is, without a full stop. */
  public String description() {
    return description;
  }

  /** Whether the better model has the higher value. */
  public boolean higherIsBetter() {
    return higherIsBetter;
  }

  /** The metrics that fit a task, in their order. */
  public static List<Metric> of(Task task) {
    boolean classes = task instanceof Task.Classification;
    return Arrays.stream(values()).filter(metric -> metric.ofClasses == classes).toList();
  }

  /** The metric; the codes of the truth must be those of the predictions. */
  double measure(Target truth, Predictions predictions) {
    return measure.applyAsDouble(truth, predictions);
  }
}
