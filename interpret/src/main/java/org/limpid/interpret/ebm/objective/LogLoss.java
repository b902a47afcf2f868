package org.limpid.interpret.ebm.objective;

/** The negative logarithm of the probability that is given to the true class, of two or more. */
public record LogLoss(int classCount) implements Objective {
  /** Keeps the start of a class that has no weight finite. */
  private static final double SMALLEST_SHARE = 1e-12;

  @Override
  public boolean isForClasses() {
    return true;
  }

  @Override
  public int scoreCount() {
    return classCount == 2 ? 1 : classCount;
  }

  @Override
  public double[] initialScores(double[] targets, double[] weights) {
    double[] shares = new double[classCount];
    double total = 0;
    for (int i = 0; i < targets.length; i++) {
      double weight = Averages.weight(weights, i);
      shares[(int) targets[i]] += weight;
      total += weight;
    }
    double[] logs = new double[classCount];
    for (int k = 0; k < classCount; k++) {
      logs[k] = Math.log(Math.max(SMALLEST_SHARE, shares[k] / total));
    }
    return classCount == 2 ? new double[] {logs[1] - logs[0]} : logs;
  }

  @Override
  public void derivatives(
      float[] scores, double[] targets, float[] gradients, float[] hessians, int from, int to) {
    if (classCount == 2) {
      binary(scores, targets, gradients, hessians, from, to);
    } else {
      for (int row = from; row < to; row++) {
        softmax(scores, (int) targets[row], gradients, hessians, row * classCount);
      }
    }
  }

  private static void binary(
      float[] scores, double[] targets, float[] gradients, float[] hessians, int from, int to) {
    for (int i = from; i < to; i++) {
      double probability = 1 / (1 + Math.exp(-scores[i]));
      gradients[i] = (float) (probability - targets[i]);
      hessians[i] = (float) (probability * (1 - probability));
    }
  }

  private void softmax(float[] scores, int target, float[] gradients, float[] hessians, int first) {
    double highest = highest(scores, first);
    double total = 0;
    for (int k = 0; k < classCount; k++) {
      hessians[first + k] = (float) Math.exp(scores[first + k] - highest);
      total += hessians[first + k];
    }
    for (int k = 0; k < classCount; k++) {
      double probability = hessians[first + k] / total;
      gradients[first + k] = (float) (probability - (k == target ? 1 : 0));
      hessians[first + k] = (float) (probability * (1 - probability));
    }
  }

  private double highest(float[] scores, int first) {
    double highest = scores[first];
    for (int k = 1; k < classCount; k++) {
      highest = Math.max(highest, scores[first + k]);
    }
    return highest;
  }

  @Override
  public double loss(float[] scores, double[] targets, int row) {
    if (classCount == 2) {
      double signed = targets[row] > 0 ? -scores[row] : scores[row];
      return signed > 0 ? signed + Math.log1p(Math.exp(-signed)) : Math.log1p(Math.exp(signed));
    }
    int first = row * classCount;
    double highest = highest(scores, first);
    double total = 0;
    for (int k = 0; k < classCount; k++) {
      total += Math.exp(scores[first + k] - highest);
    }
    return Math.log(total) + highest - scores[first + (int) targets[row]];
  }

  @Override
  public String toString() {
    return "log_loss";
  }
}
