package org.limpid.experiment.compare;

/**
 * What a learner made of a contest.
 *
 * @param predicted one number per predicted row, fold by fold
 * @param fitNanos CPU time of all fits, nanoseconds
 * @param byteCount size of the last model as its library saves it; -1 if unknown
 */
record Outcome(double[] predicted, long fitNanos, long byteCount) {}
