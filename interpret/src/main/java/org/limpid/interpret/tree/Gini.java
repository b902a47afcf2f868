package org.limpid.interpret.tree;

import java.util.Arrays;

/** Gini impurity: 1 - sum of p^2 over the classes. */
final class Gini extends Criterion {
  private final int[] classes;
  private final double[] total;
  private final double[] left;
  private double totalWeight;
  private double totalSquares;
  private double leftSquares;
  private double rightSquares;

  Gini(int[] classes, int classCount, double[] weights) {
    super(weights);
    this.classes = classes;
    total = new double[classCount];
    left = new double[classCount];
  }

  @Override
  NodeSummary begin(int[] rows, int from, int to) {
    Arrays.fill(total, 0);
    for (int i = from; i < to; i++) {
      total[classes[rows[i]]] += weights[rows[i]];
    }
    totalWeight = 0;
    totalSquares = 0;
    for (double weight : total) {
      totalWeight += weight;
      totalSquares += weight * weight;
    }
    reset();
    return new NodeSummary(to - from, totalWeight, impurity(), shares());
  }

  private double[] shares() {
    double[] shares = new double[total.length];
    for (int k = 0; k < shares.length; k++) {
      shares[k] = total[k] / totalWeight;
    }
    return shares;
  }

  private double impurity() {
    double impurity = 1;
    for (double share : shares()) {
      impurity -= share * share;
    }
    return Math.max(0, impurity);
  }

  @Override
  void reset() {
    Arrays.fill(left, 0);
    leftWeight = 0;
    rightWeight = totalWeight;
    leftSquares = 0;
    rightSquares = totalSquares;
  }

  @Override
  void moveLeft(int row) {
    double weight = weights[row];
    int k = classes[row];
    double right = total[k] - left[k];
    leftSquares += weight * (2 * left[k] + weight);
    rightSquares += weight * (weight - 2 * right);
    left[k] += weight;
    leftWeight += weight;
    rightWeight -= weight;
  }

  @Override
  double score() {
    return leftSquares / leftWeight + rightSquares / rightWeight;
  }

  @Override
  int orderCount() {
    return total.length > 2 ? total.length : 1;
  }

  @Override
  double orderValue(int row, int order) {
    int k = total.length > 2 ? order : 1;
    return classes[row] == k ? 1 : 0;
  }
}
