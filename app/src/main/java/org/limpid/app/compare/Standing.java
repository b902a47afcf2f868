package org.limpid.app.compare;

/**
 * How one learner did in one contest.
 *
 * @param model which of the three models
 * @param variant target or set of features
 * @param learner its name
 * @param readable whether a person can read the model
 * @param testRows rows that were predicted
 * @param meanAbsoluteError in the unit of the target
 * @param r2 share of the variance explained
 * @param spearman rank correlation; NaN where all predictions are equal
 * @param accuracy share of right classes; NaN for numbers
 * @param fitSeconds wall-clock seconds of all fits
 * @param byteCount size of the last model as its library saves it; -1 if unknown
 */
public record Standing(
    String model,
    String variant,
    String learner,
    boolean readable,
    int testRows,
    double meanAbsoluteError,
    double r2,
    double spearman,
    double accuracy,
    double fitSeconds,
    long byteCount) {}
