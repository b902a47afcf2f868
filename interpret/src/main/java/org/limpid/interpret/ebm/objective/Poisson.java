package org.limpid.interpret.ebm.objective;

import java.util.Optional;

/** Half the deviance of counts; the score is the logarithm of the expected count. */
public record Poisson() implements ExponentialLoss {
  @Override
  public Optional<String> rejects(double target) {
    return target < 0 ? Optional.of("expected numbers of 0 or more") : Optional.empty();
  }

  @Override
  public void derivatives(
      float[] scores, double[] targets, float[] gradients, float[] hessians, int from, int to) {
    for (int i = from; i < to; i++) {
      double mean = Averages.exponential(scores[i]);
      gradients[i] = (float) (mean - targets[i]);
      hessians[i] = (float) mean;
    }
  }

  @Override
  public double[] powers() {
    return new double[] {1};
  }

  @Override
  public double coefficient(int position, double target) {
    return 1;
  }

  @Override
  public double slope(double target) {
    return target;
  }

  @Override
  public double loss(float[] scores, double[] targets, int row) {
    return Averages.exponential(scores[row]) - targets[row] * scores[row];
  }

  @Override
  public String toString() {
    return "poisson_deviance";
  }
}
