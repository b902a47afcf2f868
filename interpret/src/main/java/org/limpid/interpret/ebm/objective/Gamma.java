package org.limpid.interpret.ebm.objective;

import java.util.Optional;

/** Half the deviance of positive amounts; the score is the logarithm of the expected amount. */
public record Gamma() implements ExponentialLoss {
  @Override
  public Optional<String> rejects(double target) {
    return target <= 0 ? Optional.of("expected numbers above 0") : Optional.empty();
  }

  @Override
  public void derivatives(
      float[] scores, double[] targets, float[] gradients, float[] hessians, int from, int to) {
    for (int i = from; i < to; i++) {
      double ratio = targets[i] * Averages.exponential(-scores[i]);
      gradients[i] = (float) (1 - ratio);
      hessians[i] = (float) ratio;
    }
  }

  @Override
  public double[] powers() {
    return new double[] {-1};
  }

  @Override
  public double coefficient(int position, double target) {
    return target;
  }

  @Override
  public double slope(double target) {
    return -1;
  }

  @Override
  public double loss(float[] scores, double[] targets, int row) {
    return targets[row] * Averages.exponential(-scores[row]) + scores[row];
  }

  @Override
  public String toString() {
    return "gamma_deviance";
  }
}
