package org.limpid.interpret.synthetic;

import java.util.List;

/**
 * 2 sin(2 pi x0) + 3 x1 + 8 (x2 - 0.5)^2 + 6 (x3 - 0.5)(x4 - 0.5), and 0.75 more where exactly one
 * of x0 and x5 is above 0.5, 0.75 less elsewhere.
 */
final class TwoPairs {
  private static final int FEATURE_COUNT = 6;
  private static final double NOISE = 0.5;

  private TwoPairs() {}

  static Recipe recipe() {
    return UniformRecipe.regression(
        FEATURE_COUNT,
        x -> wave(x[0]) + 3 * x[1] + bowl(x[2]) + saddle(x[3], x[4]) + board(x[0], x[5]),
        UniformRecipe.normalNoise(NOISE),
        shapes(),
        List.of(
            new TruePair("x3", "x4", TwoPairs::saddle),
            new TruePair("x0", "x5", TwoPairs::board, 0.5)));
  }

  private static List<TrueShape> shapes() {
    return List.of(
        new TrueShape("x0", TwoPairs::wave),
        new TrueShape("x1", x -> 3 * x - 1.5),
        new TrueShape("x2", x -> bowl(x) - 2.0 / 3),
        new TrueShape("x3", x -> 0),
        new TrueShape("x4", x -> 0),
        new TrueShape("x5", x -> 0));
  }

  private static double wave(double x) {
    return 2 * Math.sin(2 * Math.PI * x);
  }

  private static double bowl(double x) {
    return 8 * (x - 0.5) * (x - 0.5);
  }

  private static double saddle(double a, double b) {
    return 6 * (a - 0.5) * (b - 0.5);
  }

  private static double board(double a, double b) {
    return (a > 0.5) != (b > 0.5) ? 0.75 : -0.75;
  }
}
