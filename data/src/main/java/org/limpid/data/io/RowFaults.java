package org.limpid.data.io;

import java.util.Locale;
import java.util.Set;

/**
 * Why a row of a log is no job that can be replayed: logs have rows of jobs that never started, had
 * not ended yet, or whose clocks differ. Such rows are left out and counted.
 */
public final class RowFaults {
  /** A job without GPUs: no fault, but of no interest. */
  public static final String CPU_JOB = "CPU job";

  /** Cancelled before it started, so that it never held a GPU. */
  public static final String NEVER_RAN = "ran for 0 s";

  /** A field that is needed says nothing. */
  public static final String NO_GPUS = "without a number of GPUs";

  /** A field that is needed says nothing. */
  public static final String NO_DURATION = "without a duration";

  /** A field that is needed says nothing. */
  public static final String NO_SUBMISSION = "without a time of submission";

  /** The clocks of submission, start and end differed. */
  public static final String NEGATIVE_DURATION = "with a negative duration";

  /** The clocks of submission and start differed. */
  public static final String STARTED_EARLY = "that started before they were submitted";

  /** Some logs write -1 where they know nothing. */
  public static final String NEGATIVE_GPUS = "with a negative number of GPUs";

  private static final String NEGATIVE_SUBMISSION = "with a negative time of submission";

  /** The log was written while it waited or ran. */
  public static final String UNFINISHED = "of jobs that had not ended";

  /** Cancelled or rejected while it waited. */
  public static final String NEVER_STARTED = "of jobs that never started";

  /** A text holds the sign between fields, or the line is cut short. */
  public static final String OTHER_FIELDS = "with more or fewer fields than the header";

  private static final Set<String> ALL =
      Set.of(
          NO_GPUS,
          NO_DURATION,
          NO_SUBMISSION,
          NEGATIVE_DURATION,
          STARTED_EARLY,
          NEGATIVE_GPUS,
          NEGATIVE_SUBMISSION,
          UNFINISHED,
          NEVER_STARTED,
          OTHER_FIELDS);
  private static final Set<String> NOT_ENDED = Set.of("running", "pending", "waiting", "queued");

  private RowFaults() {}

  /** Whether a reason is that a row is faulty, and not that it is of no interest. */
  static boolean isFault(String reason) {
    return ALL.contains(reason);
  }

  /** The first field that is needed and says nothing; null if there is none. */
  static String missing(CsvRow row) {
    if (row.isMissing(TraceColumn.GPU_NUM)) {
      return NO_GPUS;
    }
    if (row.isMissing(TraceColumn.DURATION)) {
      return NO_DURATION;
    }
    return row.isMissing(TraceColumn.SUBMIT_TIME) ? NO_SUBMISSION : null;
  }

  /** What is wrong with the row of a log, as a reason to leave it out; null if nothing is. */
  public static String of(CsvRow row) {
    String missing = missing(row);
    if (missing != null) {
      return missing;
    }
    if (row.isNegative(TraceColumn.GPU_NUM)) {
      return NEGATIVE_GPUS;
    }
    if (row.isNegative(TraceColumn.DURATION)) {
      return NEGATIVE_DURATION;
    }
    if (row.isNegative(TraceColumn.SUBMIT_TIME)) {
      return NEGATIVE_SUBMISSION;
    }
    return isUnfinished(row) ? UNFINISHED : null;
  }

  /** What is wrong with the times of a job in seconds, as a reason; null if nothing is. */
  public static String ofTimes(long submit, long start, long end) {
    if (start < submit) {
      return STARTED_EARLY;
    }
    if (end < start) {
      return NEGATIVE_DURATION;
    }
    return end == start ? NEVER_RAN : null;
  }

  private static boolean isUnfinished(CsvRow row) {
    return isUnfinished(row.text(TraceColumn.STATE)) || row.isMissing(TraceColumn.END_TIME);
  }

  /** Whether a job in such a state had not ended when the log was written. */
  public static boolean isUnfinished(String state) {
    return NOT_ENDED.contains(state.toLowerCase(Locale.ROOT));
  }
}
