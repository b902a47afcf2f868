package org.limpid.interpret.synthetic;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** Regressions that ask for a constraint or for an objective other than the squared error. */
final class OutOfTheOrdinary {
  private static final double NOISE = 1;

  private OutOfTheOrdinary() {}

  /** x0 rises, x1 falls, both with plateaus; x2 turns. */
  static Recipe monotone() {
    DoubleUnaryOperator rising = x -> (x < 0.4 ? 5 * x : 2) + (x > 0.8 ? 2 : 0);
    DoubleUnaryOperator falling = x -> 3 * Math.exp(-4 * x);
    DoubleUnaryOperator turning = x -> 8 * (x - 0.5) * (x - 0.5);
    return UniformRecipe.regression(
        3,
        x -> rising.applyAsDouble(x[0]) + falling.applyAsDouble(x[1]) + turning.applyAsDouble(x[2]),
        UniformRecipe.normalNoise(NOISE),
        List.of(
            new TrueShape("x0", x -> rising.applyAsDouble(x) - 2, 0.8),
            new TrueShape("x1", x -> falling.applyAsDouble(x) - 0.75 * (1 - Math.exp(-4))),
            new TrueShape("x2", x -> turning.applyAsDouble(x) - 2.0 / 3)),
        List.of());
  }

  /** 3 sin(2 pi x0) + 4 x1; x2 idles. */
  static Recipe heavyTailed() {
    DoubleUnaryOperator wave = x -> 3 * Math.sin(2 * Math.PI * x);
    return UniformRecipe.regression(
        3,
        x -> wave.applyAsDouble(x[0]) + 4 * x[1],
        (random, expectation) -> expectation + Draws.studentWithTwoDegrees(random),
        List.of(
            new TrueShape("x0", wave),
            new TrueShape("x1", x -> 4 * x - 2),
            new TrueShape("x2", x -> 0)),
        List.of());
  }
}
