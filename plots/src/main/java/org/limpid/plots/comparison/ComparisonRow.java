package org.limpid.plots.comparison;

import java.util.Objects;

/**
 * How one learner did in one contest. Numbers that are not known are NaN.
 *
 * @param model which of the three models
 * @param variant target and set of features
 * @param leaks whether features give the answer away
 * @param source {@code limpid}, {@code reference} or {@code published}
 * @param learner its name
 * @param readable {@code yes} or {@code no}; empty if not known
 * @param testRows rows that were predicted
 * @param meanAbsoluteError in the unit of the target
 * @param r2 share of the variance explained
 * @param spearman rank correlation
 * @param accuracy share of right classes
 * @param byteCount size of the model
 * @param fitSeconds time of all fits
 * @param note why nothing was learnt, or what differs
 */
public record ComparisonRow(
    String model,
    String variant,
    boolean leaks,
    String source,
    String learner,
    String readable,
    long testRows,
    double meanAbsoluteError,
    double r2,
    double spearman,
    double accuracy,
    double byteCount,
    double fitSeconds,
    String note) {
  public ComparisonRow {
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(variant, "variant");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(learner, "learner");
    Objects.requireNonNull(readable, "readable");
    Objects.requireNonNull(note, "note");
  }

  /** Whether it was fitted in the run, and not measured elsewhere before. */
  public boolean isOfRun() {
    return source.equals("limpid");
  }

  /** The contest it belongs to. */
  public String contest() {
    return model + ": " + variant;
  }
}
