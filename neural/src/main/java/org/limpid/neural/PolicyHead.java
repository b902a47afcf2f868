package org.limpid.neural;

import java.util.List;

/**
 * The policy on top of a network: a softmax of two linear functions of what its experts predict,
 * one for waiting and one for submitting.
 *
 * @param weights experts for waiting, then as many for submitting
 * @param biases for both
 * @param intervalSeconds between two decisions, from 1: that of the training
 */
record PolicyHead(float[] weights, float[] biases, long intervalSeconds) {
  PolicyHead {
    weights = weights.clone();
    biases = biases.clone();
    if (weights.length < 2
        || weights.length % 2 != 0
        || biases.length != 2
        || intervalSeconds < 1) {
      throw new IllegalArgumentException(
          "expected weights and biases for 2 actions, and an interval from 1 s, found %d, %d and %d"
              .formatted(weights.length, biases.length, intervalSeconds));
    }
  }

  /** With the arrays of a linear block. */
  static PolicyHead of(List<float[]> linear, long intervalSeconds) {
    return new PolicyHead(linear.getFirst(), linear.getLast(), intervalSeconds);
  }

  /** The probability to submit. */
  double submits(float[] outputs) {
    double wait = logit(0, outputs);
    double submit = logit(1, outputs);
    return 1 / (1 + Math.exp(wait - submit));
  }

  private double logit(int action, float[] outputs) {
    double sum = biases[action];
    for (int i = 0; i < outputs.length; i++) {
      sum += (double) weights[action * outputs.length + i] * outputs[i];
    }
    return sum;
  }

  @Override
  public float[] weights() {
    return weights.clone();
  }

  @Override
  public float[] biases() {
    return biases.clone();
  }
}
