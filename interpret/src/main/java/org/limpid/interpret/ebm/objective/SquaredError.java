package org.limpid.interpret.ebm.objective;

import java.util.Optional;

/** Half the squared difference of score and target, or, if it is logarithmic, log(1 + target). */
public record SquaredError(boolean logarithmic) implements Objective {
  @Override
  public Optional<String> rejects(double target) {
    return logarithmic && target <= -1
        ? Optional.of("expected numbers above -1")
        : Optional.empty();
  }

  @Override
  public double transformed(double target) {
    return logarithmic ? Math.log1p(target) : target;
  }

  @Override
  public double[] initialScores(double[] targets, double[] weights) {
    return new double[] {Averages.mean(targets, weights)};
  }

  @Override
  public void derivatives(
      float[] scores, double[] targets, float[] gradients, float[] hessians, int from, int to) {
    for (int i = from; i < to; i++) {
      gradients[i] = (float) (scores[i] - targets[i]);
      hessians[i] = 1;
    }
  }

  @Override
  public double loss(float[] scores, double[] targets, int row) {
    double difference = scores[row] - targets[row];
    return difference * difference;
  }

  @Override
  public String toString() {
    return logarithmic ? "rmse_log1p" : "rmse";
  }
}
