package org.limpid.models;

import java.util.Objects;
import org.limpid.data.Forecast;
import org.limpid.predictor.ThroughputModel;

/**
 * The models of the load, and the forecast that such models would have made in time.
 *
 * @param jobs trained on the whole series
 * @param gpus trained on the whole series
 * @param forecast for every slot what a model trained on the weeks before it expects; {@link
 *     Forecast#EMPTY} if too little was known before
 */
public record LoadModels(ThroughputModel jobs, ThroughputModel gpus, Forecast forecast) {
  public LoadModels {
    Objects.requireNonNull(jobs, "jobs");
    Objects.requireNonNull(gpus, "gpus");
    Objects.requireNonNull(forecast, "forecast");
  }
}
