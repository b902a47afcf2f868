package org.limpid.plots.comparison;

/** The columns of {@code table7.csv}. */
enum ComparisonField {
  MODEL,
  VARIANT,
  LEAKS,
  SOURCE,
  LEARNER,
  READABLE,
  TEST_ROWS,
  MAE,
  R2,
  SPEARMAN,
  ACCURACY,
  BYTES,
  FIT_SECONDS,
  FIT_CPU_SECONDS,
  NOTE
}
