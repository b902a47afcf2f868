package org.limpid.interpret.synthetic;

import java.util.List;
import java.util.Objects;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.DoubleStream;

/**
 * What two features that are spread evenly over 0 to 1 truly add beyond their shapes; its mean over
 * either of the two is 0. It may jump at values of either feature.
 */
public record TruePair(
    String first, String second, DoubleBinaryOperator function, List<Double> jumps) {
  private static final int GRID_INTERVALS = 50;
  private static final double JUMP_MARGIN = 0.02;

  public TruePair {
    Objects.requireNonNull(first, "first");
    Objects.requireNonNull(second, "second");
    Objects.requireNonNull(function, "function");
    jumps = List.copyOf(jumps);
  }

  TruePair(String first, String second, DoubleBinaryOperator function, Double... jumps) {
    this(first, second, function, List.of(jumps));
  }

  /** Name of the term: both features, joined by {@code " & "}. */
  public String name() {
    return first + " & " + second;
  }

  public double at(double firstValue, double secondValue) {
    return function.applyAsDouble(firstValue, secondValue);
  }

  /**
   * The values of each feature at which errors are taken: i / 50 for i from 1 to 49, without those
   * within 0.02 of a jump.
   */
  public double[] grid() {
    return ShapeError.grid(GRID_INTERVALS, jumps, JUMP_MARGIN);
  }

  /** How far an estimate of the pair is from it, over all points of the grid of both features. */
  public ShapeError errorOf(DoubleBinaryOperator estimate) {
    return ShapeError.of(
        DoubleStream.of(grid())
            .flatMap(
                a -> DoubleStream.of(grid()).map(b -> estimate.applyAsDouble(a, b) - at(a, b))));
  }
}
