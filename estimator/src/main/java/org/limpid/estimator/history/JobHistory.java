package org.limpid.estimator.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.limpid.data.Trace;
import org.limpid.interpret.model.RowOrder;

/**
 * What is known about similar jobs while a trace unfolds. It is told of submissions, starts and
 * ends in the order of time and gives the features of a job from what it was told: it reads a job's
 * duration only when the job has ended, so no feature can see the future.
 *
 * <p>The <em>recent duration</em> of a group G that refines W, with l = ln(1 + seconds):
 *
 * <pre>
 * e(G) = (e(W) + sum over ended jobs, newest first, of 0.5^i l_i) / (1 + sum of 0.5^i)
 * r(G) = (0.7 e(G) + sum over the 4 jobs submitted last, newest first, of 0.6^k x_k)
 *        / (0.7 + sum of 0.6^k)
 * </pre>
 *
 * where e(nothing) stands for {@link #UNKNOWN_SECONDS}, and x_k is l for a job that has ended, else
 * the larger of e(G) and ln(1 + seconds since its start) + 0.5: a job that still runs lasts at
 * least as long as it has.
 *
 * <p>An event costs O(1) per grouping, so do the features of a job; neither allocates. Not safe for
 * several threads.
 */
public final class JobHistory implements JobListener {
  /** The duration of jobs before any has ended, seconds: a typical duration of a GPU job. */
  public static final double UNKNOWN_SECONDS = 600;

  /** Weight of a job in the recent duration, relative to the job submitted after it. */
  private static final double SUBMITTED_FADING = 0.6;

  /** Weight of the jobs that have ended in the recent duration; the newest submission has 1. */
  private static final double ENDED_WEIGHT = 0.7;

  /** Logarithm of the factor that a running job is expected to last beyond its present age. */
  private static final double STILL_TO_RUN = 0.5;

  private static final int SUBMITTED_COUNTED = 4;
  private static final double SECONDS_PER_HOUR = 3_600;
  private static final long NOT_STARTED = Long.MIN_VALUE;
  private static final int STATISTICS = HistoryStatistic.values().length;

  /** ln(1 + seconds) of all jobs that have ended, {@code NaN} for others. */
  private final double[] endedLogarithms;

  /** Name of the feature that is how many jobs the user submitted in the last hour. */
  public static final String SUBMISSIONS_IN_AN_HOUR = "submissions in an hour (user)";

  /** Names of the features that count what a user submitted. */
  static final List<String> SUBMISSIONS =
      List.of(SUBMISSIONS_IN_AN_HOUR, "submissions in 10 minutes (user)");

  private final Trace trace;
  private final long[] startSeconds;
  private final long[] submitSeconds;
  private final Grouping[] groupings;
  private final GroupHistory[] groups;
  private final int[] wider;
  private final double[] fadingMeans;
  private final SubmissionRate lastHour;
  private final SubmissionRate lastTenMinutes;

  /**
   * A history in which nothing has happened.
   *
   * @param trace the jobs; durations are read when they end
   * @param wanted groupings to give features of; the wider ones they need are kept as well
   */
  public JobHistory(Trace trace, List<Grouping> wanted) {
    this.trace = trace;
    groupings = withWider(wanted);
    groups = groups(trace, groupings);
    wider = Arrays.stream(groupings).mapToInt(this::positionOfWider).toArray();
    fadingMeans = new double[groupings.length];
    endedLogarithms = new double[trace.size()];
    Arrays.fill(endedLogarithms, Double.NaN);
    startSeconds = new long[trace.size()];
    Arrays.fill(startSeconds, NOT_STARTED);
    submitSeconds = new long[trace.size()];
    lastHour = new SubmissionRate(SECONDS_PER_HOUR, trace.userNames().size());
    lastTenMinutes = new SubmissionRate(SECONDS_PER_HOUR / 6, trace.userNames().size());
  }

  private static Grouping[] withWider(List<Grouping> wanted) {
    List<Grouping> all = new ArrayList<>(List.of(Grouping.ALL));
    for (Grouping grouping : wanted) {
      for (Grouping next = grouping; next != null; next = next.wider().orElse(null)) {
        all.add(next);
      }
    }
    return all.stream().distinct().sorted().toArray(Grouping[]::new);
  }

  private int positionOfWider(Grouping grouping) {
    return grouping.wider().map(w -> Arrays.asList(groupings).indexOf(w)).orElse(-1);
  }

  private static GroupHistory[] groups(Trace trace, Grouping[] groupings) {
    int[] order = submissionOrder(trace);
    Map<GroupAttribute, int[]> codes = new EnumMap<>(GroupAttribute.class);
    return Arrays.stream(groupings)
        .map(grouping -> groups(trace, order, grouping, codes))
        .toArray(GroupHistory[]::new);
  }

  private static GroupHistory groups(
      Trace trace, int[] order, Grouping grouping, Map<GroupAttribute, int[]> codes) {
    int[] group = new int[trace.size()];
    int count = 1;
    for (GroupAttribute attribute : grouping.attributes()) {
      int[] values = codes.computeIfAbsent(attribute, a -> a.codes(trace, order));
      DenseNumbers numbers = new DenseNumbers();
      for (int row : order) {
        boolean missing = group[row] < 0 || values[row] == GroupAttribute.MISSING;
        group[row] = missing ? -1 : numbers.of(group[row], values[row]);
      }
      count = numbers.size();
    }
    return new GroupHistory(group, count);
  }

  /** Rows of a trace by submission; ties in the order of the rows. */
  public static int[] submissionOrder(Trace trace) {
    return RowOrder.sorted(
        IntStream.range(0, trace.size()), Comparator.comparingLong(trace::submitSeconds));
  }

  /**
   * Names of the features, in their order: for every grouping but {@link Grouping#ALL} those of
   * {@link HistoryStatistic}, then the submissions of the user in the last hour and ten minutes
   * (log10(1 + fading count)).
   */
  public List<String> featureNames() {
    return featureNames(Arrays.asList(groupings));
  }

  /** The same for a history that keeps these groupings, in their order. */
  public static List<String> featureNames(List<Grouping> groupings) {
    List<String> names = new ArrayList<>();
    for (Grouping grouping : groupings) {
      if (grouping != Grouping.ALL) {
        for (HistoryStatistic statistic : HistoryStatistic.values()) {
          names.add(statistic.featureName(grouping));
        }
      }
    }
    names.addAll(SUBMISSIONS);
    return names;
  }

  @Override
  public void submitted(int row, long now) {
    submitSeconds[row] = now;
    for (GroupHistory group : groups) {
      group.submitted(row);
    }
    lastHour.submitted(trace.userIndex(row), now);
    lastTenMinutes.submitted(trace.userIndex(row), now);
  }

  @Override
  public void started(int row, long now) {
    if (startSeconds[row] == NOT_STARTED) {
      startSeconds[row] = now;
    }
  }

  @Override
  public void ended(int row, long now) {
    double seconds = trace.durationSeconds(row);
    double logarithm = StrictMath.log1p(seconds);
    endedLogarithms[row] = logarithm;
    for (GroupHistory group : groups) {
      group.ended(row, now, seconds, logarithm);
    }
  }

  /** Whether the end of a job was noted. */
  public boolean hasEnded(int row) {
    return !Double.isNaN(endedLogarithms[row]);
  }

  /**
   * The features of a job from what is known now. The job may have been submitted or not; what was
   * noted of itself is left aside but for the counts of submissions.
   *
   * @param features receives a value per name of {@link #featureNames()}
   * @param offset position of the first one
   */
  public void features(int row, long now, double[] features, int offset) {
    updateFadingMeans(row);
    for (int g = 1; g < groups.length; g++) {
      statistics(g, row, now, features, offset + (g - 1) * STATISTICS);
    }
    int user = trace.userIndex(row);
    int last = offset + (groups.length - 1) * STATISTICS;
    features[last] = decimal(lastHour.count(user, now));
    features[last + 1] = decimal(lastTenMinutes.count(user, now));
  }

  /** The recent duration of the jobs of a grouping, seconds. */
  public double recentSeconds(Grouping grouping, int row, long now) {
    int position = Arrays.binarySearch(groupings, grouping);
    if (position < 0) {
      throw new IllegalArgumentException("the history does not keep " + grouping);
    }
    updateFadingMeans(row);
    return StrictMath.expm1(recent(position, row, now));
  }

  private void updateFadingMeans(int row) {
    for (int g = 0; g < groups.length; g++) {
      double mean = g == 0 ? StrictMath.log1p(UNKNOWN_SECONDS) : fadingMeans[wider[g]];
      int group = groups[g].group(row);
      fadingMeans[g] = group < 0 ? mean : groups[g].fadingMean(group, mean);
    }
  }

  private void statistics(int g, int row, long now, double[] features, int offset) {
    GroupHistory history = groups[g];
    int group = history.group(row);
    Arrays.fill(features, offset, offset + STATISTICS, Double.NaN);
    features[offset + HistoryStatistic.RECENT.ordinal()] =
        decimal(StrictMath.expm1(recent(g, row, now)));
    if (group < 0) {
      return;
    }
    features[offset + HistoryStatistic.COUNT.ordinal()] = decimal(history.endedCount(group));
    if (history.endedCount(group) > 0) {
      features[offset + HistoryStatistic.LAST.ordinal()] = decimal(history.last(group));
      features[offset + HistoryStatistic.MEDIAN.ordinal()] = decimal(history.median(group));
      features[offset + HistoryStatistic.MEAN.ordinal()] = decimal(history.mean(group));
      features[offset + HistoryStatistic.SINCE_END.ordinal()] =
          decimal(now - history.lastEnd(group));
    }
    int previous = history.submittedBefore(group, 0);
    int other = previous == row ? history.submittedBefore(group, 1) : previous;
    if (other >= 0) {
      features[offset + HistoryStatistic.SINCE_SUBMISSION.ordinal()] =
          decimal(Math.max(0, now - submitSeconds[other]));
    }
  }

  /** r(G) of the class comment, for the group of a job. */
  private double recent(int g, int row, long now) {
    int group = groups[g].group(row);
    double sum = ENDED_WEIGHT * fadingMeans[g];
    double weights = ENDED_WEIGHT;
    double weight = 1;
    int counted = 0;
    for (int back = 0; group >= 0 && counted < SUBMITTED_COUNTED; back++) {
      int other = groups[g].submittedBefore(group, back);
      if (other < 0) {
        break;
      }
      if (other != row) {
        sum += weight * knownLogarithm(other, now, fadingMeans[g]);
        weights += weight;
        weight *= SUBMITTED_FADING;
        counted++;
      }
    }
    return sum / weights;
  }

  private double knownLogarithm(int row, long now, double expected) {
    if (hasEnded(row)) {
      return endedLogarithms[row];
    }
    return startSeconds[row] == NOT_STARTED
        ? expected
        : Math.max(expected, StrictMath.log1p(now - startSeconds[row]) + STILL_TO_RUN);
  }

  private static double decimal(double value) {
    return StrictMath.log10(1 + value);
  }

  /**
   * How many jobs each user submitted lately: counts that fade with time, n(t) = sum over
   * submissions s of e^(-(t - s) / period). Not safe for several threads.
   */
  private static final class SubmissionRate {
    private final double periodSeconds;
    private final double[] count;
    private final long[] time;

    SubmissionRate(double periodSeconds, int userCount) {
      this.periodSeconds = periodSeconds;
      count = new double[userCount];
      time = new long[userCount];
    }

    void submitted(int user, long now) {
      count[user] = count(user, now) + 1;
      time[user] = now;
    }

    /** The fading count of a user. */
    double count(int user, long now) {
      return count[user] == 0
          ? 0
          : count[user] * StrictMath.exp((time[user] - now) / periodSeconds);
    }
  }
}
