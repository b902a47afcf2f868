package org.limpid.experiment.simulate;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.limpid.analyzer.PackingModels;
import org.limpid.analyzer.PackingModels.ScoreMethod;
import org.limpid.data.Forecast;
import org.limpid.data.PairSpeeds;
import org.limpid.data.Profiles;
import org.limpid.data.Trace;
import org.limpid.data.replicate.Replica;
import org.limpid.estimator.OnlineEstimator;
import org.limpid.estimator.UpdateSettings;
import org.limpid.estimator.WeeklyEstimator;
import org.limpid.estimator.WorkloadTrainer;
import org.limpid.models.DurationEdits;
import org.limpid.models.TrainedModels;
import org.limpid.models.tool.EditStep;
import org.limpid.predictor.LoadSeries;
import org.limpid.predictor.ThroughputForecast;
import org.limpid.results.WorkloadPrediction;
import org.limpid.simulation.policy.Durations;
import org.limpid.simulation.policy.Need;
import org.limpid.simulation.policy.Policy;
import org.limpid.simulation.policy.PolicyInputs;
import org.limpid.simulation.policy.WorkloadPredictions;
import org.limpid.simulation.sink.DurationEstimator;

/**
 * What trained models say, never more than could be known at the time: durations are estimated
 * during the run by models that are trained anew every week on what has ended in it; the forecast
 * is that of models trained on the weeks before.
 *
 * <p>Safe for several threads.
 */
public final class ModelPredictions implements PolicyPredictions {
  private final TrainedModels models;
  private final SimulationData data;
  private final Set<WorkloadPrediction> predicted;
  private final PolicyPredictions otherwise;
  private final WorkloadPredictions workloads;
  private final Forecast forecast;
  private final List<Notice> notices = new ArrayList<>();
  private final UpdateSettings updates;
  private final DurationEdits edits;

  /**
   * @param models of this or an earlier trace
   * @param data what is simulated
   * @param predicted what is predicted of workloads
   */
  public ModelPredictions(
      TrainedModels models, SimulationData data, Set<WorkloadPrediction> predicted) {
    this(models, data, predicted, List.of(), UnaryOperator.identity());
  }

  /**
   * The same with changes by hand of every model of durations.
   *
   * @param edits are made to a model as soon as it is trained; those of terms that it lacks are
   *     left out
   * @param fits takes the place of the trainer; its models must be the same
   */
  ModelPredictions(
      TrainedModels models,
      SimulationData data,
      Set<WorkloadPrediction> predicted,
      List<EditStep> edits,
      UnaryOperator<WorkloadTrainer> fits) {
    this.edits = new DurationEdits(edits);
    this.predicted = Set.copyOf(predicted);
    this.models = models;
    this.data = data;
    otherwise = new DatasetPredictions(data);
    workloads = ofWorkloads();
    forecast = ownForecast();
    updates = updates(fits);
  }

  /** A sentence about a prediction, for runs that use it. */
  private record Notice(Predicate<Case> isUsed, String text) {}

  @Override
  public List<String> notices(List<Case> cases) {
    return notices.stream()
        .filter(notice -> cases.stream().anyMatch(notice.isUsed()))
        .map(Notice::text)
        .toList();
  }

  /** Whether jobs may share GPUs. */
  private static boolean isSharing(Case run) {
    return run.uses(Need.PROFILES);
  }

  /** Whether a forecast tells when jobs share, or when the profiler is to grow. */
  private static boolean isForecasting(Case run) {
    return run.uses(Need.FORECAST) || run.uses(Need.PROFILING);
  }

  private boolean isEstimating(Case run) {
    return run.uses(Need.ESTIMATES)
        && run.scenario().settings().get(Durations.SETTING) == Durations.ESTIMATED
        && !areOfDataset(run.policy(), run.scenario());
  }

  /** A policy keeps the estimates that the data set has for it alone: its own model made them. */
  private boolean areOfDataset(Policy policy, Scenario scenario) {
    return scenario.estimates().isPresent()
        || policy
            .about()
            .ownEstimates()
            .filter(data.reader().estimateNames()::contains)
            .isPresent();
  }

  private void note(Predicate<Case> isUsed, String text) {
    notices.add(new Notice(isUsed, text));
  }

  /** What packing-analyze says of the workloads of the data. */
  private WorkloadPredictions ofWorkloads() {
    Optional<PackingModels> packing = models.packing();
    boolean scored = packing.isPresent() && predicted.contains(WorkloadPrediction.SCORES);
    note(
        ModelPredictions::isSharing,
        scored
            ? "Sharing: by share scores of the model of workloads."
            : "Sharing: by the share scores of the data set.");
    if (packing.isEmpty()) {
      return WorkloadPredictions.NONE;
    }
    Profiles profiles = data.reader().profiles();
    return new WorkloadPredictions(
        scored ? packing.get().scores(ScoreMethod.EBM, profiles) : Map.of(),
        predicted.contains(WorkloadPrediction.PAIRS)
            ? packing.get().predictedSpeeds(profiles).withError(models.pairError())
            : PairSpeeds.EMPTY);
  }

  private boolean isEarlier() {
    return models.origin().isBefore(data.startSecond(), data.reader().origin());
  }

  /** Null: that of the data set. */
  private Forecast ownForecast() {
    boolean sameData = models.origin().dataHash().equals(data.reader().contentHash());
    if (models.load().isPresent() && sameData && models.load().get().forecast().size() > 0) {
      note(
          ModelPredictions::isForecasting,
          "Forecast: by models of the load, each trained on the weeks before.");
      return models.load().get().forecast();
    }
    if (models.load().isPresent() && isEarlier()) {
      note(
          ModelPredictions::isForecasting,
          "Forecast: by models of the load of %s.".formatted(models.origin().dataset()));
      return ofEarlierModels(models.load().get());
    }
    note(
        ModelPredictions::isForecasting,
        "Forecast: that of the data set, as the models know no load that lies before the run.");
    return null;
  }

  private Forecast ofEarlierModels(TrainedModels.Load load) {
    LoadSeries series = LoadSeries.of(data.reader());
    return ThroughputForecast.of(
        load.jobs(),
        load.gpus(),
        series.series(),
        data.startSecond(),
        series.series().endSeconds());
  }

  private UpdateSettings updates(UnaryOperator<WorkloadTrainer> fits) {
    boolean first = models.durations().isPresent() && isEarlier();
    note(
        this::isEstimating,
        first
            ? "Durations: by the model of %s until the first Monday, then by models trained every"
                    .formatted(models.origin().dataset())
                + " Monday on the jobs that have ended in the run."
            : "Durations: by the history of like jobs until the first Monday, then by models"
                + " trained every Monday on the jobs that have ended in the run.");
    models
        .durationKind()
        .features()
        .warning()
        .ifPresent(warning -> note(this::isEstimating, warning));
    return updates(models, data, edits, fits);
  }

  /** How durations are learnt during a run with models. */
  public static UpdateSettings updates(TrainedModels models, SimulationData data) {
    return updates(models, data, new DurationEdits(List.of()), UnaryOperator.identity());
  }

  private static UpdateSettings updates(
      TrainedModels models,
      SimulationData data,
      DurationEdits edits,
      UnaryOperator<WorkloadTrainer> fits) {
    LocalDateTime origin = data.reader().origin();
    UpdateSettings weekly =
        UpdateSettings.weekly(
            origin, edits.after(fits.apply(models.durationKind().quickTrainer())));
    boolean first =
        models.durations().isPresent() && models.origin().isBefore(data.startSecond(), origin);
    return first ? weekly.startingWith(edits.of(models.durations().orElseThrow())) : weekly;
  }

  @Override
  public Forecast forecast(Replica replica) {
    return forecast == null ? otherwise.forecast(replica) : replica.forecast(forecast);
  }

  @Override
  public WorkloadPredictions workloads() {
    return workloads;
  }

  @Override
  public PolicyInputs complete(
      PolicyInputs inputs, Policy policy, Scenario scenario, Replica replica) {
    if (areOfDataset(policy, scenario)) {
      return otherwise.complete(inputs, policy, scenario, replica);
    }
    Trace trace = inputs.trace();
    return inputs.withEstimator(() -> new Live(new WeeklyEstimator(trace, updates)));
  }

  /** An estimator as the simulator asks for it. */
  private record Live(OnlineEstimator estimator) implements DurationEstimator {
    @Override
    public void submitted(int row, long now) {
      estimator.submitted(row, now);
    }

    @Override
    public double estimateSeconds(int row, long now) {
      return estimator.estimateSeconds(row, now);
    }

    @Override
    public void started(int row, long now) {
      estimator.started(row, now);
    }

    @Override
    public void ended(int row, long now) {
      estimator.ended(row, now);
    }
  }
}
