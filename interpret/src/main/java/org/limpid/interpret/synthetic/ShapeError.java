package org.limpid.interpret.synthetic;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * How far an estimated function is from the true one over a grid of points: the largest absolute
 * error and the root of the mean squared one.
 */
public record ShapeError(double largest, double rootMeanSquare) {
  /** Points of grids are multiples of the margins around jumps, but for this. */
  private static final double ROUNDING = 1e-9;

  /** Equally distant points between 0 and 1 without those within a margin of a jump. */
  static double[] grid(int intervals, List<Double> jumps, double margin) {
    return IntStream.range(1, intervals)
        .mapToDouble(i -> (double) i / intervals)
        .filter(
            point -> jumps.stream().allMatch(jump -> Math.abs(point - jump) > margin + ROUNDING))
        .toArray();
  }

  static ShapeError of(DoubleStream errors) {
    double[] all = errors.toArray();
    double largest = 0;
    double squares = 0;
    for (double error : all) {
      largest = Math.max(largest, Math.abs(error));
      squares += error * error;
    }
    return new ShapeError(largest, Math.sqrt(squares / all.length));
  }
}
