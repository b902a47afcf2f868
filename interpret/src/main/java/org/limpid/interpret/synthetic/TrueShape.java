package org.limpid.interpret.synthetic;

import java.util.List;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;

/**
 * What a feature that is spread evenly over 0 to 1 truly adds; its mean over the feature is 0. No
 * table of scores can follow closely where the function jumps.
 */
public record TrueShape(String feature, DoubleUnaryOperator function, List<Double> jumps) {
  private static final int GRID_INTERVALS = 200;
  private static final double JUMP_MARGIN = 0.0075;

  public TrueShape {
    Objects.requireNonNull(feature, "feature");
    Objects.requireNonNull(function, "function");
    jumps = List.copyOf(jumps);
  }

  TrueShape(String feature, DoubleUnaryOperator function, Double... jumps) {
    this(feature, function, List.of(jumps));
  }

  public double at(double value) {
    return function.applyAsDouble(value);
  }

  /**
   * Where errors are taken: i / 200 for i from 1 to 199, without points within 0.0075 of a jump.
   */
  public double[] grid() {
    return ShapeError.grid(GRID_INTERVALS, jumps, JUMP_MARGIN);
  }

  /** How far an estimate of the shape is from it, over {@link #grid()}. */
  public ShapeError errorOf(DoubleUnaryOperator estimate) {
    return ShapeError.of(
        DoubleStream.of(grid()).map(point -> estimate.applyAsDouble(point) - at(point)));
  }
}
