package org.limpid.interpret.ebm.objective;

import java.util.Optional;

/**
 * Half the deviance of amounts that are often exactly zero, whose variance grows with a power of
 * the mean above 1 and below 2; the score is the logarithm of the expected amount.
 */
public record Tweedie(double variancePower) implements ExponentialLoss {
  @Override
  public Optional<String> rejects(double target) {
    return target < 0 ? Optional.of("expected numbers of 0 or more") : Optional.empty();
  }

  @Override
  public void derivatives(
      float[] scores, double[] targets, float[] gradients, float[] hessians, int from, int to) {
    for (int i = from; i < to; i++) {
      double mean = Averages.exponential((2 - variancePower) * scores[i]);
      double target = targets[i] * Averages.exponential((1 - variancePower) * scores[i]);
      gradients[i] = (float) (mean - target);
      hessians[i] = (float) ((2 - variancePower) * mean + (variancePower - 1) * target);
    }
  }

  @Override
  public double[] powers() {
    return new double[] {2 - variancePower, 1 - variancePower};
  }

  @Override
  public double coefficient(int position, double target) {
    return position == 0 ? 1 / (2 - variancePower) : target / (variancePower - 1);
  }

  @Override
  public double slope(double target) {
    return 0;
  }

  @Override
  public double loss(float[] scores, double[] targets, int row) {
    double mean = Averages.exponential((2 - variancePower) * scores[row]);
    double target = targets[row] * Averages.exponential((1 - variancePower) * scores[row]);
    return mean / (2 - variancePower) - target / (1 - variancePower);
  }

  @Override
  public String toString() {
    return "tweedie_deviance:variance_power=" + variancePower;
  }
}
