package org.limpid.data.io;

import org.limpid.data.Trace;

/**
 * How evenly jobs come. Hours are counted from the first submission; the last one may not be whole.
 *
 * @param jobsPerHour mean over the hours
 * @param mostPerHour jobs of the busiest hour
 * @param dispersion variance of the jobs per hour (of the population) relative to their mean: 1 if
 *     jobs came independently of each other and of the time, more if they come in bursts
 * @param sameSecondShare share of the jobs that are submitted in the second of the job before, 0..1
 */
public record Arrivals(
    double jobsPerHour, long mostPerHour, double dispersion, double sameSecondShare) {
  private static final long SECONDS_PER_HOUR = 3600;

  /** The arrivals of a trace of at least one job. */
  static Arrivals of(Trace trace) {
    long first = trace.submitSeconds(0);
    long hours = 1 + (trace.submitSeconds(trace.size() - 1) - first) / SECONDS_PER_HOUR;
    double mean = (double) trace.size() / hours;
    long most = 0;
    long same = 0;
    double squares = 0;
    for (int row = 0; row < trace.size(); ) {
      long end =
          first + ((trace.submitSeconds(row) - first) / SECONDS_PER_HOUR + 1) * SECONDS_PER_HOUR;
      long count = 0;
      for (; row < trace.size() && trace.submitSeconds(row) < end; row++) {
        count++;
        same += row > 0 && trace.submitSeconds(row) == trace.submitSeconds(row - 1) ? 1 : 0;
      }
      most = Math.max(most, count);
      squares += (double) count * count;
    }
    double variance = squares / hours - mean * mean;
    return new Arrivals(mean, most, variance / mean, (double) same / trace.size());
  }
}
