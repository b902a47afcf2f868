package org.limpid.experiment.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.limpid.data.Trace;
import org.limpid.data.generate.GeneratorOptions;
import org.limpid.data.generate.TraceGenerator;
import org.limpid.data.io.DatasetReader;
import org.limpid.estimator.DurationForm;
import org.limpid.estimator.DurationKind;
import org.limpid.estimator.FeatureSet;
import org.limpid.estimator.JobDurationModel;
import org.limpid.estimator.TrainingJobs;
import org.limpid.estimator.WorkloadEstimator;
import org.limpid.estimator.WorkloadTrainer;
import org.limpid.files.Reporter;
import org.limpid.models.LoadTraining;
import org.limpid.models.ModelsOrigin;
import org.limpid.models.TrainedModels;
import org.limpid.predictor.ThroughputPreset;
import org.limpid.simulation.policy.ProfilerSettings;
import org.limpid.simulation.policy.Settings;

/**
 * Runs with models on nine generated days, from Tuesday 1 September 2026 on; Monday, when durations
 * are learnt, is the seventh.
 */
final class ModelPredictionsTest {
  private static final int JOBS = 500;
  private static final long DAY = 86_400;

  @TempDir private static Path shared;
  private static Path data;
  private static long start;

  @TempDir private Path folder;

  /** The load is counted from the jobs, so that other jobs mean another load. */
  @BeforeAll
  static void generate() throws InterruptedException, IOException {
    Path generated = shared.resolve("generated");
    GeneratorOptions options = GeneratorOptions.defaults().withJobs(JOBS).withDays(9).withSeed(3);
    TraceGenerator.generate(options, generated, false, jobs -> {});
    data = ChangedData.without(generated, shared.resolve("data"), "throughput.series", "estimates");
    start = DatasetReader.open(data).startSeconds();
    assertEquals(
        LocalDateTime.of(2026, 9, 1, 0, 0), DatasetReader.open(data).origin().plusSeconds(start));
  }

  private static ModelsOrigin origin(Path of, long lastSecond) {
    DatasetReader reader = DatasetReader.open(of);
    return new ModelsOrigin(
        "past", reader.contentHash(), reader.origin(), lastSecond, "1", List.of("limpid"));
  }

  private static TrainedModels models(
      ModelsOrigin origin,
      Optional<TrainedModels.Load> load,
      Optional<JobDurationModel> durations) {
    return new TrainedModels(
        origin,
        load,
        Optional.empty(),
        Double.NaN,
        durations,
        new DurationKind(FeatureSet.WITHOUT_PROFILE, DurationForm.LARGE),
        List.of());
  }

  private static TrainedModels.Load load(Path of) {
    return new LoadTraining(
            DatasetReader.open(of), ThroughputPreset.SQUARED, new ArrayList<>(), new ArrayList<>())
        .run()
        .orElseThrow();
  }

  private static JobDurationModel durations(Path of) {
    DatasetReader reader = DatasetReader.open(of);
    return WorkloadEstimator.train(
        WorkloadTrainer.quickEbm(FeatureSet.WITHOUT_PROFILE),
        reader.trace(),
        reader.origin(),
        TrainingJobs.all());
  }

  private SimulationReport simulate(Path of, TrainedModels models, String out) {
    SimulationRequest request =
        SimulationRequest.builder(of, List.of("lucid"), folder.resolve(out))
            .predictions(read -> new ModelPredictions(models, read, Set.of()))
            .settings(Settings.NONE.with(ProfilerSettings.NODES, 0))
            .threads(1)
            .build();
    return Simulation.run(request, Reporter.SILENT);
  }

  /** The rows of jobs.csv as columns by name. */
  private record Outcome(List<String> header, List<String[]> rows) {
    String text(int row, String column) {
      return rows.get(row)[header.indexOf(column)];
    }

    long seconds(int row, String column) {
      return Long.parseLong(text(row, column));
    }
  }

  private Outcome outcome(String out) throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve(out).resolve("lucid/jobs.csv"));
    return new Outcome(
        List.of(lines.getFirst().split(",")),
        lines.stream().skip(1).map(line -> line.split(",", -1)).toList());
  }

  /**
   * From a moment on all jobs are other ones: users, submissions, durations. Whatever was done and
   * estimated before is the same, on the third day and on the eighth, when durations are learnt and
   * the load is forecast by models.
   */
  @ParameterizedTest
  @ValueSource(ints = {3, 8})
  void nothingThatHappensLaterChangesWhatIsDoneBefore(int day) throws IOException {
    long moment = start + day * DAY;
    Path other =
        ChangedData.withJobs(
            data,
            folder.resolve("other-data"),
            jobs ->
                jobs.map(
                    job -> ChangedData.submission(job) < moment ? job : ChangedData.replaced(job)));
    simulate(data, trainedOn(data), "one");
    simulate(other, trainedOn(other), "two");
    Outcome one = outcome("one");
    Outcome two = outcome("two");
    int compared = 0;
    int different = 0;
    for (int row = 0; row < one.rows().size(); row++) {
      if (Math.min(one.seconds(row, "start_time"), two.seconds(row, "start_time")) < moment) {
        assertEquals(one.text(row, "start_time"), two.text(row, "start_time"), "row " + row);
        assertEquals(one.text(row, "priority"), two.text(row, "priority"), "row " + row);
        compared++;
      } else {
        different += one.text(row, "priority").equals(two.text(row, "priority")) ? 0 : 1;
      }
    }
    assertTrue(compared > 30 * day, compared + " jobs start before");
    assertTrue(different > 10, different + " jobs differ");
  }

  private static TrainedModels trainedOn(Path of) {
    return models(origin(of, start + 9 * DAY), Optional.of(load(of)), Optional.of(durations(of)));
  }

  /** Fewer jobs than 50 would be too few to learn from, and the test above would prove nothing. */
  @Test
  void enoughJobsEndBeforeMonday() {
    Trace trace = DatasetReader.open(data).trace();
    long ended =
        IntStream.range(0, trace.size())
            .filter(row -> trace.submitSeconds(row) + trace.durationSeconds(row) < start + 6 * DAY)
            .count();
    assertTrue(ended > 2 * WorkloadTrainer.FEWEST_JOBS, ended + " jobs");
  }

  @Test
  void durationsLearntFromTheTraceItselfAreNotUsedInIt() throws IOException {
    Optional<JobDurationModel> learnt = Optional.of(durations(data));
    ModelsOrigin itself = origin(data, start + 9 * DAY);
    SimulationReport with = simulate(data, models(itself, Optional.empty(), learnt), "with");
    simulate(data, models(itself, Optional.empty(), Optional.empty()), "without");
    String jobs = "lucid/jobs.csv";
    String without = Files.readString(folder.resolve("without").resolve(jobs));
    assertEquals(without, Files.readString(folder.resolve("with").resolve(jobs)));
    assertTrue(
        with.notices().stream()
            .anyMatch(notice -> notice.startsWith("Durations: by the history of like jobs")),
        with.notices()::toString);
    ModelsOrigin past = origin(data, start);
    SimulationReport earlier = simulate(data, models(past, Optional.empty(), learnt), "earlier");
    assertNotEquals(without, Files.readString(folder.resolve("earlier").resolve(jobs)));
    assertTrue(
        earlier.notices().stream()
            .anyMatch(notice -> notice.startsWith("Durations: by the model of past until")),
        earlier.notices()::toString);
  }

  /** Of the same data as it was made in time; of other data only if that lies before the run. */
  @Test
  void aForecastThatKnowsTheFutureIsNotUsed() throws IOException {
    TrainedModels.Load load = load(data);
    Path other =
        ChangedData.withJobs(
            data, folder.resolve("other-data"), jobs -> jobs.map(ChangedData::replaced));
    List<String> expected =
        List.of(
            "Forecast: by models of the load, each trained on the weeks before.",
            "Forecast: that of the data set, as the models know no load that lies before the run.",
            "Forecast: by models of the load of past.");
    List<TrainedModels> given =
        List.of(
            models(origin(data, start + 9 * DAY), Optional.of(load), Optional.empty()),
            models(origin(other, start + 1), Optional.of(load), Optional.empty()),
            models(origin(other, start), Optional.of(load), Optional.empty()));
    for (int i = 0; i < given.size(); i++) {
      SimulationReport report = simulate(data, given.get(i), "out" + i);
      assertTrue(report.notices().contains(expected.get(i)), report.notices()::toString);
    }
  }
}
