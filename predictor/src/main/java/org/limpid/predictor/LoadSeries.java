package org.limpid.predictor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.limpid.data.ThroughputSeries;
import org.limpid.data.Trace;
import org.limpid.data.io.DatasetReader;
import org.limpid.files.DataException;
import org.limpid.files.Problem;

/**
 * The series that models of the load learn from, and what a user has to know about it.
 *
 * @param series the series
 * @param notices sentences to show, for example that there was no series and it was counted
 */
public record LoadSeries(ThroughputSeries series, List<String> notices) {
  /** More than ten years; the longest traces have one. */
  private static final long MOST_SECONDS = Duration.ofDays(4_000).toSeconds();

  public LoadSeries {
    Objects.requireNonNull(series, "series");
    notices = List.copyOf(notices);
  }

  /**
   * The series of a data set, or where it has none the submissions of its trace.
   *
   * @throws DataException if the files cannot be read, or the trace is too long to be counted
   */
  public static LoadSeries of(DatasetReader dataset) {
    Optional<ThroughputSeries> known = dataset.throughput();
    return known.isPresent() ? of(known.get()) : counted(dataset);
  }

  private static LoadSeries of(ThroughputSeries series) {
    List<String> notices = new ArrayList<>();
    int missing = series.gaps().stream().mapToInt(ThroughputSeries.Gap::slots).sum();
    if (missing > 0) {
      notices.add(
          "The series has no row for %d of %d slots, the first at %s; they count as slots without"
                  .formatted(missing, series.size(), firstGap(series))
              + " submissions.");
    }
    return new LoadSeries(series, notices);
  }

  private static String firstGap(ThroughputSeries series) {
    return series.origin().plusSeconds(series.gaps().getFirst().startSeconds()).toString();
  }

  /** Whole slots from that of the first submission to the last submission. */
  private static LoadSeries counted(DatasetReader dataset) {
    Trace trace = dataset.trace();
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    for (int row = 0; row < trace.size(); row++) {
      first = Math.min(first, trace.submitSeconds(row));
      last = Math.max(last, trace.submitSeconds(row));
    }
    requireSpan(dataset, last - first);
    long start = first - secondOfDay(dataset, first) % ThroughputSeries.TEN_MINUTES;
    ThroughputSeries series =
        ThroughputSeries.of(trace, dataset.origin(), ThroughputSeries.TEN_MINUTES, start, last);
    return new LoadSeries(
        series,
        List.of(
            String.format(
                Locale.ROOT,
                "The data set has no throughput series; it was counted from the %,d jobs of the"
                    + " trace, %s to %s.",
                trace.size(),
                series.time(0),
                series.time(series.size()))));
  }

  /** One job of a misspelt year would make a series of nothing, and weeks of training. */
  private static void requireSpan(DatasetReader dataset, long seconds) {
    if (seconds > MOST_SECONDS) {
      throw new DataException(
          Problem.ofFile(
              dataset.folder().resolve(dataset.description().jobs().file()),
              "expected submissions within %,d days to count the load, found %,d"
                  .formatted(
                      Duration.ofSeconds(MOST_SECONDS).toDays(),
                      Duration.ofSeconds(seconds).toDays()),
              "Maybe a year is misspelt, or name a series of the load in dataset.json."));
    }
  }

  private static int secondOfDay(DatasetReader dataset, long seconds) {
    return dataset.origin().plusSeconds(seconds).toLocalTime().toSecondOfDay();
  }
}
