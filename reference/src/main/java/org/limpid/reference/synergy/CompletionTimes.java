package org.limpid.reference.synergy;

import java.util.List;
import org.limpid.data.Quantile;

/**
 * Times from arrival to end, hours.
 *
 * @param mean of all
 * @param p99 quantile .99, linear between two jobs as pandas has it
 * @param p999 quantile .999
 */
public record CompletionTimes(double mean, double p99, double p999) {
  /**
   * Of jobs.
   *
   * @param jobs at least one
   */
  public static CompletionTimes of(List<FinishedJob> jobs) {
    double[] hours = jobs.stream().mapToDouble(FinishedJob::completionHours).sorted().toArray();
    double sum = 0;
    for (double each : hours) {
      sum += each;
    }
    return new CompletionTimes(
        sum / hours.length, Quantile.ofSorted(hours, .99), Quantile.ofSorted(hours, .999));
  }
}
