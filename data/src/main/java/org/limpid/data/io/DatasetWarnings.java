package org.limpid.data.io;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.limpid.data.Trace;
import org.limpid.files.Problem;

/**
 * What is possible in a data set but hardly meant: a job that lasts a thousand times the next
 * longest, years without a submission. Commands run on such data, and say so.
 */
public final class DatasetWarnings {
  /** Durations a factor apart that no trace has between its longest jobs. */
  private static final long FACTOR = 1000;

  /** So many jobs may stand apart; more of them are no mistakes of single rows. */
  private static final int MOST_APART = 10;

  /** Shorter jobs are not worth a warning. */
  private static final long LONG_SECONDS = Duration.ofDays(30).toSeconds();

  private static final long VERY_LONG_SECONDS = Duration.ofDays(3 * 365).toSeconds();
  private static final long QUIET_SECONDS = Duration.ofDays(365).toSeconds();

  private DatasetWarnings() {}

  /**
   * Looks at the jobs of a data set.
   *
   * @throws org.limpid.files.DataException if they cannot be read
   */
  public static List<Problem> of(DatasetReader reader) {
    Path file = reader.folder().resolve(reader.description().jobs().file());
    List<Problem> warnings = new ArrayList<>();
    duration(reader.trace(), file).ifPresent(warnings::add);
    quiet(reader, file).ifPresent(warnings::add);
    return warnings;
  }

  /** The longest duration that is no reason for a warning when all longer ones are left out. */
  public static long longestLikelySeconds(Trace trace) {
    long[] sorted = longestFirst(trace);
    int leftOut = 0;
    int unlikely = unlikely(sorted, leftOut);
    while (unlikely > 0) {
      leftOut += unlikely;
      unlikely = unlikely(sorted, leftOut);
    }
    return leftOut == sorted.length ? 0 : sorted[leftOut];
  }

  /** Whether so long without a submission is a reason for a warning. */
  public static boolean isUnlikelyPause(long seconds) {
    return seconds > QUIET_SECONDS;
  }

  private static Optional<Problem> duration(Trace trace, Path file) {
    long[] sorted = longestFirst(trace);
    int unlikely = unlikely(sorted, 0);
    if (unlikely == 0) {
      return Optional.empty();
    }
    return Optional.of(
        standApart(sorted, 0, unlikely)
            ? apart(file, unlikely, sorted[unlikely - 1], sorted[unlikely])
            : warning(
                file,
                "duration",
                sorted[0],
                "the longest job lasts %,.1f years".formatted(sorted[0] / (365 * 86_400.0)),
                "Maybe durations are not in seconds."));
  }

  private static long[] longestFirst(Trace trace) {
    return LongStream.range(0, trace.size())
        .map(row -> -trace.durationSeconds((int) row))
        .sorted()
        .map(negative -> -negative)
        .toArray();
  }

  /** How many durations are too long when the first ones are left out. */
  private static int unlikely(long[] sorted, int leftOut) {
    for (int apart = 1; apart <= MOST_APART; apart++) {
      if (standApart(sorted, leftOut, apart)) {
        return apart;
      }
    }
    return leftOut < sorted.length && sorted[leftOut] >= VERY_LONG_SECONDS ? 1 : 0;
  }

  /** Whether the next so many durations are far longer than those after them. */
  private static boolean standApart(long[] sorted, int leftOut, int apart) {
    int next = leftOut + apart;
    return next < sorted.length
        && sorted[next - 1] > LONG_SECONDS
        && sorted[next - 1] >= FACTOR * sorted[next];
  }

  private static Problem apart(Path file, int jobs, long shortest, long next) {
    return warning(
        file,
        "duration",
        shortest,
        (jobs == 1 ? "one duration is" : "%d durations are".formatted(jobs))
            + " a thousand times the next longest, %,d s, or more".formatted(next),
        "Maybe it is not in seconds, or a mark for jobs whose end is not known.");
  }

  private static Optional<Problem> quiet(DatasetReader reader, Path file) {
    Trace trace = reader.trace();
    long before = reader.startSeconds();
    for (int row = 0; row < trace.size(); row++) {
      long submit = trace.submitSeconds(row);
      if (isUnlikelyPause(submit - before)) {
        String since = row == 0 ? "startSeconds" : "the submission before";
        return Optional.of(
            warning(
                file,
                "submit_time",
                submit,
                "%,.1f years lie between a job and %s"
                    .formatted((submit - before) / (365 * 86_400.0), since),
                "Maybe a year is misspelt, or startSeconds in dataset.json is too early."));
      }
      before = submit;
    }
    return Optional.empty();
  }

  private static Problem warning(
      Path file, String column, long value, String message, String hint) {
    return new Problem(file.toString(), 0, column, Long.toString(value), message, hint);
  }
}
