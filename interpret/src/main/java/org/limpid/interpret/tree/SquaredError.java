package org.limpid.interpret.tree;

/** Squared error of the mean; the numbers are taken relative to the mean of the node. */
final class SquaredError extends Criterion {
  private final double[] targets;
  private double mean;
  private double leftSum;
  private double totalWeight;

  SquaredError(double[] targets, double[] weights) {
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
