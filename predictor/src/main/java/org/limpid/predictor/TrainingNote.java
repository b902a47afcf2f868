package org.limpid.predictor;

import java.time.LocalDateTime;
import java.util.Objects;
import org.limpid.predictor.feature.FeatureSet;

/**
 * What has to be known of a model of the load beside the model itself.
 *
 * @param configuration name of the configuration
 * @param target what is predicted
 * @param features what it is predicted from
 * @param trainedFrom start of the first slot that was learnt from, wall clock of the cluster
 * @param trainedUntil end of the last slot that was learnt from
 * @param halfLifeDays how fast old slots lost weight; infinite if they did not
 */
public record TrainingNote(
    String configuration,
    LoadTarget target,
    FeatureSet features,
    LocalDateTime trainedFrom,
    LocalDateTime trainedUntil,
    double halfLifeDays) {
  public TrainingNote {
    Objects.requireNonNull(configuration, "configuration");
    Objects.requireNonNull(target, "target");
    Objects.requireNonNull(features, "features");
    Objects.requireNonNull(trainedFrom, "trainedFrom");
    Objects.requireNonNull(trainedUntil, "trainedUntil");
  }
}
