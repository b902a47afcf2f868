package org.limpid.interpret.synthetic;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.limpid.interpret.synthetic.Recipe.Draw;

/**
 * The recipes of {@link SyntheticData} for independent features, which are spread evenly over 0 to
 * 1 unless said otherwise. Where a recipe gives no shapes, what single features add is not known.
 */
final class Recipes {
  private Recipes() {}

  private static Recipe regression(
      int featureCount,
      ToDoubleFunction<double[]> score,
      Draw draw,
      List<TrueShape> shapes,
      List<TruePair> pairs) {
    return new Recipe.Independent(
        featureCount,
        SplittableRandom::nextDouble,
        x -> new double[] {score.applyAsDouble(x)},
        draw,
        List.of(),
        shapes,
        pairs);
  }

  private static Draw normalNoise(double deviation) {
    return (random, expectation) -> expectation[0] + deviation * Draws.normal(random);
  }

  private static TrueShape idle(String feature) {
    return new TrueShape(feature, x -> 0);
  }

  private static double square(double x) {
    return x * x;
  }

  private static double wave(double x) {
    return 2 * Math.sin(2 * Math.PI * x);
  }

  private static double bowl(double x) {
    return 8 * (x - 0.5) * (x - 0.5);
  }

  /**
   * 10 sin(pi x0 x1) + 20 (x2 - 0.5)^2 + 10 x3 + 5 x4. What x0 alone adds is the mean of the sine
   * over x1, h(x) = 10 (1 - cos(pi x)) / (pi x); x1 likewise.
   */
  static Recipe friedman() {
    double mean = meanOfSine();
    Stream<TrueShape> active =
        Stream.of(
            new TrueShape("x0", x -> meanOverOther(x) - mean),
            new TrueShape("x1", x -> meanOverOther(x) - mean),
            new TrueShape("x2", x -> 20 * square(x - 0.5) - 20.0 / 12),
            new TrueShape("x3", x -> 10 * x - 5),
            new TrueShape("x4", x -> 5 * x - 2.5));
    Stream<TrueShape> others = Stream.of("x5", "x6", "x7", "x8", "x9").map(Recipes::idle);
    return regression(
        10,
        x -> sine(x[0], x[1]) + 20 * square(x[2] - 0.5) + 10 * x[3] + 5 * x[4],
        normalNoise(1),
        Stream.concat(active, others).toList(),
        List.of(
            new TruePair(
                "x0", "x1", (a, b) -> sine(a, b) - meanOverOther(a) - meanOverOther(b) + mean)));
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

  /**
   * 2 sin(2 pi x0) + 3 x1 + 8 (x2 - 0.5)^2 + 6 (x3 - 0.5)(x4 - 0.5), and 0.75 more where exactly
   * one of x0 and x5 is above 0.5, 0.75 less elsewhere.
   */
  static Recipe twoPairs() {
    return regression(
        6,
        x -> wave(x[0]) + 3 * x[1] + bowl(x[2]) + saddle(x[3], x[4]) + board(x[0], x[5]),
        normalNoise(0.5),
        List.of(
            new TrueShape("x0", Recipes::wave),
            new TrueShape("x1", x -> 3 * x - 1.5),
            new TrueShape("x2", x -> bowl(x) - 2.0 / 3),
            idle("x3"),
            idle("x4"),
            idle("x5")),
        List.of(
            new TruePair("x3", "x4", Recipes::saddle),
            new TruePair("x0", "x5", Recipes::board, 0.5)));
  }

  private static double saddle(double a, double b) {
    return 6 * (a - 0.5) * (b - 0.5);
  }

  private static double board(double a, double b) {
    return (a > 0.5) != (b > 0.5) ? 0.75 : -0.75;
  }

  /** A function of one feature and its mean over 0 to 1. */
  private record Shape(DoubleUnaryOperator function, double mean, Double... jumps) {
    double at(double x) {
      return function.applyAsDouble(x);
    }

    double centredAt(double x) {
      return at(x) - mean;
    }
  }

  /** Waves, parabolas, steps, saws and two of nothing. */
  private static final List<Shape> TEN_SHAPES =
      List.of(
          new Shape(Recipes::wave, 0),
          new Shape(Recipes::bowl, 2.0 / 3),
          new Shape(x -> x > 0.3 ? 1.5 : 0, 1.05, 0.3),
          new Shape(x -> 3 * x, 1.5),
          new Shape(x -> 0.5 * Math.exp(2 * x), (Math.exp(2) - 1) / 4),
          new Shape(x -> 4 * Math.abs(x - 0.5), 1),
          new Shape(x -> Math.log(1 + 9 * x), 10.0 / 9 * Math.log(10) - 1),
          new Shape(x -> 4 * x - Math.floor(4 * x), 0.5, 0.0, 0.25, 0.5, 0.75, 1.0),
          new Shape(x -> 0, 0),
          new Shape(x -> 0, 0));

  /** Ten functions of a feature each add up to a number. */
  static Recipe tenShapes() {
    return regression(
        TEN_SHAPES.size(),
        x -> {
          double sum = 0;
          for (int j = 0; j < x.length; j++) {
            sum += TEN_SHAPES.get(j).at(x[j]);
          }
          return sum;
        },
        normalNoise(0.5),
        tenTrueShapes(),
        List.of());
  }

  /** The ten functions, centred, add up to the logit of the second class. */
  static Recipe logitOfTenShapes() {
    return new Recipe.Independent(
        TEN_SHAPES.size(),
        SplittableRandom::nextDouble,
        x -> {
          double logit = 0;
          for (int j = 0; j < x.length; j++) {
            logit += TEN_SHAPES.get(j).centredAt(x[j]);
          }
          double probability = 1 / (1 + Math.exp(-logit));
          return new double[] {1 - probability, probability};
        },
        (random, probabilities) -> random.nextDouble() < probabilities[1] ? 1 : 0,
        List.of("0", "1"),
        tenTrueShapes(),
        List.of());
  }

  private static List<TrueShape> tenTrueShapes() {
    return IntStream.range(0, TEN_SHAPES.size())
        .mapToObj(j -> {
          Shape shape = TEN_SHAPES.get(j);
          return new TrueShape("x" + j, shape::centredAt, List.of(shape.jumps()));
        })
        .toList();
  }

  /** Poisson counts of the mean of {@link #logAdditive}. */
  static Recipe counts() {
    return logAdditive((random, mean) -> Draws.poisson(random, mean[0]));
  }

  /** Gamma variates of shape 2 and the mean of {@link #logAdditive}. */
  static Recipe durations() {
    return logAdditive((random, mean) -> Draws.gammaOfShapeTwo(random, mean[0]));
  }

  /** The mean is e^(0.5 + sin(2 pi x0) + 2 x1 - 1 + [x2 > 0.6] - 0.4); x3 idles. */
  private static Recipe logAdditive(Draw draw) {
    DoubleUnaryOperator wave = x -> Math.sin(2 * Math.PI * x);
    DoubleUnaryOperator line = x -> 2 * x - 1;
    DoubleUnaryOperator step = x -> (x > 0.6 ? 1 : 0) - 0.4;
    return regression(
        4,
        x ->
            Math.exp(
                0.5
                    + wave.applyAsDouble(x[0])
                    + line.applyAsDouble(x[1])
                    + step.applyAsDouble(x[2])),
        draw,
        List.of(
            new TrueShape("x0", wave),
            new TrueShape("x1", line),
            new TrueShape("x2", step, 0.6),
            idle("x3")),
        List.of());
  }

  /** x0 rises, x1 falls, both with plateaus; x2 turns. */
  static Recipe monotone() {
    DoubleUnaryOperator rising = x -> (x < 0.4 ? 5 * x : 2) + (x > 0.8 ? 2 : 0);
    DoubleUnaryOperator falling = x -> 3 * Math.exp(-4 * x);
    return regression(
        3,
        x -> rising.applyAsDouble(x[0]) + falling.applyAsDouble(x[1]) + bowl(x[2]),
        normalNoise(1),
        List.of(
            new TrueShape("x0", x -> rising.applyAsDouble(x) - 2, 0.8),
            new TrueShape("x1", x -> falling.applyAsDouble(x) - 0.75 * (1 - Math.exp(-4))),
            new TrueShape("x2", x -> bowl(x) - 2.0 / 3)),
        List.of());
  }

  /** 3 sin(2 pi x0) + 4 x1; x2 idles. */
  static Recipe heavyTailed() {
    DoubleUnaryOperator wave = x -> 3 * Math.sin(2 * Math.PI * x);
    return regression(
        3,
        x -> wave.applyAsDouble(x[0]) + 4 * x[1],
        (random, expectation) -> expectation[0] + Draws.studentWithTwoDegrees(random),
        List.of(new TrueShape("x0", wave), new TrueShape("x1", x -> 4 * x - 2), idle("x2")),
        List.of());
  }

  /** sqrt(R^2 + (w L - 1 / (w C))^2) of a circuit, see {@link #reactance}. */
  static Recipe impedance() {
    return regression(
        4, x -> Math.hypot(100 * x[0], reactance(x)), normalNoise(125), List.of(), List.of());
  }

  /** atan((w L - 1 / (w C)) / R) of the same circuit. */
  static Recipe phase() {
    return regression(
        4, x -> Math.atan(reactance(x) / (100 * x[0])), normalNoise(0.1), List.of(), List.of());
  }

  /**
   * An alternating current of angular frequency w flows through a resistor R, a coil L and a
   * capacitor C. x0 to x3 stand for R from 0 to 100, w from 40 pi to 560 pi, L from 0 to 1 and C
   * from 1 to 11.
   */
  private static double reactance(double[] x) {
    double frequency = Math.PI * (40 + 520 * x[1]);
    return frequency * x[2] - 1 / (frequency * (1 + 10 * x[3]));
  }

  /**
   * Ten normal features; {@code out} where the sum of their squares is above 9.34, the median of
   * chi-squared with ten degrees of freedom, else {@code in}. There is no noise.
   */
  static Recipe ball() {
    return new Recipe.Independent(
        10,
        Draws::normal,
        x -> {
          double squares = 0;
          for (double each : x) {
            squares += each * each;
          }
          return squares > 9.34 ? new double[] {0, 1} : new double[] {1, 0};
        },
        (random, probabilities) -> probabilities[1],
        List.of("in", "out"),
        List.of(),
        List.of());
  }

  /** Three classes; the fourth feature idles. */
  static Recipe threeClasses() {
    return softmax(
        4,
        List.of("high", "low", "middle"),
        x ->
            new double[] {
              4 * x[0] - 2 + Math.sin(2 * Math.PI * x[1]),
              2 - 4 * x[0] + (x[2] > 0.5 ? 1 : -1),
              2 - 8 * Math.abs(x[0] - 0.5)
            });
  }

  /** Each of five classes has a line, a wave, a step and a fold of its own. */
  static Recipe fiveClasses() {
    return softmax(
        20,
        List.of("a", "b", "c", "d", "e"),
        x -> {
          double[] scores = new double[5];
          for (int k = 0; k < scores.length; k++) {
            int first = 4 * k;
            double line = 9 * (x[first] - 0.5);
            double wave = 3.6 * Math.sin(2 * Math.PI * x[first + 1]);
            double step = x[first + 2] > 0.6 ? 2.4 : -2.4;
            double fold = 12 * Math.abs(x[first + 3] - 0.5) - 3;
            scores[k] = line + wave + step + fold;
          }
          return scores;
        });
  }

  private static Recipe softmax(
      int featureCount, List<String> classes, UnaryOperator<double[]> scores) {
    return new Recipe.Independent(
        featureCount,
        SplittableRandom::nextDouble,
        x -> {
          double[] odds = DoubleStream.of(scores.apply(x)).map(Math::exp).toArray();
          double total = 0;
          for (double each : odds) {
            total += each;
          }
          double sum = total;
          return DoubleStream.of(odds).map(each -> each / sum).toArray();
        },
        Draws::choice,
        classes,
        List.of(),
        List.of());
  }
}
