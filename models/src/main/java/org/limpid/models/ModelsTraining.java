package org.limpid.models;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.limpid.analyzer.LabelSource;
import org.limpid.analyzer.PackingAnalyzer;
import org.limpid.analyzer.PackingAnalyzer.PackingTraining;
import org.limpid.analyzer.PackingHeldOut;
import org.limpid.analyzer.PackingModels;
import org.limpid.data.Trace;
import org.limpid.data.io.DatasetNotices;
import org.limpid.data.io.DatasetReader;
import org.limpid.estimator.DurationHeldOut;
import org.limpid.estimator.DurationKind;
import org.limpid.estimator.FeatureSet;
import org.limpid.estimator.JobDurationModel;
import org.limpid.estimator.TrainingJobs;
import org.limpid.estimator.WorkloadEstimator;
import org.limpid.estimator.WorkloadTrainer;
import org.limpid.files.AtomicFolder;
import org.limpid.files.DataException;
import org.limpid.files.Reporter;
import org.limpid.files.Version;
import org.limpid.interpret.evaluate.HeldOut;
import org.limpid.predictor.ThroughputPreset;

/** Trains the three models of a data set and writes them into a folder. */
public final class ModelsTraining {
  /** How the folder of models is marked. */
  public static final String KIND = "models";

  private static final int STEPS = 3;

  private final Request request;
  private final Reporter reporter;
  private final DatasetReader data;
  private final List<String> leftOut = new ArrayList<>();
  private final List<HeldOut> heldOut = new ArrayList<>();

  private ModelsTraining(Request request, Reporter reporter) {
    this.request = request;
    this.reporter = reporter;
    data = DatasetReader.open(request.data());
  }

  /**
   * Carries out a request. What can't be trained is left out, and the result says so. If nothing
   * can be, nothing is written.
   *
   * @throws DataException if the data set can't be read or the models can't be written
   */
  public static Result run(Request request, Reporter reporter) {
    try (AtomicFolder folder = AtomicFolder.begin(request.out(), KIND, request.overwrite())) {
      Result training = new ModelsTraining(request, reporter).train();
      if (!training.models().isEmpty()) {
        ModelFolder.write(training.models(), folder.path());
        HeldOutFile.write(folder.path(), training.heldOut());
        folder.commit();
      }
      return training;
    }
  }

  private Result train() {
    Trace trace = data.trace();
    data.profiles(); // here, as what can't be read later on is only left out
    DatasetNotices.of(data, trace).forEach(reporter::notice);
    reporter.begin("Training three models", STEPS);
    Optional<PackingModels> packing = packing();
    reporter.advance(1);
    Optional<TrainedModels.Load> load =
        new LoadTraining(data, request.load(), leftOut, heldOut).run();
    reporter.advance(1);
    DurationKind kind = durationKind(trace);
    Optional<JobDurationModel> durations = durations(trace, kind);
    reporter.advance(1);
    reporter.end();
    return new Result(
        new TrainedModels(
            origin(trace),
            load,
            packing,
            JudgedModel.PAIR_SPEED.error(heldOut),
            durations,
            kind,
            leftOut),
        heldOut);
  }

  private ModelsOrigin origin(Trace trace) {
    long last = data.startSeconds();
    for (int row = 0; row < trace.size(); row++) {
      last = Math.max(last, trace.submitSeconds(row) + trace.durationSeconds(row));
    }
    return new ModelsOrigin(
        data.description().name(),
        data.contentHash(),
        data.origin(),
        last,
        Version.current(),
        request.commandLine());
  }

  private Optional<PackingModels> packing() {
    if (data.profiles().singles().isEmpty()) {
      leftOut.add("No model of sharing: the data set has no profiles of workloads.");
      return Optional.empty();
    }
    try {
      PackingTraining training =
          PackingAnalyzer.train(data.profiles(), LabelSource.GIVEN, request.threads());
      leftOut.addAll(training.leftOut());
      heldOut.addAll(PackingHeldOut.of(data.profiles(), request.threads(), leftOut));
      return Optional.of(training.models());
    } catch (DataException e) {
      leftOut.add("No model of sharing: " + e.getMessage());
      return Optional.empty();
    }
  }

  private DurationKind durationKind(Trace trace) {
    DurationKind wanted = request.durations();
    if (wanted.features().readsProfiles() && !trace.hasWorkloads()) {
      leftOut.add("Durations are estimated without profiles: not all jobs have one.");
      return new DurationKind(FeatureSet.WITHOUT_PROFILE, wanted.form());
    }
    wanted.features().warning().ifPresent(leftOut::add);
    return wanted;
  }

  private Optional<JobDurationModel> durations(Trace trace, DurationKind kind) {
    try {
      WorkloadTrainer trainer = kind.trainer(request.threads());
      JobDurationModel model =
          WorkloadEstimator.train(trainer, trace, data.origin(), TrainingJobs.all());
      leftOut.addAll(model.leftOut());
      laterJobs(trainer, trace);
      return Optional.of(model);
    } catch (DataException e) {
      leftOut.add("No model of durations: " + e.getMessage());
      return Optional.empty();
    }
  }

  private void laterJobs(WorkloadTrainer trainer, Trace trace) {
    try {
      heldOut.add(DurationHeldOut.of(trainer, trace, data.origin()));
    } catch (DataException e) {
      leftOut.add("The model of durations was not tried on later jobs: " + e.getMessage());
    }
  }

  /**
   * What came of a training.
   *
   * @param models what was trained
   * @param heldOut how models of the same kind did on what they had not learnt from
   */
  public record Result(TrainedModels models, List<HeldOut> heldOut) {
    public Result {
      Objects.requireNonNull(models, "models");
      heldOut = List.copyOf(heldOut);
    }
  }

  /**
   * What to train.
   *
   * @param data folder of the data set
   * @param out folder for the models
   * @param overwrite whether models that are there already may be replaced
   * @param load configuration of throughput-predict
   * @param durations which models workload-estimate learns
   * @param threads threads to use; the models don't depend on it
   * @param commandLine the words of the command, for {@code models.json}
   */
  public record Request(
      Path data,
      Path out,
      boolean overwrite,
      ThroughputPreset load,
      DurationKind durations,
      int threads,
      List<String> commandLine) {
    public Request {
      Objects.requireNonNull(load, "load");
      Objects.requireNonNull(durations, "durations");
      commandLine = List.copyOf(commandLine);
    }
  }
}
