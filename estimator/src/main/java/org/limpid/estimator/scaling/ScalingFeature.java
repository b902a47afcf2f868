package org.limpid.estimator.scaling;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** What scaling is told from. A score may only go the way that physics says. */
enum ScalingFeature {
  GPUS("GPUs", -1, ScalingPoint::gpus),
  NODES("nodes", -1, ScalingPoint::nodes),
  BATCH_PER_GPU("batch per GPU", 0, ScalingPoint::batchPerGpu),
  /** What a GPU computes between two exchanges with the others, which is what hides these. */
  COMPUTING("computing per iteration (s)", +1, ScalingPoint::computingSeconds);

  private final String featureName;
  private final int direction;
  private final ToDoubleFunction<ScalingPoint> value;

  ScalingFeature(String featureName, int direction, ToDoubleFunction<ScalingPoint> value) {
    this.featureName = featureName;
    this.direction = direction;
    this.value = value;
  }

  String featureName() {
    return featureName;
  }

  double of(ScalingPoint point) {
    return value.applyAsDouble(point);
  }

  /** Which scores may only rise or fall, in the words of the parameter of a trainer. */
  static String directions() {
    return Arrays.stream(values())
        .filter(feature -> feature.direction != 0)
        .map(feature -> "%s: %+d".formatted(feature.featureName, feature.direction))
        .collect(Collectors.joining("; "));
  }
}
