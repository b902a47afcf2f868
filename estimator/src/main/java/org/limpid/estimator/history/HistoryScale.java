package org.limpid.estimator.history;

import java.util.Arrays;
import java.util.Optional;
import org.limpid.files.Words;

/** What a feature of the history is the logarithm of: it is log10(1 + x). */
public enum HistoryScale {
  /** How long former jobs took, x in seconds. */
  DURATION,
  /** A time since something, x in seconds. */
  AGE,
  /** A number of jobs; one that fades with time need not be whole. */
  COUNT;

  /** The scale of a feature of a {@link JobHistory}; empty if it is none. */
  public static Optional<HistoryScale> of(String feature) {
    if (JobHistory.SUBMISSIONS.contains(feature)) {
      return Optional.of(COUNT);
    }
    return Arrays.stream(HistoryStatistic.values())
        .filter(statistic -> statistic.isNamed(feature))
        .findFirst()
        .map(HistoryStatistic::scale);
  }

  /** Whether x is in seconds. */
  public boolean isTime() {
    return this != COUNT;
  }

  /** The x of a value of the feature. */
  public static double plain(double value) {
    return Math.pow(10, value) - 1;
  }

  /** A value of the feature for people: {@code 4 h 50 min}, or {@code 12}. */
  public String text(double value) {
    double x = plain(value);
    return switch (this) {
      case DURATION, AGE -> Words.roughly(x);
      case COUNT -> count(x);
    };
  }

  /** Whole within what a logarithm keeps, or with a decimal. */
  private static String count(double jobs) {
    double whole = Math.rint(jobs);
    return Math.abs(jobs - whole) < 1e-6 * Math.max(1, whole)
        ? Words.number((long) whole)
        : Words.number(jobs, 1);
  }
}
