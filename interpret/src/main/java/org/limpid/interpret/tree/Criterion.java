package org.limpid.interpret.tree;

import java.util.Arrays;

/**
 * Judges cuts of one node: its rows begin on the right and are moved to the left one by one. Not
 * safe for several threads.
 */
abstract sealed class Criterion {
  final double[] weights;

  double leftWeight;

  double rightWeight;

  Criterion(double[] weights) {
    this.weights = weights;
  }

  /** Begins a node with these rows, and tells what it is like. */
  abstract NodeSummary begin(int[] rows, int from, int to);

  abstract void reset();

  abstract void moveLeft(int row);

  /**
   * How good the cut is, up to a constant of the node: the decrease of weight x impurity. Both
   * sides must have a row.
   */
  abstract double score();

  /**
   * In how many ways categories are to be ordered, so that a cut in one of the orders is good. For
   * a number and for two classes one order holds the best of all subsets (Fisher 1958; Breiman et
   * al., 1984, section 4.2.2); for more classes there is one order per class, which is a heuristic.
   */
  abstract int orderCount();

  /** What categories are ordered by the mean of. */
  abstract double orderValue(int row, int order);

  /** Gini impurity: 1 - sum of p^2 over the classes. */
  static final class Gini extends Criterion {
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

  /** Squared error of the mean; the numbers are taken relative to the mean of the node. */
  static final class Variance extends Criterion {
    private final double[] targets;
    private double mean;
    private double leftSum;
    private double totalWeight;

    Variance(double[] targets, double[] weights) {
      super(weights);
      this.targets = targets;
    }

    @Override
    NodeSummary begin(int[] rows, int from, int to) {
      double sum = 0;
      totalWeight = 0;
      for (int i = from; i < to; i++) {
        sum += weights[rows[i]] * targets[rows[i]];
        totalWeight += weights[rows[i]];
      }
      mean = isConstant(rows, from, to) ? targets[rows[from]] : sum / totalWeight;
      reset();
      double[] outputs = {mean};
      return new NodeSummary(to - from, totalWeight, variance(rows, from, to), outputs);
    }

    /** So that rounding of the mean makes no impurity where there is none. */
    private boolean isConstant(int[] rows, int from, int to) {
      for (int i = from + 1; i < to; i++) {
        if (targets[rows[i]] != targets[rows[from]]) {
          return false;
        }
      }
      return true;
    }

    private double variance(int[] rows, int from, int to) {
      double squares = 0;
      for (int i = from; i < to; i++) {
        double difference = targets[rows[i]] - mean;
        squares += weights[rows[i]] * difference * difference;
      }
      return squares / totalWeight;
    }

    @Override
    void reset() {
      leftWeight = 0;
      rightWeight = totalWeight;
      leftSum = 0;
    }

    @Override
    void moveLeft(int row) {
      double weight = weights[row];
      leftWeight += weight;
      rightWeight -= weight;
      leftSum += weight * (targets[row] - mean);
    }

    /** The sum on the right is that on the left with the other sign. */
    @Override
    double score() {
      return leftSum * leftSum * (1 / leftWeight + 1 / rightWeight);
    }

    @Override
    int orderCount() {
      return 1;
    }

    @Override
    double orderValue(int row, int order) {
      return targets[row];
    }
  }
}
