package org.limpid.estimator.history;

/**
 * What is told of the jobs of a group. All are logarithms, log10(1 + x), so that 2 is about 100 and
 * 4 about 10,000; {@code NaN} where nothing is known yet.
 */
public enum HistoryStatistic {
  /** Duration of the job that ended last, x in seconds. */
  LAST("last duration", HistoryScale.DURATION),
  /** Median duration of the five jobs that ended last, of an even number the mean of both. */
  MEDIAN("median duration of 5", HistoryScale.DURATION),
  /** Mean duration of the ten jobs that ended last. */
  MEAN("mean duration of 10", HistoryScale.DURATION),
  /** {@link JobHistory}'s recent duration, which counts running jobs, too; never {@code NaN}. */
  RECENT("recent duration", HistoryScale.DURATION),
  /** How many jobs have ended. */
  COUNT("jobs ended", HistoryScale.COUNT),
  /** Seconds since a job ended. */
  SINCE_END("time since an end", HistoryScale.AGE),
  /** Seconds since another job was submitted. */
  SINCE_SUBMISSION("time since a submission", HistoryScale.AGE);

  private final String label;
  private final HistoryScale scale;

  HistoryStatistic(String label, HistoryScale scale) {
    this.label = label;
    this.scale = scale;
  }

  /** What it is the logarithm of. */
  HistoryScale scale() {
    return scale;
  }

  /** Whether a feature is this of some group. */
  boolean isNamed(String feature) {
    return feature.startsWith(label + " (");
  }

  /** Name of the feature. */
  public String featureName(Grouping grouping) {
    return "%s (%s)".formatted(label, grouping.label());
  }
}
