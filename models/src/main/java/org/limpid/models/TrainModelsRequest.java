package org.limpid.models;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.limpid.estimator.FeatureSet;
import org.limpid.predictor.ThroughputPreset;

/**
 * What to train.
 *
 * @param data folder of the data set
 * @param out folder for the models
 * @param overwrite whether models that are there already may be replaced
 * @param load configuration of throughput-predict
 * @param durations what workload-estimate may look at
 * @param threads threads to use; the models don't depend on it
 * @param commandLine the words of the command, for {@code models.json}
 */
public record TrainModelsRequest(
    Path data,
    Path out,
    boolean overwrite,
    ThroughputPreset load,
    FeatureSet durations,
    int threads,
    List<String> commandLine) {
  public TrainModelsRequest {
    Objects.requireNonNull(load, "load");
    Objects.requireNonNull(durations, "durations");
    commandLine = List.copyOf(commandLine);
  }
}
