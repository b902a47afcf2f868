package org.limpid.experiment.reproduce;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.limpid.data.io.DatasetReader;
import org.limpid.estimator.DurationForm;
import org.limpid.estimator.DurationKind;
import org.limpid.estimator.FeatureSet;
import org.limpid.experiment.compare.ComparedModel;
import org.limpid.experiment.compare.Comparison;
import org.limpid.experiment.simulate.ModelPredictions;
import org.limpid.experiment.simulate.ModelsSource;
import org.limpid.experiment.simulate.PredictionSource;
import org.limpid.experiment.simulate.Simulation;
import org.limpid.experiment.simulate.SimulationReport;
import org.limpid.experiment.simulate.SimulationRequest;
import org.limpid.files.AtomicFolder;
import org.limpid.files.DataException;
import org.limpid.files.Reporter;
import org.limpid.models.ModelsTraining;
import org.limpid.models.TrainedModels;
import org.limpid.predictor.ThroughputPreset;
import org.limpid.simulation.policy.Need;
import org.limpid.simulation.policy.PolicyDescription;
import org.limpid.simulation.policy.Semantics;
import org.limpid.simulation.policy.Settings;
import org.limpid.simulation.run.Policies;

/** Trains models on a data set, runs all policies with them, and reports. */
public final class Reproduction {
  private final ReproductionRequest request;
  private final ReportMaker report;
  private final Reporter reporter;
  private final List<String> notices = new ArrayList<>();
  private Optional<Path> models = Optional.empty();

  private Reproduction(ReproductionRequest request, ReportMaker report, Reporter reporter) {
    this.request = request;
    this.report = report;
    this.reporter = reporter;
  }

  /**
   * Carries out a request.
   *
   * @param report makes the report
   * @throws org.limpid.files.DataException if a file can't be read or written
   * @throws org.limpid.simulation.run.InputProblem if a policy can't run on the data
   */
  public static ReproductionReport run(
      ReproductionRequest request, ReportMaker report, Reporter reporter) {
    return new Reproduction(request, report, reporter).run();
  }

  private ReproductionReport run() {
    Settings settings = settings();
    PredictionSource predictions = request.reference() ? given() : trained();
    SimulationRequest simulation =
        SimulationRequest.builder(request.data(), request.policies(), request.results())
            .dispensable(Set.copyOf(request.policies()))
            .semantics(request.reference() ? Semantics.reference() : Semantics.standard())
            .predictions(predictions)
            .settings(settings)
            .threads(request.threads())
            .explained()
            .commandLine(request.commandLine())
            .overwrite(request.overwrite())
            .build();
    SimulationReport result = Simulation.run(simulation, reporter);
    Optional<Path> comparison = request.comparing() ? compared() : withoutComparison();
    report.make(request, models, comparison, reporter);
    return new ReproductionReport(result, models, notices);
  }

  /** Where the comparison is; a small data set may have nothing to compare. */
  private Optional<Path> compared() {
    Comparison.Request comparison =
        new Comparison.Request(
            request.data(),
            Optional.of(request.comparison()),
            request.overwrite(),
            List.of(ComparedModel.values()),
            request.threads(),
            request.commandLine());
    try {
      notices.addAll(Comparison.run(comparison, reporter).notices());
      return Optional.of(request.comparison());
    } catch (DataException e) {
      notices.add("There is no Table 7: " + e.getMessage());
      return withoutComparison();
    }
  }

  /** An older comparison beside results that it is not of would mislead. */
  private Optional<Path> withoutComparison() {
    deleteOlder(request.comparison(), Comparison.KIND);
    return Optional.empty();
  }

  /** A cluster that is too small to spare nodes has no profiler; who needs one does without. */
  private Settings settings() {
    Settings settings = Settings.NONE;
    if (DatasetReader.open(request.data()).profiler().isPresent()) {
      return settings;
    }
    for (String name : request.policies()) {
      PolicyDescription about = Policies.standard().about(name);
      if (about.needs().contains(Need.PROFILING)) {
        notices.add(
            "The data set describes no profiler, so %s runs without one.".formatted(about.words()));
        settings = settings.withoutProfiler(about.settings());
      }
    }
    return settings;
  }

  private PredictionSource trained() {
    ModelsTraining.Request training =
        new ModelsTraining.Request(
            request.data(),
            request.models(),
            request.overwrite(),
            ThroughputPreset.SQUARED,
            new DurationKind(FeatureSet.WITHOUT_PROFILE, DurationForm.READABLE),
            request.threads(),
            request.commandLine());
    TrainedModels trained = ModelsTraining.run(training, reporter).models();
    notices.addAll(trained.leftOut());
    if (trained.isEmpty()) {
      deleteOlderModels();
    } else {
      models = Optional.of(request.models());
    }
    return trained.isEmpty()
        ? data -> new ModelPredictions(trained, data, Set.of())
        : new ModelsSource(request.models(), trained, Set.of());
  }

  private PredictionSource given() {
    deleteOlderModels();
    return PredictionSource.DATASET;
  }

  /** Models beside results that were made without them would mislead. */
  private void deleteOlderModels() {
    deleteOlder(request.models(), ModelsTraining.KIND);
  }

  private void deleteOlder(Path folder, String kind) {
    if (request.overwrite()) {
      AtomicFolder.delete(folder, kind);
    }
  }

  /**
   * Makes a report of a run with its models: what draws knows of studies, not the other way round.
   */
  @FunctionalInterface
  public interface ReportMaker {
    /**
     * Makes the report of a request whose results are there.
     *
     * @param request says where they are, and where the report belongs
     * @param models folder of the models of the run; empty if it had none
     * @param comparison folder of the comparison of learners; empty if there is none
     * @param reporter told how far it is
     */
    void make(
        ReproductionRequest request,
        Optional<Path> models,
        Optional<Path> comparison,
        Reporter reporter);
  }
}
