package org.limpid.neural;

import java.util.Arrays;

/**
 * Brings the numbers of states to a mean of 0 and a standard deviation of 1: {@code (x - mean) /
 * deviation}.
 *
 * @param means of each number of a state
 * @param deviations of each, above 0
 */
record Scaling(double[] means, double[] deviations) {
  Scaling {
    means = means.clone();
    deviations = deviations.clone();
    if (means.length != deviations.length || Arrays.stream(deviations).anyMatch(d -> !(d > 0))) {
      throw new IllegalArgumentException("expected a deviation above 0 for each mean");
    }
  }

  /** Leaves numbers as they are. */
  static Scaling none(int numbers) {
    double[] ones = new double[numbers];
    Arrays.fill(ones, 1);
    return new Scaling(new double[numbers], ones);
  }

  /** That of all states of examples; a number that is always the same has the deviation 1. */
  static Scaling of(Examples examples) {
    double[] means = new double[examples.window().apply(0)[0].length];
    double[] squares = new double[means.length];
    long states = 0;
    // Means and sums of squared differences that grow by a state (Welford 1962).
    for (int example = 0; example < examples.size(); example++) {
      for (double[] state : examples.window().apply(example)) {
        states++;
        for (int i = 0; i < state.length; i++) {
          double difference = state[i] - means[i];
          means[i] += difference / states;
          squares[i] += difference * (state[i] - means[i]);
        }
      }
    }
    long count = states;
    return new Scaling(
        means, Arrays.stream(squares).map(sum -> sum > 0 ? Math.sqrt(sum / count) : 1).toArray());
  }

  /** Writes the scaled numbers of a window into an array, state by state. */
  void write(double[][] window, float[] target, int from) {
    int next = from;
    for (double[] state : window) {
      for (int i = 0; i < state.length; i++) {
        target[next++] = (float) ((state[i] - means[i]) / deviations[i]);
      }
    }
  }

  @Override
  public double[] means() {
    return means.clone();
  }

  @Override
  public double[] deviations() {
    return deviations.clone();
  }
}
