package org.limpid.experiment.whatif;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.limpid.data.Estimates;
import org.limpid.data.io.DatasetReader;
import org.limpid.data.replicate.Replica;
import org.limpid.experiment.simulate.Case;
import org.limpid.experiment.simulate.ModelsSource;
import org.limpid.experiment.simulate.PredictionSource;
import org.limpid.experiment.simulate.RunInputs;
import org.limpid.experiment.simulate.Scenario;
import org.limpid.experiment.simulate.SimulationData;
import org.limpid.files.Version;
import org.limpid.models.ModelFolder;
import org.limpid.results.RunData;
import org.limpid.results.RunDescription;
import org.limpid.results.RunFolder;
import org.limpid.results.RunOptions;
import org.limpid.simulation.policy.PolicyInputs;
import org.limpid.simulation.run.Policies;
import org.limpid.simulation.run.Rerun;
import org.limpid.simulation.run.SimulationOptions;
import org.limpid.simulation.run.Simulator;
import org.limpid.simulation.sink.JobRecords;

/** A run that is made again from its folder, its data set and its models. */
final class FormerRun {
  private static final String HELD =
      "Durations were learnt during the run. What it believed of each job is held, so that nothing"
          + " but the change makes a difference; --relearn has it all learnt anew.";
  private static final String RELEARNT =
      "Durations are estimated during the run, from all that has ended before, so everything was"
          + " simulated from the start.";

  private final RunFolder folder;
  private final RunOptions options;
  private final SimulationData data;
  private final PredictionSource predictions;
  private final RunInputs inputs;
  private final RunFolder.Chosen policy;
  private final boolean relearning;
  private final int threads;
  private final HeldEstimates held = new HeldEstimates(this);

  private FormerRun(
      RunFolder folder,
      RunOptions options,
      SimulationData data,
      PredictionSource predictions,
      RunReference reference,
      boolean relearning) {
    this.folder = folder;
    this.options = options;
    this.data = data;
    this.predictions = predictions;
    this.relearning = relearning;
    policy = folder.choose(reference.policy());
    threads = reference.threads();
    inputs = new RunInputs(data);
  }

  /**
   * Opens a run.
   *
   * @param relearning whether models learn durations again, so that whatever is different in the
   *     run may change all estimates; if not, each job keeps the estimate that it had, so that
   *     nothing but a change makes a difference
   */
  static FormerRun open(RunReference reference, boolean relearning) {
    RunFolder folder = RunFolder.open(reference.run());
    RunOptions options = folder.options();
    RunDescription description = folder.description();
    DatasetReader reader = RunData.required(description, reference.data());
    SimulationData data = SimulationData.read(reader.folder(), options.span());
    PredictionSource predictions =
        options
            .models()
            .map(models -> predictions(models, reference.models().orElse(models.folder())))
            .orElse(PredictionSource.DATASET);
    return new FormerRun(folder, options, data, predictions, reference, relearning);
  }

  private static PredictionSource predictions(RunOptions.Models models, Path folder) {
    RunData.requireThere(folder.resolve(ModelFolder.MANIFEST), "folder of models", "--models");
    models
        .hash()
        .ifPresent(hash ->
            RunData.requireSame(
                folder, "folder of models", "--models", hash, ModelFolder.contentHash(folder)));
    return new ModelsSource(folder, ModelFolder.read(folder), models.predicted()).remembering();
  }

  /**
   * What should be known about the policy that runs again, one sentence each.
   *
   * @param after what is run
   */
  List<String> notices(Simulator.Task after) {
    List<String> notices = new ArrayList<>(policy.notices());
    String version = folder.description().version();
    if (!version.equals(Version.current())) {
      notices.add(
          "The run was made by version %s, this is %s: differences may come from that, too."
              .formatted(version, Version.current()));
    }
    notices.addAll(ofLearning(policy.name(), after.inputs()));
    return notices;
  }

  /** Where all jobs have other estimates, none is held. */
  private List<String> ofLearning(String policy, PolicyInputs after) {
    boolean learnt = asRun(policy, predictions).inputs().estimator() != null;
    if (after.estimator() != null || learnt && relearning) {
      return List.of(RELEARNT);
    }
    boolean isHeld =
        learnt
            && after.estimates() != null
            && after.estimates().source().equals(held.of(policy).source());
    return isHeld ? List.of(HELD) : List.of();
  }

  String policy() {
    return policy.name();
  }

  RunFolder folder() {
    return folder;
  }

  SimulationData data() {
    return data;
  }

  /** First second of submissions that means tell of. */
  long countFrom() {
    return folder.description().countFromSeconds().orElse(Long.MIN_VALUE);
  }

  PredictionSource predictions() {
    return predictions;
  }

  /** Makes inputs with its predictions. */
  RunInputs inputs() {
    return inputs;
  }

  Scenario scenario() {
    return new Scenario(
        options.semantics(),
        options.placement(),
        options.estimates(),
        options.settings(),
        predictions,
        options.seed());
  }

  /** A policy as it was run; what it learnt of durations is held, unless it is to learn again. */
  Simulator.Task task(String policy) {
    Simulator.Task asRun = asRun(policy, predictions);
    return new Simulator.Task(asRun.policy(), holding(asRun.inputs(), () -> held.of(policy)));
  }

  /** A policy as it was run, or with other predictions. */
  Simulator.Task asRun(String policy, PredictionSource source) {
    RunInputs with = source == predictions ? inputs : new RunInputs(data);
    return with.tasks(
            Case.ofPolicies(
                List.of(policy), Policies.standard(), scenario().withPredictions(source)),
            Replica.unchanged(data.trace()))
        .getFirst();
  }

  /** Whether models learn again what they learnt in the run. */
  boolean isRelearning() {
    return relearning;
  }

  HeldEstimates held() {
    return held;
  }

  /** Inputs with estimates in place of what would learn them, unless it is to do so. */
  PolicyInputs holding(PolicyInputs given, Supplier<Estimates> estimates) {
    return given.estimator() == null || relearning
        ? given
        : given.withEstimator(null).withEstimates(estimates.get());
  }

  SimulationOptions how() {
    return new SimulationOptions(
        options.placement(), options.sampleSeconds(), options.seed(), threads);
  }

  JobRecords records(String policy) {
    return folder.records(policy, data.trace());
  }

  /**
   * What runs a policy again.
   *
   * @param before the policy as it was run
   * @param records what became of the jobs
   */
  Rerun rerun(Simulator.Task before, JobRecords records) {
    return new Rerun(before, records, folder.snapshots(before.policy().name(), records), how());
  }
}
