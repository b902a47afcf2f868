package org.limpid.adaptation.learning;

/**
 * Adam (Kingma and Ba, 2015): steps along the mean of recent gradients, divided by the root of the
 * mean of their squares, both corrected for their start at zero. No decay of weights.
 */
final class Adam {
  private static final double MEAN_DECAY = 0.9;
  private static final double SQUARE_DECAY = 0.999;
  private static final double LEAST_ROOT = 1e-8;

  private final double[] means;
  private final double[] squares;
  private double meanLeft = 1;
  private double squareLeft = 1;

  Adam(int weights) {
    means = new double[weights];
    squares = new double[weights];
  }

  /** Changes weights against their gradient. */
  void step(double[] weights, double[] gradient, double learningRate) {
    meanLeft *= MEAN_DECAY;
    squareLeft *= SQUARE_DECAY;
    double rate = learningRate / (1 - meanLeft);
    double correction = 1 / Math.sqrt(1 - squareLeft);
    for (int i = 0; i < weights.length; i++) {
      double slope = gradient[i];
      double mean = means[i] + (1 - MEAN_DECAY) * (slope - means[i]);
      double square = SQUARE_DECAY * squares[i] + (1 - SQUARE_DECAY) * slope * slope;
      means[i] = mean;
      squares[i] = square;
      weights[i] -= rate * mean / (Math.sqrt(square) * correction + LEAST_ROOT);
    }
  }

  /** The means of recent gradients, by weight; not a copy. */
  double[] means() {
    return means;
  }

  /** The means of their squares, by weight; not a copy. */
  double[] squares() {
    return squares;
  }

  /** Goes on behind so many steps, whose means and squares are there. */
  void resume(long steps) {
    meanLeft = 1;
    squareLeft = 1;
    for (long step = 0; step < steps; step++) {
      meanLeft *= MEAN_DECAY;
      squareLeft *= SQUARE_DECAY;
    }
  }
}
