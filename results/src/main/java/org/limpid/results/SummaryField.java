package org.limpid.results;

/** The columns of {@code summary.csv}, {@code by_vc.csv} and {@code by_size.csv}. */
enum SummaryField {
  POLICY,
  VC,
  SIZE,
  JOBS,
  JCT_MEAN,
  JCT_MEDIAN,
  JCT_P99,
  JCT_P999,
  QUEUE_MEAN,
  QUEUE_MEDIAN,
  QUEUE_P99,
  QUEUE_P999,
  MAKESPAN,
  PREEMPTIONS,
  UTILISATION
}
