package org.limpid.data;

import java.util.Arrays;

/**
 * Estimated durations of the jobs of one trace, aligned with its rows.
 *
 * <p>Immutable and safe to share between threads.
 */
public final class Estimates {
  private final String source;
  private final double[] seconds;

  /**
   * @param source where they come from, for messages and provenance
   * @param seconds one value per row of the trace, seconds; NaN where there is none
   */
  public Estimates(String source, double[] seconds) {
    this.source = source;
    this.seconds = seconds.clone();
  }

  /** Where the estimates come from. */
  public String source() {
    return source;
  }

  /** Number of jobs of the trace. */
  public int size() {
    return seconds.length;
  }

  /** Whether job {@code row} has an estimate. */
  public boolean has(int row) {
    return !Double.isNaN(seconds[row]);
  }

  /** Estimated duration of job {@code row} in seconds; NaN when it has none. */
  public double seconds(int row) {
    return seconds[row];
  }

  /** The same with {@code replacement} seconds for every negative estimate. */
  public Estimates withNegativesAs(double replacement) {
    if (Arrays.stream(seconds).noneMatch(estimate -> estimate < 0)) {
      return this;
    }
    double[] clipped = seconds.clone();
    for (int i = 0; i < clipped.length; i++) {
      if (clipped[i] < 0) {
        clipped[i] = replacement;
      }
    }
    return new Estimates(source, clipped);
  }
}
