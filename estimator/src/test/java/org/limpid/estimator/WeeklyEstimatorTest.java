package org.limpid.estimator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.data.Estimates;
import org.limpid.data.Trace;
import org.limpid.data.io.DatasetReader;
import org.limpid.estimator.UpdateSettings.UpdateSchedule;
import org.limpid.estimator.history.JobHistory;
import org.limpid.estimator.history.RandomTraces;
import org.limpid.interpret.ebm.EbmParameter;
import org.limpid.interpret.ebm.EbmParameters;
import org.limpid.interpret.ebm.EbmTrainer;
import org.limpid.interpret.evaluate.RegressionMetrics;
import org.limpid.interpret.tree.TreeTrainer;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class WeeklyEstimatorTest {
  private static final long DAY = 86_400;

  private Trace trace;
  private LocalDateTime origin;
  private long start;

  @BeforeAll
  void generate(@TempDir Path folder) throws InterruptedException {
    DatasetReader data = GeneratedTraces.generate(1_500, 15, folder);
    trace = data.trace();
    origin = data.origin();
    start = data.startSeconds();
  }

  private UpdateSettings settings(FeatureSet features) {
    return UpdateSettings.weekly(origin, WorkloadTrainer.quickEbm(features));
  }

  private static double[] seconds(Estimates estimates) {
    return IntStream.range(0, estimates.size()).mapToDouble(estimates::seconds).toArray();
  }

  private double[] estimates(Trace jobs, UpdateSettings settings) {
    return seconds(WorkloadEstimator.estimates(settings, jobs));
  }

  @Test
  void estimatesOfAGeneratedTraceAreInRangeAndFollowTheTruth() {
    WeeklyEstimator estimator = new WeeklyEstimator(trace, settings(FeatureSet.WITH_PROFILE));
    double[] estimates = seconds(OfflineReplay.estimates(trace, estimator, "test"));
    List<WeeklyEstimator.Update> updates = estimator.updates();
    assertEquals(2, updates.size(), "two Mondays in 15 days from a Tuesday");
    double longest =
        updates.stream().mapToDouble(u -> u.model().get().longestSeconds()).max().orElseThrow();
    for (int row = 0; row < trace.size(); row++) {
      assertTrue(estimates[row] >= 1, "row " + row);
      assertTrue(
          trace.submitSeconds(row) < updates.getFirst().seconds() || estimates[row] <= longest,
          "row " + row);
    }
    double[] truth = IntStream.range(0, trace.size()).mapToDouble(trace::durationSeconds).toArray();
    double spearman = RegressionMetrics.spearman(truth, estimates);
    assertTrue(spearman > 0.2, "Spearman " + spearman);
  }

  @Test
  void aFitKnowsOnlyJobsThatHadEnded() {
    WeeklyEstimator estimator = new WeeklyEstimator(trace, settings(FeatureSet.WITHOUT_PROFILE));
    OfflineReplay.estimates(trace, estimator, "test");
    WeeklyEstimator.Update first = estimator.updates().getFirst();
    assertEquals(start + 6 * DAY, first.seconds(), "1 September 2026 is a Tuesday");
    long ended =
        IntStream.range(0, trace.size())
            .filter(row -> trace.submitSeconds(row) + trace.durationSeconds(row) < first.seconds())
            .count();
    assertEquals(ended, first.jobCount());
    assertEquals(ended, first.model().get().model().provenance().rowCount());
  }

  @Test
  void durationsOfJobsThatHaveNotEndedChangeNoEstimate() {
    long moment = start + 10 * DAY;
    Trace changed =
        RandomTraces.withDurations(
            trace,
            row ->
                trace.submitSeconds(row) + trace.durationSeconds(row) <= moment
                    ? trace.durationSeconds(row)
                    : Math.max(1, moment - trace.submitSeconds(row) + 1) + 7L * row % 5_000);
    UpdateSettings settings = settings(FeatureSet.WITH_PROFILE);
    double[] estimates = estimates(trace, settings);
    double[] others = estimates(changed, settings);
    int differing = 0;
    for (int row = 0; row < trace.size(); row++) {
      if (trace.submitSeconds(row) <= moment) {
        assertEquals(estimates[row], others[row], "row " + row);
      } else if (estimates[row] != others[row]) {
        differing++;
      }
    }
    assertTrue(differing > 0, "later estimates should differ, or the test shows nothing");
  }

  @Test
  void threadsDoNotMatter() {
    WorkloadTrainer one = WorkloadTrainer.ebm(FeatureSet.WITHOUT_PROFILE, 1);
    WorkloadTrainer two = WorkloadTrainer.ebm(FeatureSet.WITHOUT_PROFILE, 2);
    TrainingJobs firstDays = TrainingJobs.endedBefore(start + 4 * DAY);
    JobDurationModel expected = WorkloadEstimator.train(one, trace, origin, firstDays);
    JobDurationModel found = WorkloadEstimator.train(two, trace, origin, firstDays);
    assertArrayEquals(
        seconds(WorkloadEstimator.estimates(expected, trace, origin)),
        seconds(WorkloadEstimator.estimates(found, trace, origin)));
  }

  @Test
  void theFirstWeekHasThePriorOrTheInitialModel() {
    UpdateSettings prior = settings(FeatureSet.WITHOUT_PROFILE);
    double[] without = estimates(trace, prior);
    assertEquals(JobHistory.UNKNOWN_SECONDS, without[0], 1e-9);
    JobDurationModel model =
        WorkloadEstimator.train(prior.trainer(), trace, origin, TrainingJobs.all());
    double[] with = estimates(trace, prior.startingWith(model));
    double[] frozen = seconds(WorkloadEstimator.estimates(model, trace, origin));
    int last = trace.size() - 1;
    assertEquals(frozen[0], with[0]);
    assertNotEquals(without[0], with[0]);
    assertEquals(without[last], with[last], "after an update the initial model is gone");
  }

  @Test
  void anInitialModelOfOtherFeaturesIsRefused() {
    UpdateSettings settings = settings(FeatureSet.WITHOUT_PROFILE);
    JobDurationModel model =
        WorkloadEstimator.train(settings.trainer(), trace, origin, TrainingJobs.all());
    assertThrows(
        IllegalArgumentException.class,
        () -> settings(FeatureSet.WITH_PROFILE).startingWith(model));
  }

  /** What stands still in the second week cannot know what ended there. */
  @Test
  void withoutContinuityTheHistoryStandsStillBetweenUpdates() {
    UpdateSettings frozen = settings(FeatureSet.WITHOUT_PROFILE).withoutContinuity();
    long monday = start + 6 * DAY;
    Trace changed =
        RandomTraces.withDurations(
            trace,
            row -> {
              long end = trace.submitSeconds(row) + trace.durationSeconds(row);
              return end < monday
                  ? trace.durationSeconds(row)
                  : Math.max(1, monday - trace.submitSeconds(row) + 1) + row;
            });
    double[] estimates = estimates(trace, frozen);
    double[] others = estimates(changed, frozen);
    for (int row = 0; row < trace.size(); row++) {
      if (trace.submitSeconds(row) < monday + 7 * DAY) {
        assertEquals(estimates[row], others[row], "row " + row);
      }
    }
  }

  @Test
  void tooFewJobsKeepThePriorAndSaySo() {
    Trace few = RandomTraces.of(30, 4);
    UpdateSettings hourly =
        UpdateSettings.weekly(origin, WorkloadTrainer.quickEbm(FeatureSet.WITHOUT_PROFILE))
            .at(new UpdateSchedule(0, 3_600));
    WeeklyEstimator estimator = new WeeklyEstimator(few, hourly);
    OfflineReplay.estimates(few, estimator, "test");
    assertTrue(estimator.updates().size() > 1);
    for (WeeklyEstimator.Update update : estimator.updates()) {
      assertTrue(update.model().isEmpty());
      assertTrue(update.failure().contains("50 or more jobs"), update.failure());
    }
  }

  /** No round of boosting leaves nothing but the mean. */
  @Test
  void aModelThatTellsNoJobsApartIsNotUsed() {
    EbmParameters mean =
        EbmParameters.regression()
            .with(EbmParameter.MAX_ROUNDS, 0)
            .with(EbmParameter.INTERACTIONS, 0);
    WorkloadTrainer trainer =
        new WorkloadTrainer(
            FeatureSet.WITHOUT_PROFILE, DurationScale.SECONDS, new EbmTrainer(mean, 1));
    WeeklyEstimator estimator = new WeeklyEstimator(trace, UpdateSettings.weekly(origin, trainer));
    double[] estimates = seconds(OfflineReplay.estimates(trace, estimator, "test"));
    for (WeeklyEstimator.Update update : estimator.updates()) {
      assertTrue(update.model().isEmpty());
      assertTrue(update.failure().startsWith("no feature tells the durations of "));
    }
    assertTrue(Arrays.stream(estimates).distinct().count() > 100);
  }

  @Test
  void anEstimateAfterTheSubmissionKnowsMoreOfOthersAndNothingOfTheJobItself() {
    Trace jobs = RandomTraces.of(5, 8);
    WeeklyEstimator estimator = new WeeklyEstimator(jobs, settings(FeatureSet.WITHOUT_PROFILE));
    double before = estimator.estimateSeconds(0, 0);
    estimator.submitted(0, 0);
    estimator.started(0, 0);
    assertEquals(before, estimator.estimateSeconds(0, 500));
  }

  @Test
  void otherLearnersServeAsWell() {
    WorkloadTrainer tree =
        new WorkloadTrainer(FeatureSet.WITHOUT_PROFILE, DurationScale.LOGARITHM, new TreeTrainer());
    JobDurationModel model = WorkloadEstimator.train(tree, trace, origin, TrainingJobs.all());
    assertEquals(trace.size(), WorkloadEstimator.estimates(model, trace, origin).size());
  }
}
