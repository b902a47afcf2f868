package org.limpid.estimator.sensitivity;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** What a speed is told from. */
enum SensitivityFeature {
  CPUS("CPUs per GPU", SensitivityPoint::cpus),
  MEMORY("memory per GPU (GB)", SensitivityPoint::memoryGb),
  FEWEST_CPUS("speed with fewest CPUs", point -> point.probe().fewestCpus()),
  LEAST_MEMORY("speed with least memory", point -> point.probe().leastMemory()),
  MOST_CPUS("speed with most CPUs", point -> point.probe().mostCpus()),
  MOST_OF_BOTH("speed with most of both", point -> point.probe().mostOfBoth()),
  /** As if speed rose with CPUs alone, from what the fewest give to what the most can give. */
  SHARE_OF_CPUS("CPUs over fair share, within speeds", SensitivityPoint::shareWithinSpeeds);

  /** Speed is told by what there is, and by what the model makes of it. */
  private static final List<List<SensitivityFeature>> PAIRS =
      List.of(
          List.of(CPUS, MEMORY),
          List.of(SHARE_OF_CPUS, MEMORY),
          List.of(SHARE_OF_CPUS, MOST_CPUS),
          List.of(SHARE_OF_CPUS, LEAST_MEMORY),
          List.of(MEMORY, LEAST_MEMORY),
          List.of(MEMORY, MOST_OF_BOTH));

  private final String featureName;
  private final ToDoubleFunction<SensitivityPoint> value;

  SensitivityFeature(String featureName, ToDoubleFunction<SensitivityPoint> value) {
    this.featureName = featureName;
    this.value = value;
  }

  String featureName() {
    return featureName;
  }

  double of(SensitivityPoint point) {
    return value.applyAsDouble(point);
  }

  /** The pairs, in the words of the parameter of a trainer. */
  static String pairs() {
    return PAIRS.stream()
        .map(pair -> pair.getFirst().featureName + " & " + pair.getLast().featureName)
        .collect(Collectors.joining("; "));
  }
}
