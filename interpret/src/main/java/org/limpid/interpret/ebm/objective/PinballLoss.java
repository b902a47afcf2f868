package org.limpid.interpret.ebm.objective;

/**
 * The pinball loss, whose best constant is a quantile; with {@code alpha} 0.5 half the absolute
 * error.
 *
 * <p>Its second derivative is zero. In its place stands one over the mean absolute deviation of the
 * targets, so that a step has the unit of the target and does not depend on it otherwise.
 *
 * @param alpha which quantile, above 0 and below 1
 * @param spread mean absolute deviation of the targets from that quantile
 */
public record PinballLoss(double alpha, double spread) implements Objective {
  @Override
  public Objective fittedTo(double[] targets, double[] weights) {
    double centre = Averages.quantile(targets, weights, alpha);
    double deviation = Averages.meanAbsoluteDeviation(targets, weights, centre);
    return new PinballLoss(alpha, deviation > 0 ? deviation : 1);
  }

  @Override
  public double[] initialScores(double[] targets, double[] weights) {
    return new double[] {Averages.quantile(targets, weights, alpha)};
  }

  @Override
  public void derivatives(
      float[] scores, double[] targets, float[] gradients, float[] hessians, int from, int to) {
    float above = (float) (1 - alpha);
    float below = (float) -alpha;
    float hessian = (float) (1 / spread);
    for (int i = from; i < to; i++) {
      float difference = (float) (scores[i] - targets[i]);
      gradients[i] = difference > 0 ? above : difference < 0 ? below : 0;
      hessians[i] = hessian;
    }
  }

  @Override
  public double loss(float[] scores, double[] targets, int row) {
    double difference = targets[row] - scores[row];
    return difference >= 0 ? alpha * difference : (alpha - 1) * difference;
  }

  @Override
  public String toString() {
    return alpha == 0.5 ? "mae" : "quantile:alpha=" + alpha;
  }
}
