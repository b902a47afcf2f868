package org.limpid.models;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.limpid.analyzer.PackingModels;
import org.limpid.data.Forecast;
import org.limpid.estimator.DurationKind;
import org.limpid.estimator.JobDurationModel;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.predictor.ThroughputModel;

/**
 * Those of the three models of a data set that could be trained.
 *
 * @param origin what they come from
 * @param load throughput-predict
 * @param packing packing-analyze
 * @param pairError how far predicted rates of pairs were off for deep-learning models held out:
 *     root of the mean of squares; {@code NaN} if nobody tried
 * @param durations workload-estimate, trained on all jobs
 * @param durationKind which models of durations are learnt, also within a run
 * @param leftOut what could not be trained or used and why, one sentence each
 */
public record TrainedModels(
    ModelsOrigin origin,
    Optional<Load> load,
    Optional<PackingModels> packing,
    double pairError,
    Optional<JobDurationModel> durations,
    DurationKind durationKind,
    List<String> leftOut) {
  public TrainedModels {
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(load, "load");
    Objects.requireNonNull(packing, "packing");
    Objects.requireNonNull(durations, "durations");
    Objects.requireNonNull(durationKind, "durationKind");
    leftOut = List.copyOf(leftOut);
  }

  /** Whether nothing could be trained. */
  public boolean isEmpty() {
    return load.isEmpty() && packing.isEmpty() && durations.isEmpty();
  }

  /** Whether the rates of pairs can be predicted. */
  public boolean predictsPairs() {
    return packing.flatMap(PackingModels::pairSpeeds).isPresent();
  }

  /**
   * These models.
   *
   * @throws DataException if nothing could be trained; it says why
   */
  public TrainedModels orRefuse() {
    if (isEmpty()) {
      throw new DataException(
          Problem.of(
              origin.dataset(),
              "nothing can be learnt from this data set. " + String.join(" ", leftOut),
              ""));
    }
    return this;
  }

  /**
   * The models of the load, and the forecast that such models would have made in time.
   *
   * @param jobs trained on the whole series
   * @param gpus trained on the whole series
   * @param forecast for every slot what a model trained on the weeks before it expects; {@link
   *     Forecast#EMPTY} if too little was known before
   */
  public record Load(ThroughputModel jobs, ThroughputModel gpus, Forecast forecast) {
    public Load {
      Objects.requireNonNull(jobs, "jobs");
      Objects.requireNonNull(gpus, "gpus");
      Objects.requireNonNull(forecast, "forecast");
    }
  }
}
