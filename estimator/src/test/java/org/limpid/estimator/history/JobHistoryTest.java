package org.limpid.estimator.history;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.limpid.data.Trace;

final class JobHistoryTest {
  private static final List<Grouping> ALL = List.of(Grouping.values());

  private static Trace.Job job(int id, String user, long submitted, long duration) {
    return new Trace.Job(id, user, "vc", "", 1, 1, "COMPLETED", submitted, duration, null);
  }

  private static double feature(JobHistory history, HistoryStatistic statistic, int row, long now) {
    double[] features = new double[history.featureNames().size()];
    history.features(row, now, features, 0);
    int position = history.featureNames().indexOf(statistic.featureName(Grouping.USER));
    return features[position];
  }

  /** Three jobs of a user end after 9, 99 and 999 s; a fourth is asked for at second 5,000. */
  @Test
  void featuresOfThreeEndedJobsByHand() {
    Trace trace =
        new Trace.Builder()
            .add(job(1, "a", 0, 9))
            .add(job(2, "a", 0, 99))
            .add(job(3, "a", 1000, 999))
            .add(job(4, "a", 5000, 7))
            .build();
    JobHistory history = new JobHistory(trace, List.of(Grouping.USER));
    history.submitted(0, 0);
    history.submitted(1, 0);
    history.ended(0, 9);
    history.ended(1, 99);
    history.submitted(2, 1000);
    history.ended(2, 1999);
    assertEquals(3, feature(history, HistoryStatistic.LAST, 3, 5000), 1e-12);
    assertEquals(2, feature(history, HistoryStatistic.MEDIAN, 3, 5000), 1e-12);
    // (9 + 99 + 999) / 3 = 369
    assertEquals(Math.log10(370), feature(history, HistoryStatistic.MEAN, 3, 5000), 1e-12);
    assertEquals(Math.log10(4), feature(history, HistoryStatistic.COUNT, 3, 5000), 1e-12);
    assertEquals(Math.log10(3002), feature(history, HistoryStatistic.SINCE_END, 3, 5000), 1e-12);
    assertEquals(
        Math.log10(4001), feature(history, HistoryStatistic.SINCE_SUBMISSION, 3, 5000), 1e-12);
  }

  /**
   * One job has ended after 99 s, one runs since 500 s. With a = ln 601, b = ln 100, over all jobs
   * e = (a + b) / 2, over the user's e' = (e + b) / 2, and the running one counts as c = max(e', ln
   * 501 + 0.5) = ln 501 + 0.5. So r = (0.7 e' + c + 0.6 b) / (0.7 + 1 + 0.6).
   */
  @Test
  void recentDurationByHand() {
    Trace trace =
        new Trace.Builder()
            .add(job(1, "a", 0, 99))
            .add(job(2, "a", 200, 10_000))
            .add(job(3, "a", 700, 5))
            .build();
    JobHistory history = new JobHistory(trace, List.of(Grouping.USER));
    history.submitted(0, 0);
    history.started(0, 0);
    history.ended(0, 99);
    history.submitted(1, 200);
    history.started(1, 200);
    double a = Math.log(601);
    double b = Math.log(100);
    double mean = ((a + b) / 2 + b) / 2;
    double running = Math.log(501) + 0.5;
    double expected = (0.7 * mean + running + 0.6 * b) / 2.3;
    assertEquals(Math.expm1(expected), history.recentSeconds(Grouping.USER, 2, 700), 1e-9);
    history.submitted(2, 700);
    assertEquals(Math.expm1(expected), history.recentSeconds(Grouping.USER, 2, 700), 1e-9);
  }

  @Test
  void withoutAnyEndTheRecentDurationIsTheConstant() {
    Trace trace = RandomTraces.of(3, 1);
    JobHistory history = new JobHistory(trace, ALL);
    for (Grouping grouping : ALL) {
      assertEquals(600, history.recentSeconds(grouping, 0, 0), 1e-9, grouping.label());
    }
    history.submitted(0, 0);
    assertEquals(600, history.recentSeconds(Grouping.ALL, 1, 50), 1e-9, "queued jobs tell nothing");
  }

  @Test
  void anUnknownGroupingIsNamed() {
    JobHistory history = new JobHistory(RandomTraces.of(3, 1), List.of(Grouping.USER_GPUS));
    assertEquals(600, history.recentSeconds(Grouping.USER, 0, 0), 1e-9, "wider ones are kept");
    String message =
        assertThrows(
                IllegalArgumentException.class, () -> history.recentSeconds(Grouping.MODEL, 0, 0))
            .getMessage();
    assertTrue(message.contains("MODEL"), message);
  }

  @Test
  void everyGroupingFollowsTheOneItRefines() {
    for (Grouping grouping : ALL) {
      assertTrue(grouping.wider().stream().allMatch(w -> w.compareTo(grouping) < 0));
    }
  }

  /** Features of every job at its submission, when every job runs at once. */
  private static double[][] replay(Trace trace) {
    JobHistory history = new JobHistory(trace, ALL);
    double[][] features = new double[trace.size()][history.featureNames().size()];
    boolean[] ended = new boolean[trace.size()];
    for (int row = 0; row < trace.size(); row++) {
      long now = trace.submitSeconds(row);
      endUntil(now, row, trace, ended, history);
      history.features(row, now, features[row], 0);
      history.submitted(row, now);
      history.started(row, now);
    }
    return features;
  }

  private static void endUntil(
      long now, int submitted, Trace trace, boolean[] ended, JobHistory history) {
    IntStream.range(0, submitted)
        .filter(row -> !ended[row] && end(trace, row) <= now)
        .boxed()
        .sorted((a, b) -> Long.compare(end(trace, a), end(trace, b)))
        .forEach(row -> {
          ended[row] = true;
          history.ended(row, end(trace, row));
        });
  }

  private static long end(Trace trace, int row) {
    return trace.submitSeconds(row) + trace.durationSeconds(row);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void durationsOfJobsThatHaveNotEndedChangeNoFeature(long seed) {
    Trace trace = RandomTraces.of(300, seed);
    double[][] features = replay(trace);
    Random random = new Random(seed);
    int moment = 50 + random.nextInt(200);
    long now = trace.submitSeconds(moment);
    Trace changed =
        RandomTraces.withDurations(
            trace,
            row ->
                end(trace, row) <= now
                    ? trace.durationSeconds(row)
                    : now - Math.min(now, trace.submitSeconds(row)) + 1 + random.nextInt(99_999));
    double[][] others = replay(changed);
    for (int row = 0; row <= moment; row++) {
      assertArrayEquals(features[row], others[row], "row " + row);
    }
    assertTrue(
        IntStream.range(moment, 300).anyMatch(row -> !Arrays.equals(features[row], others[row])),
        "later features should differ, or the test shows nothing");
  }

  /** Last, median, mean and count, taken anew from all jobs that have ended. */
  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  void statisticsEqualThoseTakenAnew(long seed) {
    Trace trace = RandomTraces.of(250, seed);
    double[][] features = replay(trace);
    List<String> names = new JobHistory(trace, ALL).featureNames();
    for (int row = 0; row < trace.size(); row++) {
      List<Double> ended = endedOfSameUserAndSize(trace, row);
      int position = names.indexOf(HistoryStatistic.LAST.featureName(Grouping.USER_GPUS));
      double[] own = Arrays.copyOfRange(features[row], position, position + 7);
      assertEquals(Math.log10(1 + ended.size()), own[HistoryStatistic.COUNT.ordinal()], 1e-12);
      assertEquals(last(ended, 1), own[HistoryStatistic.LAST.ordinal()], 1e-12);
      assertEquals(median(ended), own[HistoryStatistic.MEDIAN.ordinal()], 1e-12);
      assertEquals(last(ended, 10), own[HistoryStatistic.MEAN.ordinal()], 1e-12);
    }
  }

  private static List<Double> endedOfSameUserAndSize(Trace trace, int row) {
    return new ArrayList<>(
        IntStream.range(0, row)
            .filter(other -> end(trace, other) <= trace.submitSeconds(row))
            .filter(other -> trace.userIndex(other) == trace.userIndex(row))
            .filter(other -> trace.gpuCount(other) == trace.gpuCount(row))
            .boxed()
            .sorted((a, b) -> Long.compare(end(trace, a), end(trace, b)))
            .map(other -> (double) trace.durationSeconds(other))
            .toList());
  }

  private static double last(List<Double> ended, int count) {
    return Math.log10(
        1
            + ended.stream()
                .skip(Math.max(0, ended.size() - count))
                .mapToDouble(d -> d)
                .average()
                .orElse(Double.NaN));
  }

  private static double median(List<Double> ended) {
    double[] values =
        ended.stream().skip(Math.max(0, ended.size() - 5)).mapToDouble(d -> d).sorted().toArray();
    int n = values.length;
    return n == 0 ? Double.NaN : Math.log10(1 + (values[(n - 1) / 2] + values[n / 2]) / 2);
  }

  @Test
  void jobsWithoutProfileAreInNoGroupOfProfiles() {
    Trace trace = new Trace.Builder().add(job(1, "a", 0, 10)).add(job(2, "a", 100, 10)).build();
    JobHistory history = new JobHistory(trace, List.of(Grouping.USER_MODEL));
    history.submitted(0, 0);
    history.ended(0, 10);
    double[] features = new double[history.featureNames().size()];
    history.features(1, 100, features, 0);
    List<String> names = history.featureNames();
    assertEquals(
        Double.NaN,
        features[names.indexOf(HistoryStatistic.LAST.featureName(Grouping.USER_MODEL))]);
    assertEquals(
        Math.log10(11),
        features[names.indexOf(HistoryStatistic.LAST.featureName(Grouping.USER))],
        1e-12);
  }
}
