package org.limpid.data;

import java.util.Arrays;

/**
 * A forecast of the load: per row a time and what is expected to be submitted in the slot that
 * starts then. Rows ascend in time.
 *
 * <p>Immutable and safe to share between threads.
 */
public final class Forecast {
  /** A forecast without rows: nothing is known about the future. */
  public static final Forecast EMPTY = new Forecast(new long[0], new double[0], new double[0]);

  private final long[] seconds;
  private final double[] jobs;
  private final double[] gpus;

  /**
   * @param seconds start of each slot, seconds since the origin of the data set, ascending
   * @param jobs GPU jobs expected in each slot
   * @param gpus GPUs that those jobs are expected to ask for, in sum
   */
  public Forecast(long[] seconds, double[] jobs, double[] gpus) {
    if (seconds.length != jobs.length || seconds.length != gpus.length) {
      throw new IllegalArgumentException(
          "columns differ in length: %d, %d, %d"
              .formatted(seconds.length, jobs.length, gpus.length));
    }
    for (int i = 1; i < seconds.length; i++) {
      if (seconds[i] <= seconds[i - 1]) {
        throw new IllegalArgumentException(
            "rows must ascend in time, but %d s follows %d s"
                .formatted(seconds[i], seconds[i - 1]));
      }
    }
    this.seconds = seconds.clone();
    this.jobs = jobs.clone();
    this.gpus = gpus.clone();
  }

  /** Number of rows. */
  public int size() {
    return seconds.length;
  }

  /** Start of slot {@code row}, seconds since the origin. */
  public long seconds(int row) {
    return seconds[row];
  }

  /** GPU jobs expected in slot {@code row}. */
  public double jobs(int row) {
    return jobs[row];
  }

  /** GPUs asked for by the jobs expected in slot {@code row}. */
  public double gpus(int row) {
    return gpus[row];
  }

  /** The forecast of so many times the jobs and GPUs. */
  public Forecast times(double factor) {
    return new Forecast(
        seconds,
        Arrays.stream(jobs).map(number -> number * factor).toArray(),
        Arrays.stream(gpus).map(number -> number * factor).toArray());
  }

  /** Index of the first row whose time is strictly after {@code now}; {@link #size()} if none. */
  public int firstRowAfter(long now) {
    int found = Arrays.binarySearch(seconds, now);
    return found >= 0 ? found + 1 : -found - 1;
  }
}
