package org.limpid.interpret.ebm.objective;

/**
 * A smooth mixture of squared error near the target and absolute error far from it, which pass into
 * each other at the difference {@code delta}: {@code delta^2 (sqrt(1 + (difference / delta)^2) -
 * 1)}.
 *
 * <p>In place of the second derivative, which vanishes far from the target, stands {@code 1 /
 * sqrt(1 + (difference / delta)^2)}, with which a step never overshoots.
 */
public record PseudoHuber(double delta) implements Objective {
  @Override
  public double[] initialScores(double[] targets, double[] weights) {
    return new double[] {Averages.quantile(targets, weights, 0.5)};
  }

  @Override
  public void derivatives(
      float[] scores, double[] targets, float[] gradients, float[] hessians, int from, int to) {
    for (int i = from; i < to; i++) {
      double difference = scores[i] - targets[i];
      double root = Math.sqrt(1 + (difference / delta) * (difference / delta));
      gradients[i] = (float) (difference / root);
      hessians[i] = (float) (1 / root);
    }
  }

  @Override
  public double loss(float[] scores, double[] targets, int row) {
    double ratio = (scores[row] - targets[row]) / delta;
    return delta * delta * (Math.sqrt(1 + ratio * ratio) - 1);
  }

  @Override
  public String toString() {
    return "pseudo_huber:delta=" + delta;
  }
}
