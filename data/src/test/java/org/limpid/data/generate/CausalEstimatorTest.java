package org.limpid.data.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CausalEstimatorTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 8, 31);

  private static final UserTask TASK =
      new UserTask(
          "u1", "task1", 0, 4, 1, WorkloadModel.profiles().singles().getFirst().profile(), 1, 0, 1);

  /** Jobs every 100 s of 50, 150, ... s; from job 30 on the durations differ. */
  @Test
  void estimatesDoNotChangeWithLaterJobs() {
    List<Long> some = estimates(jobs(60, 50));
    List<Long> others = estimates(jobs(60, 90_000));
    assertEquals(some.subList(0, 62), others.subList(0, 62));
    assertNotEquals(some, others);
  }

  private static List<Submission> jobs(int count, long laterSeconds) {
    List<Submission> jobs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      jobs.add(job(100L * i, i < 30 ? 50 + i % 7 * 100 : laterSeconds + i));
    }
    return jobs;
  }

  private static List<Long> estimates(List<Submission> jobs) {
    CausalEstimator lucid = new TaskHistoryEstimator();
    CausalEstimator qssf = new RollingMeanEstimator();
    CausalHistory history = new CausalHistory(lucid, qssf);
    List<Long> estimates = new ArrayList<>();
    for (Submission job : jobs) {
      history.advanceTo(job.seconds());
      estimates.add(lucid.seconds(job));
      estimates.add(qssf.seconds(job));
      history.submitted(job);
    }
    return estimates;
  }

  @Test
  void aJobIsKnownFromTheSecondInWhichItEnds() {
    CausalEstimator qssf = new RollingMeanEstimator();
    CausalHistory history = new CausalHistory(qssf);
    history.submitted(job(0, 100));
    history.advanceTo(99);
    assertEquals(600, qssf.seconds(job(99, 1)));
    assertEquals(1, history.runningCount());
    history.advanceTo(100);
    assertEquals(100, qssf.seconds(job(100, 1)));
    assertEquals(0, history.runningCount());
  }

  /**
   * One job of 20 s, and 600 s where nothing is known: each of four levels moves a third of the
   * way, so that (2/3)^4 of the distance remains: ln 20 + 0.1975 (ln 600 - ln 20).
   */
  @Test
  void taskHistoryShrinksTowardsWiderGroups() {
    CausalEstimator lucid = new TaskHistoryEstimator();
    assertEquals(600, lucid.seconds(job(0, 1)));
    lucid.learn(job(0, 20));
    double remaining = Math.pow(2 / 3.0, 4);
    double expected = Math.exp(Math.log(20) * (1 - remaining) + Math.log(600) * remaining);
    assertEquals(Math.round(expected), lucid.seconds(job(0, 1)));
  }

  @Test
  void followingMeanForgets() {
    FollowingMean mean = new FollowingMean(2);
    mean.add(1);
    mean.add(3);
    assertEquals(2, mean.value());
    mean.add(6);
    assertEquals(4, mean.value());
  }

  @Test
  void forecastsUseNothingOfTheLastFiftyMinutesNorTheFuture() {
    long[] series = new long[3 * SlotCounts.SLOTS_PER_DAY];
    for (int i = 0; i < series.length; i++) {
      series[i] = i * 7 % 11;
    }
    int slot = 300;
    double before = new LoadForecaster(series, MONDAY).forecast(slot);
    for (int i = slot - LoadForecaster.GAP_SLOTS + 1; i < series.length; i++) {
      series[i] = 1_000;
    }
    assertEquals(before, new LoadForecaster(series, MONDAY).forecast(slot));
    series[slot - LoadForecaster.GAP_SLOTS] = 1_000;
    assertTrue(new LoadForecaster(series, MONDAY).forecast(slot) > before);
  }

  @Test
  void aConstantLoadIsForecastAsItIs() {
    long[] series = new long[30 * SlotCounts.SLOTS_PER_DAY];
    Arrays.fill(series, 5);
    LoadForecaster forecaster = new LoadForecaster(series, MONDAY);
    assertEquals(5, forecaster.forecast(SlotCounts.SLOTS_PER_DAY), 1e-12);
    assertEquals(5, forecaster.forecast(series.length - 1), 1e-12);
  }

  private static Submission job(long seconds, long duration) {
    return new Submission(seconds, TASK, duration, "COMPLETED");
  }
}
