package org.limpid.experiment.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToLongFunction;

/**
 * Where in the range of one feature estimates are off, and what that cost.
 *
 * @param feature its name
 * @param ranges the parts of its range that jobs lie in, costliest first
 * @param bias how far off estimates are where they cost: the mean over the cost of the absolute
 *     {@link Range#logError}, at least 0
 */
public record FeatureAudit(String feature, List<Range> ranges, double bias) {
  /** With so many jobs a range counts half for what its mean says. */
  private static final double PRIOR_JOBS = 20;

  public FeatureAudit {
    ranges = List.copyOf(ranges);
  }

  /**
   * A part of the range of a feature.
   *
   * @param name as people write it
   * @param jobs jobs with an estimate in it
   * @param costSeconds waiting that their wrong estimates cost
   * @param logError mean of {@code ln(true duration / estimate)} over the jobs, drawn towards 0 as
   *     if 20 more jobs were estimated right; positive: estimates are too short
   */
  public record Range(String name, int jobs, double costSeconds, double logError) {
    /** True durations are so many times the estimates. */
    public double factor() {
      return Math.exp(logError);
    }
  }

  /**
   * Groups the jobs of a run.
   *
   * @param grouped their rows by the feature
   */
  static FeatureAudit of(
      FeatureRanges grouped, EstimateCosts costs, IntToLongFunction durationSeconds) {
    int[] groupOfRow = grouped.groupOfRow();
    List<String> names = grouped.names();
    int[] jobs = new int[names.size()];
    double[] cost = new double[names.size()];
    double[] errors = new double[names.size()];
    for (int row = 0; row < groupOfRow.length; row++) {
      double estimate = costs.estimatedSeconds(row);
      if (!Double.isNaN(estimate)) {
        int group = groupOfRow[row];
        jobs[group]++;
        cost[group] += costs.seconds(row);
        errors[group] +=
            Math.log(Math.max(1, durationSeconds.applyAsLong(row)) / Math.max(1, estimate));
      }
    }
    List<Range> ranges = new ArrayList<>();
    double total = 0;
    double weighted = 0;
    for (int group = 0; group < jobs.length; group++) {
      double logError = errors[group] / (jobs[group] + PRIOR_JOBS);
      total += cost[group];
      weighted += cost[group] * Math.abs(logError);
      if (jobs[group] > 0) {
        ranges.add(new Range(names.get(group), jobs[group], cost[group], logError));
      }
    }
    ranges.sort(Comparator.comparingDouble(Range::costSeconds).reversed());
    return new FeatureAudit(grouped.feature(), ranges, total == 0 ? 0 : weighted / total);
  }
}
