package org.limpid.adaptation.policy;

/**
 * A matrix of outputs x inputs and a bias, within an array of weights.
 *
 * @param weight where the matrix begins, row by row
 * @param bias where the bias begins
 */
record Dense(int inputs, int outputs, int weight, int bias) {
  /** The outputs for some inputs. */
  double[] run(double[] weights, double[] input) {
    double[] output = new double[outputs];
    for (int row = 0; row < outputs; row++) {
      double sum = weights[bias + row];
      int start = weight + row * inputs;
      for (int k = 0; k < inputs; k++) {
        sum += weights[start + k] * input[k];
      }
      output[row] = sum;
    }
    return output;
  }

  /**
   * Adds to the gradient of the weights what the slopes of the outputs bring.
   *
   * @return the slopes of the inputs
   */
  double[] addGradient(double[] weights, double[] input, double[] slopes, double[] gradient) {
    double[] inputSlopes = new double[inputs];
    for (int row = 0; row < outputs; row++) {
      double slope = slopes[row];
      int start = weight + row * inputs;
      gradient[bias + row] += slope;
      for (int k = 0; k < inputs; k++) {
        gradient[start + k] += slope * input[k];
        inputSlopes[k] += slope * weights[start + k];
      }
    }
    return inputSlopes;
  }
}
