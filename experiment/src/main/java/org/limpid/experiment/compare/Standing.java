package org.limpid.experiment.compare;

import java.util.Objects;
import org.limpid.interpret.evaluate.RegressionMetrics;
import org.limpid.interpret.model.Task;

/**
 * How one learner did in one contest.
 *
 * @param model which of the three models
 * @param variant target and set of features
 * @param leaks whether features give the answer away
 * @param learner its name
 * @param readable whether a person can read the model
 * @param testRows rows that were predicted
 * @param meanAbsoluteError in the unit of the target; like the next three NaN if nothing was learnt
 * @param r2 share of the variance explained
 * @param spearman rank correlation; NaN where all predictions are equal
 * @param accuracy share of right classes; NaN for numbers
 * @param fitCpuSeconds CPU seconds of all fits, on one thread
 * @param byteCount size of the last model as its library saves it; -1 if unknown
 * @param remark why nothing was learnt; empty if something was
 */
public record Standing(
    ComparedModel model,
    String variant,
    boolean leaks,
    String learner,
    boolean readable,
    int testRows,
    double meanAbsoluteError,
    double r2,
    double spearman,
    double accuracy,
    double fitCpuSeconds,
    long byteCount,
    String remark) {
  private static final double NANOS = 1e9;

  public Standing {
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(variant, "variant");
    Objects.requireNonNull(learner, "learner");
    Objects.requireNonNull(remark, "remark");
  }

  /** Compares predictions with what came. */
  static Standing of(Contest contest, String learner, boolean readable, Outcome outcome) {
    double[] truth = contest.testTruth();
    double[] predicted = outcome.predicted();
    return new Standing(
        contest.model(),
        contest.variant(),
        contest.leaks(),
        learner,
        readable,
        truth.length,
        RegressionMetrics.meanAbsoluteError(truth, predicted),
        RegressionMetrics.r2(truth, predicted),
        RegressionMetrics.spearman(truth, predicted),
        accuracy(contest, truth, predicted),
        outcome.fitNanos() / NANOS,
        outcome.byteCount(),
        "");
  }

  private static double accuracy(Contest contest, double[] truth, double[] predicted) {
    if (contest.data().target().task() instanceof Task.Regression) {
      return Double.NaN;
    }
    int right = 0;
    for (int i = 0; i < truth.length; i++) {
      right += truth[i] == predicted[i] ? 1 : 0;
    }
    return (double) right / truth.length;
  }

  /** A learner that could not learn. */
  static Standing failed(Contest contest, String learner, boolean readable, String reason) {
    return new Standing(
        contest.model(),
        contest.variant(),
        contest.leaks(),
        learner,
        readable,
        contest.testRowCount(),
        Double.NaN,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        -1,
        reason);
  }
}
