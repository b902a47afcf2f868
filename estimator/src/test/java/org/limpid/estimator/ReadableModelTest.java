package org.limpid.estimator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.limpid.data.Estimates;
import org.limpid.data.Trace;
import org.limpid.estimator.history.RandomTraces;
import org.limpid.files.DataException;
import org.limpid.interpret.ebm.EbmParameters;
import org.limpid.interpret.explain.Contribution;
import org.limpid.interpret.explain.PredictionExplanation;
import org.limpid.interpret.model.Model;
import org.limpid.interpret.model.Target;
import org.limpid.interpret.model.TrainingSet;
import org.limpid.interpret.table.NumericColumn;
import org.limpid.interpret.table.Table;

/** Few features, whose effects are factors that multiply to the estimate. */
final class ReadableModelTest {
  private static final LocalDateTime ORIGIN = LocalDateTime.of(2020, 9, 1, 0, 0);
  private static final Trace TRACE = RandomTraces.of(600, 7);

  @TempDir private Path folder;

  private static JobDurationModel model(boolean quick) {
    DurationKind kind = new DurationKind(FeatureSet.WITHOUT_PROFILE, DurationForm.READABLE);
    return WorkloadEstimator.train(
        quick ? kind.quickTrainer() : kind.trainer(1), TRACE, ORIGIN, TrainingJobs.all());
  }

  @ParameterizedTest
  @EnumSource
  void itReadsAtMostADozenNamedFeatures(FeatureSet features) {
    DurationKind kind = new DurationKind(features, DurationForm.READABLE);
    JobDurationModel model =
        WorkloadEstimator.train(kind.trainer(1), TRACE, ORIGIN, TrainingJobs.all());
    assertTrue(features.readable().size() <= 12);
    assertTrue(features.readable().containsAll(model.featureNames()));
    assertTrue(model.featureNames().contains("GPUs"));
    assertEquals(kind, model.kind());
    assertTrue(JobFeatures.allNames().containsAll(features.readable()));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void factorsMultiplyToTheEstimate(boolean quick) {
    JobDurationModel model = model(quick);
    ModelEstimator estimator = new ModelEstimator(model, TRACE, ORIGIN);
    int cut = 0;
    for (int row = 0; row < TRACE.size(); row++) {
      long now = TRACE.submitSeconds(row);
      EstimateReasons reasons = estimator.explain(row, now).orElseThrow();
      double product = product(reasons.explanation());
      cut += product < 1 || product > model.longestSeconds() ? 1 : 0;
      assertEquals(
          Math.clamp(product, 1, model.longestSeconds()), reasons.seconds(), 1e-9 * product);
      assertEquals(reasons.seconds(), estimator.estimateSeconds(row, now));
      estimator.submitted(row, now);
    }
    assertTrue(cut < TRACE.size() / 10, "cut " + cut);
  }

  private static double product(PredictionExplanation explanation) {
    double product = Math.exp(explanation.intercept().getFirst());
    for (Contribution each : explanation.contributions()) {
      product *= Math.exp(each.scores().getFirst());
    }
    return product;
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void longerFormerJobsNeverLowerIt(boolean quick) {
    Model model = model(quick).model();
    Table table = WorkloadEstimator.table(TRACE, ORIGIN, FeatureSet.WITHOUT_PROFILE);
    List<String> durations =
        model.features().stream()
            .map(feature -> feature.name())
            .filter(name -> name.contains("duration"))
            .toList();
    assertTrue(durations.size() > 1, durations::toString);
    double[] before = model.predict(table).values();
    for (String name : durations) {
      NumericColumn column = (NumericColumn) table.column(name);
      for (double longer : new double[] {0.1, 1, 3}) {
        double[] after =
            model
                .predict(
                    table
                        .without(Set.of(name))
                        .with(
                            NumericColumn.generate(
                                name, column.size(), row -> column.value(row) + longer)))
                .values();
        assertTrue(
            IntStream.range(0, before.length).allMatch(row -> after[row] >= before[row]), name);
      }
    }
  }

  @Test
  void theMeanIsForSchedulersAndTheMedianForPeople() {
    double[] seconds =
        IntStream.range(0, TRACE.size()).mapToDouble(TRACE::durationSeconds).sorted().toArray();
    double median = seconds[seconds.length / 2];
    double mean = Arrays.stream(seconds).average().orElseThrow();
    assertTrue(mean > 2 * median, mean + " against " + median);
    double typical = meanEstimate(model(false));
    double expected = meanEstimate(model(true));
    assertTrue(expected > 1.5 * typical, expected + " against " + typical);
    assertEquals(mean, expected, 0.5 * mean);
  }

  private static double meanEstimate(JobDurationModel model) {
    Estimates estimates = WorkloadEstimator.estimates(model, TRACE, ORIGIN);
    return IntStream.range(0, TRACE.size()).mapToDouble(estimates::seconds).average().orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aFolderKeepsIt(boolean quick) {
    JobDurationModel model = model(quick);
    WorkloadModelFolder.write(model, folder.resolve("model"));
    JobDurationModel read = WorkloadModelFolder.read(folder.resolve("model"));
    assertEquals(Optional.empty(), read.calibration());
    assertEquals(model.scale(), read.scale());
    assertEquals(meanEstimate(model), meanEstimate(read));
  }

  @ParameterizedTest
  @EnumSource
  void aScaleTurnsSecondsIntoTargetsAndBack(DurationScale scale) {
    for (double seconds : new double[] {1, 60, 86_400}) {
      assertEquals(seconds, scale.seconds(scale.of(seconds)), 1e-9 * seconds);
    }
    assertEquals(scale.isOfFactors() ? 1 : 0, scale.seconds(scale.of(0)));
  }

  @Test
  void jobsThatDifferInNoneOfItsFeaturesAreRefused() {
    ReadableTrainer trainer = new ReadableTrainer(List.of("GPUs"), EbmParameters.regression(), 1);
    TrainingSet jobs =
        TrainingSet.of(
            Table.of(NumericColumn.of("CPUs", 1, 2)),
            new Target.Numbers("ln(duration)", new double[] {1, 2}));
    String message = assertThrows(DataException.class, () -> trainer.train(jobs)).getMessage();
    assertTrue(message.contains("--duration-model large"), message);
  }

  @Test
  void factorsAreNotCalibrated() {
    JobDurationModel model = model(true);
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new JobDurationModel(
                model.model(),
                DurationScale.SECONDS,
                Optional.empty(),
                model.features(),
                1,
                0,
                0,
                List.of()));
  }
}
