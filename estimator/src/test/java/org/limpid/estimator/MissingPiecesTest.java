package org.limpid.estimator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.data.Estimates;
import org.limpid.data.Trace;
import org.limpid.data.io.DatasetReader;
import org.limpid.estimator.history.RandomTraces;
import org.limpid.files.DataException;

final class MissingPiecesTest {
  private static final LocalDateTime ORIGIN = LocalDateTime.of(2026, 9, 1, 0, 0);

  private static Trace each(Trace trace, UnaryOperator<Trace.Job> change) {
    Trace.Builder builder = new Trace.Builder();
    for (int row = 0; row < trace.size(); row++) {
      builder.add(change.apply(trace.job(row)));
    }
    return builder.build();
  }

  private static Trace.Job bare(Trace.Job job) {
    return new Trace.Job(
        job.id().number(),
        job.user(),
        job.virtualCluster(),
        "",
        job.gpuCount(),
        job.cpuCount(),
        job.state(),
        job.submitSeconds(),
        job.durationSeconds(),
        null);
  }

  private static JobDurationModel train(Trace trace, FeatureSet features) {
    return WorkloadEstimator.train(
        WorkloadTrainer.quickEbm(features), trace, ORIGIN, TrainingJobs.all());
  }

  @Test
  void whatATraceLacksIsLeftOutAndSaid() {
    Trace bare = each(RandomTraces.of(200, 1), MissingPiecesTest::bare);
    JobDurationModel model = train(bare, FeatureSet.WITH_PROFILE);
    assertEquals(
        List.of(
            "The trace has no job names: the history of similar names was left out.",
            "The trace has no profiles: profile features were left out."),
        model.leftOut().subList(0, 2));
    assertTrue(
        model.featureNames().stream().noneMatch(n -> n.contains("name") || n.contains("model")));
    assertTrue(model.features().warning().isPresent());
  }

  @Test
  void constantFeaturesAreLeftOutAndNamed() {
    Trace sameSize =
        each(
            RandomTraces.of(200, 2),
            job ->
                new Trace.Job(
                    job.id().number(),
                    job.user(),
                    job.virtualCluster(),
                    job.name(),
                    4,
                    job.cpuCount(),
                    job.state(),
                    job.submitSeconds(),
                    job.durationSeconds(),
                    job.profile()));
    JobDurationModel model = train(sameSize, FeatureSet.WITHOUT_PROFILE);
    assertEquals(List.of("The same in all jobs, and so left out: GPUs."), model.leftOut());
    assertFalse(model.featureNames().contains("GPUs"));
  }

  @Test
  void tooFewJobsAreRefusedWithTheirNumber() {
    String message =
        assertThrows(
                DataException.class,
                () -> train(RandomTraces.of(49, 1), FeatureSet.WITHOUT_PROFILE))
            .getMessage();
    assertTrue(message.contains("expected 50 or more jobs"), message);
    assertTrue(message.contains("found 49"), message);
    assertThrows(
        DataException.class, () -> train(new Trace.Builder().build(), FeatureSet.WITHOUT_PROFILE));
  }

  @Test
  void equalDurationsAreRefused() {
    Trace equal = RandomTraces.withDurations(RandomTraces.of(100, 1), row -> 60);
    assertThrows(DataException.class, () -> train(equal, FeatureSet.WITHOUT_PROFILE));
  }

  @Test
  void fewJobsTrainAndEveryJobGetsAnEstimate() {
    for (int size : new int[] {50, 80, 200}) {
      Trace trace = RandomTraces.of(size, size);
      JobDurationModel model = train(trace, FeatureSet.WITH_PROFILE);
      Estimates estimates = WorkloadEstimator.estimates(model, trace, ORIGIN);
      for (int row = 0; row < size; row++) {
        assertTrue(estimates.seconds(row) >= 1 && estimates.seconds(row) <= model.longestSeconds());
      }
    }
  }

  /** Users, virtual clusters and sizes that the training did not see, and no names or profiles. */
  @Test
  void strangersGetEstimates() {
    JobDurationModel model = train(RandomTraces.of(300, 5), FeatureSet.WITH_PROFILE);
    Trace strangers =
        new Trace.Builder()
            .add(new Trace.Job(1, "new", "other", "", 64, 7, "FAILED", 5, 100, null))
            .add(new Trace.Job(2, "newer", "another", "x", 3, 0, "FAILED", 6, 100, null))
            .build();
    Estimates estimates = WorkloadEstimator.estimates(model, strangers, ORIGIN);
    assertTrue(estimates.has(0) && estimates.has(1));
  }

  @Test
  void threeGeneratedDaysSuffice(@TempDir Path folder) throws InterruptedException {
    DatasetReader data = GeneratedTraces.generate(400, 3, folder);
    Trace trace = data.trace();
    JobDurationModel model =
        WorkloadEstimator.train(
            WorkloadTrainer.ebm(FeatureSet.WITH_PROFILE, 2),
            trace,
            data.origin(),
            TrainingJobs.endedBefore(data.startSeconds() + 2 * 86_400));
    assertEquals(trace.size(), WorkloadEstimator.estimates(model, trace, data.origin()).size());
  }

  @Test
  void onlyJobsThatHaveEndedCanBeChosen() {
    Trace trace = RandomTraces.of(300, 3);
    long moment = trace.submitSeconds(250);
    TrainingJobs jobs = TrainingJobs.endedBefore(moment);
    for (int row = 0; row < trace.size(); row++) {
      boolean ended = trace.submitSeconds(row) + trace.durationSeconds(row) < moment;
      assertEquals(ended, jobs.contains(trace, row));
    }
    assertThrows(IllegalArgumentException.class, () -> new TrainingJobs(5, 5, false));
  }
}
