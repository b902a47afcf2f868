package org.limpid.interpret.synthetic;

import java.util.List;
import java.util.stream.Stream;

/**
 * 10 sin(pi x0 x1) + 20 (x2 - 0.5)^2 + 10 x3 + 5 x4. What x0 alone adds is the mean of the sine
 * over x1, h(x) = 10 (1 - cos(pi x)) / (pi x); x1 likewise.
 */
final class Friedman {
  private static final int FEATURE_COUNT = 10;
  private static final double NOISE = 1;

  private Friedman() {}

  static Recipe recipe() {
    return UniformRecipe.regression(
        FEATURE_COUNT,
        x -> sine(x[0], x[1]) + 20 * square(x[2] - 0.5) + 10 * x[3] + 5 * x[4],
        UniformRecipe.normalNoise(NOISE),
        shapes(),
        List.of(new TruePair("x0", "x1", Friedman::beyondShapes)));
  }

  private static List<TrueShape> shapes() {
    double mean = meanOfSine();
    Stream<TrueShape> active =
        Stream.of(
            new TrueShape("x0", x -> meanOverOther(x) - mean),
            new TrueShape("x1", x -> meanOverOther(x) - mean),
            new TrueShape("x2", x -> 20 * square(x - 0.5) - 20.0 / 12),
            new TrueShape("x3", x -> 10 * x - 5),
            new TrueShape("x4", x -> 5 * x - 2.5));
    Stream<TrueShape> idle =
        Stream.of("x5", "x6", "x7", "x8", "x9").map(name -> new TrueShape(name, x -> 0));
    return Stream.concat(active, idle).toList();
  }

  private static double beyondShapes(double a, double b) {
    return sine(a, b) - meanOverOther(a) - meanOverOther(b) + meanOfSine();
  }

  private static double sine(double a, double b) {
    return 10 * Math.sin(Math.PI * a * b);
  }

  /** h(x); 0 at 0. */
  private static double meanOverOther(double x) {
    return x == 0 ? 0 : 10 * (1 - Math.cos(Math.PI * x)) / (Math.PI * x);
  }

  /**
   * The mean of h over 0 to 1: 10 / pi times the integral of (1 - cos t) / t from 0 to pi, by its
   * series, pi^2 / (2 2!) - pi^4 / (4 4!) + ...
   */
  private static double meanOfSine() {
    double sum = 0;
    double power = -1;
    for (int k = 2; k < 40; k += 2) {
      power *= -Math.PI * Math.PI / ((k - 1) * k);
      sum += power / k;
    }
    return 10 / Math.PI * sum;
  }

  private static double square(double x) {
    return x * x;
  }
}
