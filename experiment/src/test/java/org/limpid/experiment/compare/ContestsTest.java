package org.limpid.experiment.compare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.limpid.analyzer.score.ScoreFeature;
import org.limpid.analyzer.score.Scorers;
import org.limpid.data.Profiles;
import org.limpid.data.ThroughputSeries;
import org.limpid.data.Trace;
import org.limpid.data.Workload;
import org.limpid.data.WorkloadProfile;
import org.limpid.estimator.FeatureSet;
import org.limpid.estimator.TrainingJobs;
import org.limpid.files.DataException;
import org.limpid.interpret.table.NumericColumn;
import org.limpid.interpret.table.Table;
import org.limpid.predictor.LoadTarget;
import org.limpid.predictor.ThroughputPreset;

final class ContestsTest {
  private static final LocalDateTime ORIGIN = LocalDateTime.of(2026, 9, 1, 0, 0);
  private static final long DAY = 86_400;
  private static final int SLOTS_PER_DAY = 144;

  private static ThroughputSeries series(int days, int changedFrom) {
    SplittableRandom random = new SplittableRandom(5);
    double[] jobs = random.doubles((long) days * SLOTS_PER_DAY, 0, 9).map(Math::floor).toArray();
    Arrays.fill(jobs, Math.min(changedFrom, jobs.length), jobs.length, 77);
    return new ThroughputSeries(ORIGIN, 0, ThroughputSeries.TEN_MINUTES, jobs, jobs, List.of());
  }

  private static int[] range(int from, int to) {
    return IntStream.range(from, to).toArray();
  }

  private static double[] values(Table table, String column) {
    return ((NumericColumn) table.column(column)).toArray();
  }

  /** What lies before the simulated time is learnt from; without that, 7 of 10 whole days. */
  @Test
  void theLoadIsSplitAtTheStartOrAfterSeventyPercentOfTheDays() {
    ThroughputSeries series = series(10, Integer.MAX_VALUE);
    assertEquals(4 * SLOTS_PER_DAY, ThroughputContests.split(series, 4 * DAY));
    assertEquals(7 * SLOTS_PER_DAY, ThroughputContests.split(series, 0));
    assertEquals(7 * SLOTS_PER_DAY, ThroughputContests.split(series, DAY));
    assertEquals(7 * SLOTS_PER_DAY, ThroughputContests.split(series, 10 * DAY));
    Contest contest =
        new ThroughputContests(series, 4 * DAY)
            .contest(LoadTarget.JOBS, ThroughputPreset.REFERENCE);
    Contest.Fold fold = contest.folds().getFirst();
    assertArrayEquals(range(0, 576), fold.trainingRows());
    assertArrayEquals(range(576, 1440), fold.testRows());
  }

  @Test
  void featuresOfTheLoadDoNotLookAhead() {
    int changedFrom = 6 * SLOTS_PER_DAY;
    for (ThroughputPreset preset : List.of(ThroughputPreset.REFERENCE, ThroughputPreset.ABSOLUTE)) {
      Table one = load(series(10, Integer.MAX_VALUE), preset);
      Table two = load(series(10, changedFrom), preset);
      assertEquals(one.names(), two.names());
      for (String name : one.names()) {
        assertArrayEquals(
            Arrays.copyOf(values(one, name), changedFrom),
            Arrays.copyOf(values(two, name), changedFrom),
            name);
      }
    }
  }

  private static Table load(ThroughputSeries series, ThroughputPreset preset) {
    return new ThroughputContests(series, 4 * DAY).contest(LoadTarget.JOBS, preset).data().inputs();
  }

  @Test
  void aSeriesOfTwoDaysIsTooShort() {
    ThroughputSeries series = series(2, Integer.MAX_VALUE);
    assertThrows(DataException.class, () -> new ThroughputContests(series, 0));
  }

  /** A job an hour for ten days, at minute 30; its duration is that of the function. */
  private static Trace trace(long origin, Duration duration) {
    Trace.Builder builder = new Trace.Builder();
    for (int row = 0; row < 240; row++) {
      long submission = origin + row * 3_600L + 1_800;
      String user = "u" + row % 3;
      builder.add(
          new Trace.Job(
              row,
              user,
              "vc",
              "",
              1 + row % 4,
              4,
              "COMPLETED",
              submission,
              duration.of(row),
              null));
    }
    return builder.build();
  }

  private interface Duration {
    long of(int row);
  }

  /** Ten days: the jobs of the first seven, 168 of 240, are learnt from. Days begin at midnight. */
  @Test
  void jobsAreSplitAtTheMidnightAfterSeventyPercentOfTheDays() {
    Trace trace = trace(0, row -> 60 + row);
    assertEquals(7 * DAY, TrainingJobs.splitSeconds(trace, ORIGIN));
    Contest contest = new WorkloadContests(trace, ORIGIN).contest(FeatureSet.WITHOUT_PROFILE);
    assertArrayEquals(range(0, 168), contest.folds().getFirst().trainingRows());
    assertArrayEquals(range(168, 240), contest.folds().getFirst().testRows());
    LocalDateTime noon = ORIGIN.plusHours(12);
    assertEquals(7 * DAY - 43_200, TrainingJobs.splitSeconds(trace(-43_200, row -> 60), noon));
  }

  /** Longest of the training is 60 + 167 = 227 s; ln(1 + 99) comes back as 99 s. */
  @Test
  void durationsComeBackFromLogarithmsAndAreClipped() {
    Contest contest =
        new WorkloadContests(trace(0, row -> 60 + row), ORIGIN).contest(FeatureSet.WITHOUT_PROFILE);
    assertEquals(99, contest.outcome().applyAsDouble(Math.log(100)), 1e-9);
    assertEquals(227, contest.outcome().applyAsDouble(20));
    assertEquals(1, contest.outcome().applyAsDouble(-3));
    assertEquals(60, contest.truth()[0]);
  }

  @Test
  void featuresOfTrainingJobsDoNotDependOnWhatComesLater() {
    Table one = durations(row -> 60 + row);
    Table two = durations(row -> row < 168 ? 60 + row : 9_000);
    for (String name : one.names()) {
      assertArrayEquals(
          Arrays.copyOf(values(one, name), 168), Arrays.copyOf(values(two, name), 168), name);
    }
  }

  private static Table durations(Duration duration) {
    return new WorkloadContests(trace(0, duration), ORIGIN)
        .contest(FeatureSet.WITHOUT_PROFILE)
        .data()
        .inputs();
  }

  @Test
  void tooFewJobsAreRefused() {
    Trace trace = new Trace.Builder().build();
    assertThrows(DataException.class, () -> new WorkloadContests(trace, ORIGIN));
  }

  private static Profiles.SingleProfile single(String model, int batch, int score) {
    Workload workload = new Workload(model, "data", batch, false);
    return new Profiles.SingleProfile(
        new WorkloadProfile(workload, 1, 20 + 30 * score, 10, 1_000), score);
  }

  /** Each model is predicted once, and never by a fit that has seen a workload of it. */
  @Test
  void foldsOfWorkloadsHoldOutOneModelEach() {
    Profiles profiles =
        new Profiles(
            List.of(single("A", 1, 0), single("B", 1, 2), single("A", 2, 2), single("C", 1, 0)),
            List.of());
    Contest contest =
        PackingContests.contest(profiles, ScoreFeature.ALL, false, Scorers.ebm(1).trainer());
    assertEquals(3, contest.folds().size());
    assertArrayEquals(new int[] {0, 2}, contest.folds().get(0).testRows());
    assertArrayEquals(new int[] {1, 3}, contest.folds().get(0).trainingRows());
    assertArrayEquals(new double[] {0, 2, 2, 0}, contest.truth());
    assertEquals(2, contest.outcome().applyAsDouble(1));
    assertEquals(4, contest.testRowCount());
  }

  private static Trace withModels(long secondDuration) {
    WorkloadProfile brief =
        new WorkloadProfile(new Workload("A", "data", 1, false), 1, 50, 20, 1_000);
    WorkloadProfile lengthy =
        new WorkloadProfile(new Workload("B", "data", 1, false), 1, 90, 20, 1_000);
    return new Trace.Builder()
        .add(new Trace.Job(1, "u", "vc", "", 1, 4, "COMPLETED", 0, 10_800, brief))
        .add(new Trace.Job(2, "u", "vc", "", 1, 4, "COMPLETED", 1, 40_000, lengthy))
        .add(new Trace.Job(3, "u", "vc", "", 1, 4, "COMPLETED", 2, secondDuration, brief))
        .build();
  }

  /** Up to 10,800 s is one class, so one second more makes model A have two. */
  @Test
  void profilesLeakWhereEveryModelHasOneClassOfDurations() {
    assertTrue(WorkloadContests.ProfileLeak.isIn(withModels(5)));
    assertFalse(WorkloadContests.ProfileLeak.isIn(withModels(10_801)));
    assertFalse(WorkloadContests.ProfileLeak.isIn(trace(0, row -> 60)));
  }

  @Test
  void columnsThatAreTheSameInTheTrainingAreLeftOut() {
    Table table =
        Table.of(
            NumericColumn.of("same", 1, 1, 2),
            NumericColumn.of("missing", Double.NaN, Double.NaN, 2),
            NumericColumn.of("varies", 1, Double.NaN, 2));
    assertEquals(List.of("varies"), Contest.varying(table, range(0, 2)).names());
  }

  @Test
  void whoCannotLearnGetsARowWithTheReason() {
    Contest contest =
        new WorkloadContests(trace(0, row -> 60), ORIGIN).contest(FeatureSet.WITHOUT_PROFILE);
    Entry ebm = Entry.of(contest).filter(entry -> entry.isOf(Learner.EBM)).findAny().orElseThrow();
    LearnerResult result = ebm.run().getFirst();
    assertTrue(Double.isNaN(result.meanAbsoluteError()));
    assertFalse(result.note().isEmpty());
  }

  @Test
  void figuresOfTheReferenceStandBesideTheirContestsOnVenusOnly() {
    List<LearnerResult> all = ReferenceResults.all();
    assertTrue(all.size() > 30);
    LearnerResult result =
        LearnerResult.failed(
            new ThroughputContests(series(40, Integer.MAX_VALUE), 12 * DAY)
                .contest(LoadTarget.JOBS, ThroughputPreset.REFERENCE),
            "ebm",
            true,
            "not tried");
    List<LearnerResult> beside = ReferenceResults.of("venus-2020-09", List.of(result));
    assertEquals(4_032, result.testRows());
    assertEquals(11, beside.size());
    assertEquals(4.1249, beside.getFirst().meanAbsoluteError());
    assertEquals("published", beside.getFirst().source());
    assertEquals(List.of(), ReferenceResults.of("other", List.of(result)));
  }
}
