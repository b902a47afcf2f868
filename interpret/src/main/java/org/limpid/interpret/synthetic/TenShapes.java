package org.limpid.interpret.synthetic;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** Ten functions of one feature each: waves, parabolas, steps, saws and two of nothing. */
final class TenShapes {
  private static final double NOISE = 0.5;

  /**
   * A function of one feature.
   *
   * @param mean its mean over 0 to 1
   */
  private record Shape(DoubleUnaryOperator function, double mean, Double... jumps) {
    double at(double x) {
      return function.applyAsDouble(x);
    }

    double centredAt(double x) {
      return at(x) - mean;
    }
  }

  private static final List<Shape> SHAPES =
      List.of(
          new Shape(x -> 2 * Math.sin(2 * Math.PI * x), 0),
          new Shape(x -> 8 * (x - 0.5) * (x - 0.5), 2.0 / 3),
          new Shape(x -> x > 0.3 ? 1.5 : 0, 1.05, 0.3),
          new Shape(x -> 3 * x, 1.5),
          new Shape(x -> 0.5 * Math.exp(2 * x), (Math.exp(2) - 1) / 4),
          new Shape(x -> 4 * Math.abs(x - 0.5), 1),
          new Shape(x -> Math.log(1 + 9 * x), 10.0 / 9 * Math.log(10) - 1),
          new Shape(x -> 4 * x - Math.floor(4 * x), 0.5, 0.0, 0.25, 0.5, 0.75, 1.0),
          new Shape(x -> 0, 0),
          new Shape(x -> 0, 0));

  private TenShapes() {}

  /** The functions add up to a number. */
  static Recipe regression() {
    return UniformRecipe.regression(
        SHAPES.size(), TenShapes::sum, UniformRecipe.normalNoise(NOISE), shapes(), List.of());
  }

  /** The centred functions add up to the logit of the second class. */
  static Recipe classification() {
    return new UniformRecipe(
        SHAPES.size(),
        TenShapes::centredSum,
        logit -> 1 / (1 + Math.exp(-logit)),
        (random, probability) -> random.nextDouble() < probability ? 1 : 0,
        List.of("0", "1"),
        shapes(),
        List.of());
  }

  private static double sum(double[] row) {
    double sum = 0;
    for (int j = 0; j < row.length; j++) {
      sum += SHAPES.get(j).at(row[j]);
    }
    return sum;
  }

  private static double centredSum(double[] row) {
    double sum = 0;
    for (int j = 0; j < row.length; j++) {
      sum += SHAPES.get(j).centredAt(row[j]);
    }
    return sum;
  }

  private static List<TrueShape> shapes() {
    return IntStream.range(0, SHAPES.size()).mapToObj(TenShapes::shape).toList();
  }

  private static TrueShape shape(int index) {
    Shape shape = SHAPES.get(index);
    return new TrueShape("x" + index, shape::centredAt, List.of(shape.jumps()));
  }
}
