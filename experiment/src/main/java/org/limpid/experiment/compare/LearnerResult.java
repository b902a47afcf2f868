package org.limpid.experiment.compare;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.limpid.interpret.evaluate.RegressionMetrics;
import org.limpid.interpret.model.Task;

/**
 * How one learner did in one contest: a row of {@code table7.csv}.
 *
 * @param model name of one of the three models
 * @param variant target and set of features
 * @param leaks whether features give the answer away; empty if not known
 * @param source {@code limpid}: fitted in the run; {@code reference}: measured with other libraries
 *     in Python; {@code published}: a prediction that Lucid published
 * @param learner its name
 * @param readable whether a person can read the model; empty if not known
 * @param testRows rows that were predicted
 * @param meanAbsoluteError in the unit of the target; like the next four NaN if not known
 * @param r2 share of the variance explained
 * @param spearman rank correlation; NaN where all predictions are equal
 * @param accuracy share of right classes; NaN for numbers
 * @param fitCpuSeconds CPU seconds of all fits, on one thread
 * @param byteCount size of the last model as its library saves it; -1 if unknown
 * @param note why nothing was learnt, or what differs from the contest; may be empty
 */
public record LearnerResult(
    String model,
    String variant,
    Optional<Boolean> leaks,
    String source,
    String learner,
    Optional<Boolean> readable,
    int testRows,
    double meanAbsoluteError,
    double r2,
    double spearman,
    double accuracy,
    double fitCpuSeconds,
    long byteCount,
    String note) {
  private static final String OF_RUN = "limpid";
  private static final double NANOS = 1e9;

  public LearnerResult {
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(variant, "variant");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(learner, "learner");
    Objects.requireNonNull(note, "note");
  }

  /** Compares predictions with what came. */
  static LearnerResult of(
      Contest contest, String learner, boolean readable, ContestRun.Outcome outcome) {
    double[] truth = contest.testTruth();
    double[] predicted = outcome.predicted();
    return new LearnerResult(
        contest.model().label(),
        contest.variant(),
        Optional.of(contest.leaks()),
        OF_RUN,
        learner,
        Optional.of(readable),
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

  static LearnerResult failed(Contest contest, String learner, boolean readable, String reason) {
    return new LearnerResult(
        contest.model().label(),
        contest.variant(),
        Optional.of(contest.leaks()),
        OF_RUN,
        learner,
        Optional.of(readable),
        contest.testRowCount(),
        Double.NaN,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        -1,
        reason);
  }

  /** Whether it was fitted in the run, and not measured elsewhere before. */
  public boolean isOfRun() {
    return source.equals(OF_RUN);
  }

  /** The contest it belongs to. */
  public String contest() {
    return model + ": " + variant;
  }

  /** By the columns of the file, in their order; null where a flag or the size is not known. */
  Map<String, Object> toMap() {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("model", model);
    row.put("variant", variant);
    row.put("leaks", leaks.orElse(null));
    row.put("source", source);
    row.put("learner", learner);
    row.put("readable", readable.orElse(null));
    row.put("test_rows", testRows);
    row.put("mae", meanAbsoluteError);
    row.put("r2", r2);
    row.put("spearman", spearman);
    row.put("accuracy", accuracy);
    row.put("bytes", byteCount < 0 ? null : byteCount);
    row.put("fit_cpu_seconds", fitCpuSeconds);
    row.put("note", note);
    return row;
  }
}
