package org.limpid.interpret.tree;

import java.util.Arrays;

/**
 * What a node of a tree knows of its training rows. Immutable; equal when all numbers are equal bit
 * for bit.
 *
 * @param samples how many rows there were
 * @param weight their total weight; the same as {@code samples} without weights
 * @param impurity variance of the target (regression) or Gini impurity (classification), both
 *     weighted: the mean of (y - mean)^2, or 1 - sum of p^2
 * @param outputs the weighted mean of the target, or the weighted share of each class
 */
public record NodeSummary(int samples, double weight, double impurity, double[] outputs) {
  public NodeSummary {
    outputs = outputs.clone();
    if (samples < 0 || !(weight >= 0) || !(impurity >= 0) || outputs.length == 0) {
      throw new IllegalArgumentException(
          "expected counts, weight and impurity of 0 or more, and outputs: %d, %s, %s, %s"
              .formatted(samples, weight, impurity, Arrays.toString(outputs)));
    }
  }

  @Override
  public double[] outputs() {
    return outputs.clone();
  }

  public int outputCount() {
    return outputs.length;
  }

  public double output(int index) {
    return outputs[index];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NodeSummary that
        && samples == that.samples
        && Double.compare(weight, that.weight) == 0
        && Double.compare(impurity, that.impurity) == 0
        && Arrays.equals(outputs, that.outputs);
  }

  @Override
  public int hashCode() {
    return 31 * samples + Arrays.hashCode(outputs);
  }

  @Override
  public String toString() {
    return "NodeSummary[samples=%d, weight=%s, impurity=%s, outputs=%s]"
        .formatted(samples, weight, impurity, Arrays.toString(outputs));
  }
}
