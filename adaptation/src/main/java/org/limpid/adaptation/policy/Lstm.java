package org.limpid.adaptation.policy;

/**
 * A long short-term memory (Hochreiter and Schmidhuber, 1997) of one layer, within an array of
 * weights. Its states are zero at first; the rows of its matrices are those of the input gate, the
 * forget gate, the candidate and the output gate, and it has two biases, as in PyTorch.
 *
 * @param inputs numbers of each element of a sequence
 * @param cells numbers of its state
 * @param inputWeight where the matrix of {@code 4 cells x inputs} begins, row by row
 * @param hiddenWeight where the matrix of {@code 4 cells x cells} begins
 * @param inputBias where the one bias begins
 * @param hiddenBias where the other begins
 */
record Lstm(
    int inputs, int cells, int inputWeight, int hiddenWeight, int inputBias, int hiddenBias) {
  /** Rows of the matrices per cell. */
  static final int GATES = 4;

  /** Rows of the matrices. */
  int rows() {
    return GATES * cells;
  }

  /** What its gates get without any input, row by row: the sum of both biases. */
  void copyBiases(double[] weights, double[] gates, int at) {
    for (int row = 0; row < rows(); row++) {
      gates[at + row] = weights[inputBias + row] + weights[hiddenBias + row];
    }
  }

  /** Adds the slope of a row to the gradient of both biases. */
  void addBiasGradient(int row, double slope, double[] gradient) {
    gradient[inputBias + row] += slope;
    gradient[hiddenBias + row] += slope;
  }
}
