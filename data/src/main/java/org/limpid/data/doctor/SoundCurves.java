package org.limpid.data.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.limpid.data.ScalingCurve;
import org.limpid.data.ScalingCurves;
import org.limpid.data.io.ScalingWarnings;

/** Takes from scaling curves what is odd about them. */
final class SoundCurves {
  private SoundCurves() {}

  /**
   * The curves up to the most GPUs for which they are sound, without those that are so for no
   * number of GPUs, and without numbers of GPUs on which no model runs.
   */
  static ScalingCurves of(ScalingCurves curves) {
    List<ScalingCurve> sound =
        curves.all().stream().map(SoundCurves::lowered).flatMap(Optional::stream).toList();
    List<ScalingCurve> used = new ArrayList<>();
    for (ScalingCurve curve : sound) {
      used.add(
          with(
              curve,
              curve.mostElasticGpus(),
              IntStream.range(0, curve.columns())
                  .filter(column -> isUsed(sound, curve.gpuCount(column)))
                  .toArray()));
    }
    return ScalingCurves.of(used);
  }

  private static boolean isUsed(List<ScalingCurve> curves, int gpus) {
    return curves.stream().anyMatch(curve -> curve.runsOn(gpus));
  }

  private static Optional<ScalingCurve> lowered(ScalingCurve curve) {
    OptionalInt odd = ScalingWarnings.firstOddColumn(curve);
    if (odd.isEmpty()) {
      return Optional.of(curve);
    }
    int[] all = IntStream.range(0, curve.columns()).toArray();
    return odd.getAsInt() == 0
        ? Optional.empty()
        : Optional.of(with(curve, curve.gpuCount(odd.getAsInt() - 1), all));
  }

  private static ScalingCurve with(ScalingCurve curve, int most, int[] columns) {
    ScalingCurve changed =
        ScalingCurve.of(
            curve.model(),
            curve.batchSize(),
            most,
            IntStream.of(columns).map(curve::gpuCount).toArray(),
            IntStream.of(columns).mapToDouble(curve::throughput).toArray());
    return curve.isPredicted() ? changed.asPredicted() : changed;
  }
}
