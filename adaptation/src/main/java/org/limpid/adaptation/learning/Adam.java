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
    double correction = StrictMath.sqrt(1 - squareLeft);
    for (int i = 0; i < weights.length; i++) {
      means[i] += (1 - MEAN_DECAY) * (gradient[i] - means[i]);
      squares[i] = SQUARE_DECAY * squares[i] + (1 - SQUARE_DECAY) * gradient[i] * gradient[i];
      weights[i] -= rate * means[i] / (StrictMath.sqrt(squares[i]) / correction + LEAST_ROOT);
    }
  }
}
