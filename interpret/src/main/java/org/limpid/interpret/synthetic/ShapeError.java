package org.limpid.interpret.synthetic;

import java.util.stream.DoubleStream;

/**
 * How far an estimated function is from the true one over a grid of points.
 *
 * @param largest largest absolute error
 * @param rootMeanSquare root of the mean squared error
 */
public record ShapeError(double largest, double rootMeanSquare) {
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
