package org.limpid.estimator.history;

import java.util.Arrays;
import org.limpid.data.Quantile;

/**
 * What is known about every group of one grouping: flat arrays, a fixed number of cells per group.
 * Not safe for several threads.
 */
final class GroupHistory {
  /** How many jobs that ended last are remembered. */
  static final int ENDED = 10;

  /** How many jobs that ended last the median is taken of. */
  private static final int MEDIAN_OF = 5;

  /**
   * How many jobs that were submitted last are remembered: four beside the one that is asked for.
   */
  static final int SUBMITTED = 5;

  /** Weight of a job that ended, relative to the job that ended after it. */
  private static final double FADING = 0.5;

  private static final int NOTHING = -1;

  private final int[] groupOfRow;
  private final int[] endedCount;
  private final double[] endedSeconds;
  private final double[] fadingSum;
  private final double[] fadingWeight;
  private final long[] lastEnd;
  private final int[] submittedCount;
  private final int[] submittedRows;
  private final double[] lately = new double[MEDIAN_OF];

  /**
   * A history in which nothing has happened.
   *
   * @param groupOfRow the group of each job, or -1 when it belongs to none
   * @param groupCount number of groups
   */
  GroupHistory(int[] groupOfRow, int groupCount) {
    this.groupOfRow = groupOfRow;
    endedCount = new int[groupCount];
    endedSeconds = new double[groupCount * ENDED];
    fadingSum = new double[groupCount];
    fadingWeight = new double[groupCount];
    lastEnd = new long[groupCount];
    submittedCount = new int[groupCount];
    submittedRows = new int[groupCount * SUBMITTED];
    Arrays.fill(submittedRows, NOTHING);
  }

  /** The group of a job, or -1. */
  int group(int row) {
    return groupOfRow[row];
  }

  void submitted(int row) {
    int group = groupOfRow[row];
    if (group >= 0) {
      submittedRows[group * SUBMITTED + submittedCount[group]++ % SUBMITTED] = row;
    }
  }

  void ended(int row, long now, double seconds, double logarithm) {
    int group = groupOfRow[row];
    if (group >= 0) {
      endedSeconds[group * ENDED + endedCount[group]++ % ENDED] = seconds;
      fadingSum[group] = FADING * fadingSum[group] + logarithm;
      fadingWeight[group] = FADING * fadingWeight[group] + 1;
      lastEnd[group] = now;
    }
  }

  int endedCount(int group) {
    return endedCount[group];
  }

  /** When a job of a group ended last; meaningless before the first end. */
  long lastEnd(int group) {
    return lastEnd[group];
  }

  /**
   * The job of a group that was submitted last but for some.
   *
   * @param back how many jobs to go back; 0 is the one submitted last
   * @return its row, or -1 when there is none or it is forgotten
   */
  int submittedBefore(int group, int back) {
    int position = submittedCount[group] - 1 - back;
    return position < 0 || back >= SUBMITTED
        ? NOTHING
        : submittedRows[group * SUBMITTED + position % SUBMITTED];
  }

  /** Seconds of the job that ended last but for some; at most {@link #ENDED} are remembered. */
  private double endedBefore(int group, int back) {
    return endedSeconds[group * ENDED + (endedCount[group] - 1 - back) % ENDED];
  }

  /** Duration of the job that ended last, seconds; one must have ended. */
  double last(int group) {
    return endedBefore(group, 0);
  }

  /** Median duration of those that ended last, at most five, seconds; one must have ended. */
  double median(int group) {
    int count = Math.min(MEDIAN_OF, endedCount[group]);
    for (int back = 0; back < count; back++) {
      lately[back] = endedBefore(group, back);
    }
    return Quantile.median(lately, count);
  }

  /** Mean duration of those that ended last, at most ten, seconds; one must have ended. */
  double mean(int group) {
    int count = Math.min(ENDED, endedCount[group]);
    double sum = 0;
    for (int back = 0; back < count; back++) {
      sum += endedBefore(group, back);
    }
    return sum / count;
  }

  /**
   * Fading mean of logarithms, in which {@code wider} counts as one job.
   *
   * @param wider the same of the wider group
   */
  double fadingMean(int group, double wider) {
    return (wider + fadingSum[group]) / (1 + fadingWeight[group]);
  }
}
