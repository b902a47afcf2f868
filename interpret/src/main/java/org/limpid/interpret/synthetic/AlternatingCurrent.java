package org.limpid.interpret.synthetic;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A circuit in which an alternating current of angular frequency w flows through a resistor R, a
 * coil L and a capacitor C. x0 to x3 stand for R from 0 to 100, w from 40 pi to 560 pi, L from 0 to
 * 1 and C from 1 to 11. What single features add has no closed form.
 */
final class AlternatingCurrent {
  private static final int FEATURE_COUNT = 4;
  private static final double IMPEDANCE_NOISE = 125;
  private static final double PHASE_NOISE = 0.1;

  private AlternatingCurrent() {}

  /** sqrt(R^2 + (w L - 1 / (w C))^2). */
  static Recipe impedance() {
    return recipe(x -> Math.hypot(resistance(x), reactance(x)), IMPEDANCE_NOISE);
  }

  /** atan((w L - 1 / (w C)) / R). */
  static Recipe phase() {
    return recipe(x -> Math.atan(reactance(x) / resistance(x)), PHASE_NOISE);
  }

  private static Recipe recipe(ToDoubleFunction<double[]> score, double noise) {
    return UniformRecipe.regression(
        FEATURE_COUNT, score, UniformRecipe.normalNoise(noise), List.of(), List.of());
  }

  private static double resistance(double[] x) {
    return 100 * x[0];
  }

  private static double reactance(double[] x) {
    double frequency = Math.PI * (40 + 520 * x[1]);
    return frequency * x[2] - 1 / (frequency * (1 + 10 * x[3]));
  }
}
