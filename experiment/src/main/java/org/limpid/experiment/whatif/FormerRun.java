package org.limpid.experiment.whatif;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.limpid.data.Estimates;
import org.limpid.data.io.DatasetReader;
import org.limpid.data.replicate.Replica;
import org.limpid.experiment.simulate.Case;
import org.limpid.experiment.simulate.ModelsSource;
import org.limpid.experiment.simulate.PredictionSource;
import org.limpid.experiment.simulate.RunInputs;
import org.limpid.experiment.simulate.RunOptions;
import org.limpid.experiment.simulate.Scenario;
import org.limpid.experiment.simulate.SimulationData;
import org.limpid.files.DataException;
import org.limpid.files.Version;
import org.limpid.models.ModelsFolder;
import org.limpid.results.RecordsFile;
import org.limpid.results.RunData;
import org.limpid.results.RunDescription;
import org.limpid.results.RunFolder;
import org.limpid.results.RunPolicies;
import org.limpid.results.SnapshotFile;
import org.limpid.simulation.policy.PolicyInputs;
import org.limpid.simulation.record.JobRecords;
import org.limpid.simulation.run.Policies;
import org.limpid.simulation.run.Rerun;
import org.limpid.simulation.run.SimulationOptions;
import org.limpid.simulation.run.Simulator;
import org.limpid.simulation.run.Snapshots;

/** A run whose folder and data set are there, so that it can be made again. */
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
  private final boolean relearning;
  private final int threads;
  private final HeldEstimates held = new HeldEstimates(this);

  /** Where things are, as far as not where the run says. */
  record Places(Path run, Optional<Path> data, Optional<Path> models) {}

  /** What becomes of durations that were learnt during the run. */
  enum Beliefs {
    /** What the run believed of each job stays, so that nothing but a change makes a difference. */
    HELD,
    /** Whatever is different in a run may change what is learnt in it, and so all estimates. */
    RELEARNT
  }

  private FormerRun(
      RunFolder folder,
      RunOptions options,
      SimulationData data,
      PredictionSource predictions,
      Beliefs beliefs,
      int threads) {
    this.folder = folder;
    this.options = options;
    this.data = data;
    this.predictions = predictions;
    this.threads = threads;
    relearning = beliefs == Beliefs.RELEARNT;
    inputs = new RunInputs(data);
  }

  /**
   * Opens a run.
   *
   * @throws DataException if its folder, its data set or its models are not there or are others
   */
  static FormerRun open(Places places, Beliefs beliefs, int threads) {
    RunFolder folder = RunFolder.open(places.run());
    RunOptions options = RunOptions.read(places.run());
    RunDescription description = folder.description();
    DatasetReader reader = RunData.required(description, places.data());
    SimulationData data = SimulationData.read(reader.folder(), options.span());
    Optional<Path> models = options.models().map(path -> places.models().orElse(path));
    return new FormerRun(folder, options, data, predictions(models, options), beliefs, threads);
  }

  private static PredictionSource predictions(Optional<Path> models, RunOptions options) {
    if (models.isEmpty()) {
      return PredictionSource.DATASET;
    }
    RunData.requireThere(
        models.get().resolve(ModelsFolder.MANIFEST), "folder of models", "--models");
    options
        .modelsHash()
        .ifPresent(hash ->
            RunData.requireSame(
                models.get(),
                "folder of models",
                "--models",
                hash,
                ModelsFolder.contentHash(models.get())));
    return new ModelsSource(models.get(), ModelsFolder.read(models.get()), options.predicted())
        .remembering();
  }

  /**
   * What should be known about a policy that runs again, one sentence each.
   *
   * @param name of the policy; empty: the one that is meant without a name
   * @param after what is run
   */
  List<String> notices(Optional<String> name, Simulator.Task after) {
    RunPolicies.Chosen chosen = RunPolicies.chosen(folder.policies(), name);
    List<String> notices = new ArrayList<>(chosen.notices());
    String version = folder.description().version();
    if (!version.equals(Version.current())) {
      notices.add(
          "The run was made by version %s, this is %s: differences may come from that, too."
              .formatted(version, Version.current()));
    }
    notices.addAll(ofLearning(chosen.name(), after.inputs()));
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

  /**
   * The policy of this name, or the one that is meant without a name.
   *
   * @throws DataException if the run has none of that name
   */
  String policy(Optional<String> name) {
    return RunPolicies.chosen(folder.policies(), name).name();
  }

  /** Its folder. */
  Path folder() {
    return folder.folder();
  }

  /** Its data. */
  SimulationData data() {
    return data;
  }

  /** First second of submissions that means tell of. */
  long countFrom() {
    return folder.description().countFromSeconds().orElse(Long.MIN_VALUE);
  }

  /** Where its predictions come from. */
  PredictionSource predictions() {
    return predictions;
  }

  /** Makes inputs with its predictions. */
  RunInputs inputs() {
    return inputs;
  }

  /** How its policies were run. */
  Scenario scenario() {
    return new Scenario(
        options.semantics(),
        options.placement(),
        options.estimates(),
        Scenario.Durations.ESTIMATED,
        options.sharing(),
        Scenario.Packing.SCORED,
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

  /** What the run believed of durations. */
  HeldEstimates held() {
    return held;
  }

  /** Inputs with estimates in place of what would learn them, unless it is to do so. */
  PolicyInputs holding(PolicyInputs given, Supplier<Estimates> estimates) {
    return given.estimator() == null || relearning
        ? given
        : given.withEstimator(null).withEstimates(estimates.get());
  }

  /** How its policies were run. */
  SimulationOptions how() {
    return new SimulationOptions(
        options.placement(), options.sampleSeconds(), options.seed(), threads);
  }

  /**
   * What became of the jobs under a policy.
   *
   * @throws DataException if the file is wrong
   */
  JobRecords records(String policy) {
    return RecordsFile.read(folder.folder().resolve(policy).resolve("jobs.csv"), data.trace());
  }

  /** Where the snapshots of a policy are, if there are any. */
  Path snapshotFile(String policy) {
    return folder.folder().resolve(policy).resolve(SnapshotFile.FILE_NAME);
  }

  /**
   * What runs a policy again.
   *
   * @param before the policy as it was run
   * @param records what became of the jobs
   * @throws DataException if the snapshots can't be read
   */
  Rerun rerun(Simulator.Task before, JobRecords records) {
    Snapshots snapshots = SnapshotFile.read(snapshotFile(before.policy().name()), records);
    return new Rerun(before, records, snapshots, how());
  }
}
