package org.limpid.interpret.evaluate;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.limpid.interpret.model.Predictions;
import org.limpid.interpret.model.Target;
import org.limpid.interpret.model.Task;

/**
 * Every metric that models are judged by, in the order in which reports show them. Reports, tables
 * and JSON are made from this list.
 */
public enum Metric {
  MAE("Mean absolute error", RegressionMetrics::meanAbsoluteError),
  RMSE("Root mean squared error", RegressionMetrics::rootMeanSquaredError),
  R2("Share of the variance explained", RegressionMetrics::r2),
  SPEARMAN("Rank correlation", RegressionMetrics::spearman),
  ACCURACY(ClassificationMetrics::accuracy, "Share of right classes"),
  LOG_LOSS(ClassificationMetrics::logLoss, "Mean negative log-likelihood"),
  AUC(ClassificationMetrics::auc, "Area under the ROC curve"),
  CALIBRATION_ERROR(ClassificationMetrics::calibrationError, "Expected calibration error");

  private final String description;
  private final boolean ofClasses;
  private final Formula formula;

  @FunctionalInterface
  private interface Formula {
    double of(Target truth, Predictions predictions, double[] weights);
  }

  @FunctionalInterface
  private interface OfNumbers {
    double of(double[] truth, double[] predicted, double[] weights);
  }

  @FunctionalInterface
  private interface OfClasses {
    double of(int[] truth, double[][] probabilities, double[] weights);
  }

  Metric(String description, OfNumbers ofNumbers) {
    this.description = description;
    this.ofClasses = false;
    this.formula =
        (truth, predictions, weights) ->
            ofNumbers.of(((Target.Numbers) truth).values(), predictions.values(), weights);
  }

  Metric(OfClasses ofClasses, String description) {
    this.description = description;
    this.ofClasses = true;
    this.formula =
        (truth, predictions, weights) ->
            ofClasses.of(((Target.Classes) truth).codes(), predictions.outputs(), weights);
  }

  /** The name in JSON and tables, for example {@code log_loss}. */
  public String metricName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String description() {
    return description;
  }

  /** The metrics that fit a task, in their order. */
  public static List<Metric> of(Task task) {
    boolean classes = task instanceof Task.Classification;
    return Arrays.stream(values()).filter(metric -> metric.ofClasses == classes).toList();
  }

  /** The metric; the codes of the truth must be those of the predictions. */
  double measure(Target truth, Predictions predictions, double[] weights) {
    return formula.of(truth, predictions, weights);
  }
}
