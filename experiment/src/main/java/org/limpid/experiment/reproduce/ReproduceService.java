package org.limpid.experiment.reproduce;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.limpid.data.io.DatasetReader;
import org.limpid.estimator.FeatureSet;
import org.limpid.experiment.compare.ComparedModel;
import org.limpid.experiment.compare.ComparisonRequest;
import org.limpid.experiment.compare.ComparisonService;
import org.limpid.experiment.simulate.ModelPredictions;
import org.limpid.experiment.simulate.ModelsSource;
import org.limpid.experiment.simulate.PredictionSource;
import org.limpid.experiment.simulate.SimulationReport;
import org.limpid.experiment.simulate.SimulationRequest;
import org.limpid.experiment.simulate.SimulationService;
import org.limpid.experiment.simulate.SystemSettings;
import org.limpid.files.AtomicFolder;
import org.limpid.files.DataException;
import org.limpid.files.Reporter;
import org.limpid.models.TrainModelsRequest;
import org.limpid.models.TrainModelsService;
import org.limpid.models.TrainedModels;
import org.limpid.predictor.ThroughputPreset;
import org.limpid.simulation.policy.Semantics;

/** Trains models on a data set, runs all policies with them, and reports. */
public final class ReproduceService {
  private final ReproduceRequest request;
  private final ReportMaker report;
  private final Reporter reporter;
  private final List<String> notices = new ArrayList<>();
  private Optional<Path> models = Optional.empty();

  private ReproduceService(ReproduceRequest request, ReportMaker report, Reporter reporter) {
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
  public static ReproduceReport run(
      ReproduceRequest request, ReportMaker report, Reporter reporter) {
    return new ReproduceService(request, report, reporter).run();
  }

  private ReproduceReport run() {
    SystemSettings settings = settings();
    PredictionSource predictions = request.reference() ? given() : trained();
    SimulationRequest simulation =
        SimulationRequest.builder(request.data(), request.policies(), request.results())
            .semantics(request.reference() ? Semantics.reference() : Semantics.standard())
            .predictions(predictions)
            .settings(settings)
            .threads(request.threads())
            .explained()
            .commandLine(request.commandLine())
            .overwrite(request.overwrite())
            .build();
    SimulationReport result = SimulationService.run(simulation, reporter);
    Optional<Path> comparison = request.comparing() ? compared() : withoutComparison();
    report.make(request, models, comparison, reporter);
    return new ReproduceReport(result, models, notices);
  }

  /** Where the comparison is; a small data set may have nothing to compare. */
  private Optional<Path> compared() {
    ComparisonRequest comparison =
        new ComparisonRequest(
            request.data(),
            Optional.of(request.comparison()),
            request.overwrite(),
            List.of(ComparedModel.values()),
            request.threads(),
            request.commandLine());
    try {
      notices.addAll(ComparisonService.run(comparison, reporter).notices());
      return Optional.of(request.comparison());
    } catch (DataException e) {
      notices.add("There is no Table 7: " + e.getMessage());
      return withoutComparison();
    }
  }

  /** An older comparison beside results that it is not of would mislead. */
  private Optional<Path> withoutComparison() {
    deleteOlder(request.comparison(), ComparisonService.KIND);
    return Optional.empty();
  }

  /** A cluster that is too small to spare nodes has no profiler; Lucid then does without. */
  private SystemSettings settings() {
    if (DatasetReader.open(request.data()).profiler().isPresent()) {
      return SystemSettings.NONE;
    }
    notices.add("The data set describes no profiler, so Lucid runs without one.");
    return SystemSettings.NONE.withProfilerNodes(0);
  }

  private PredictionSource trained() {
    TrainModelsRequest training =
        new TrainModelsRequest(
            request.data(),
            request.models(),
            request.overwrite(),
            ThroughputPreset.SQUARED,
            FeatureSet.WITHOUT_PROFILE,
            request.threads(),
            request.commandLine());
    TrainedModels trained = TrainModelsService.run(training, reporter).models();
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
    deleteOlder(request.models(), TrainModelsService.KIND);
  }

  private void deleteOlder(Path folder, String kind) {
    if (request.overwrite()) {
      AtomicFolder.delete(folder, kind);
    }
  }
}
