package org.limpid.adaptation.policy;

import java.util.Arrays;

/**
 * A matrix of outputs x inputs and a bias, within an array of weights.
 *
 * @param weight where the matrix begins, row by row
 * @param bias where the bias begins
 */
record Dense(int inputs, int outputs, int weight, int bias) {
  /** The outputs for some inputs. */
  void run(double[] weights, double[] input, double[] output) {
    for (int row = 0; row < outputs; row++) {
      output[row] =
          weights[bias + row] + Kernel.product(weights, weight + row * inputs, input, 0, inputs);
    }
  }

  /**
   * Adds to the gradient of the weights what the slopes of the outputs bring.
   *
   * @param inputSlopes gets the slopes of the inputs
   */
  void back(
      double[] weights, double[] input, double[] slopes, double[] inputSlopes, double[] gradient) {
    Arrays.fill(inputSlopes, 0);
    Kernel.addRows(slopes, 0, 1, outputs, weights, weight, inputs, inputSlopes, 0);
    for (int row = 0; row < outputs; row++) {
      gradient[bias + row] += slopes[row];
      Kernel.addRows(slopes, row, 1, 1, input, 0, inputs, gradient, weight + row * inputs);
    }
  }
}
