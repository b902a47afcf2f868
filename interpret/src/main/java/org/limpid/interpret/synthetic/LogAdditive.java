package org.limpid.interpret.synthetic;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * Positive targets whose mean is e^(0.5 + sin(2 pi x0) + 2 x1 - 1 + [x2 > 0.6] - 0.4); x3 idles.
 */
final class LogAdditive {
  private static final int FEATURE_COUNT = 4;
  private static final double MEAN = 0.5;

  private LogAdditive() {}

  /** Counts: Poisson. */
  static Recipe counts() {
    return recipe(Draws::poisson);
  }

  /** Positive numbers: gamma of shape 2. */
  static Recipe durations() {
    return recipe(Draws::gammaOfShapeTwo);
  }

  private static Recipe recipe(UniformRecipe.Draw draw) {
    DoubleUnaryOperator wave = x -> Math.sin(2 * Math.PI * x);
    DoubleUnaryOperator line = x -> 2 * x - 1;
    DoubleUnaryOperator step = x -> (x > 0.6 ? 1 : 0) - 0.4;
    return new UniformRecipe(
        FEATURE_COUNT,
        x -> MEAN + wave.applyAsDouble(x[0]) + line.applyAsDouble(x[1]) + step.applyAsDouble(x[2]),
        Math::exp,
        draw,
        List.of(),
        List.of(
            new TrueShape("x0", wave),
            new TrueShape("x1", line),
            new TrueShape("x2", step, 0.6),
            new TrueShape("x3", x -> 0)),
        List.of());
  }
}
