package org.limpid.reference.mirage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.limpid.data.Quantile;

/**
 * Jobs that wait or that run, as numbers: how many there are, their nodes in sum, and quantiles (0,
 * 25, 50, 75 and 100 %) of their limits, of how long they waited, and of how long they have run. Of
 * no jobs all are 0. Not safe for several threads.
 */
final class SeenJobs {
  private static final double[] QUANTILES = {0, 0.25, 0.5, 0.75, 1};

  /** Limits are in minutes, times in seconds. */
  private static final List<String> MEASURES = List.of("limit_min", "wait_s", "elapsed_s");

  /** Numbers that jobs become. */
  static final int NUMBERS = 2 + MEASURES.size() * QUANTILES.length;

  private final double[] limits;
  private final double[] waits;
  private final double[] elapsed;
  private int added;
  private long nodes;

  /** Exactly so many, which are to be added. */
  SeenJobs(int count) {
    limits = new double[count];
    waits = new double[count];
    elapsed = new double[count];
  }

  /** What the numbers are. */
  static List<String> names() {
    List<String> names = new ArrayList<>(List.of("jobs", "nodes"));
    for (String measure : MEASURES) {
      for (double quantile : QUANTILES) {
        names.add("%s_p%d".formatted(measure, Math.round(100 * quantile)));
      }
    }
    return names;
  }

  void add(BatchJob job, long waitSeconds, long elapsedSeconds) {
    limits[added] = (double) job.limitSeconds() / BatchSettings.MINUTE;
    waits[added] = waitSeconds;
    elapsed[added] = elapsedSeconds;
    nodes += job.nodes();
    added++;
  }

  /** Writes the numbers into an array, from a place on. */
  void write(double[] target, int from) {
    target[from] = limits.length;
    target[from + 1] = nodes;
    int place = from + 2;
    for (double[] measure : List.of(limits, waits, elapsed)) {
      Arrays.sort(measure);
      for (double quantile : QUANTILES) {
        target[place++] = measure.length == 0 ? 0 : Quantile.ofSorted(measure, quantile);
      }
    }
  }
}
