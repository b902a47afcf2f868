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

  /**
   * What a sequence led to, element by element.
   *
   * @param inputs elements x inputs
   * @param gates elements x 4 cells, behind their sigmoid or hyperbolic tangent
   * @param states elements x cells: the memory
   * @param outputs elements x cells
   */
  record Run(double[][] inputs, double[][] gates, double[][] states, double[][] outputs) {}

  /** Reads a sequence of elements x inputs. */
  Run run(double[] weights, double[][] sequence) {
    int length = sequence.length;
    Run run =
        new Run(
            sequence, new double[length][], new double[length][cells], new double[length][cells]);
    double[] state = new double[cells];
    double[] output = new double[cells];
    for (int t = 0; t < length; t++) {
      double[] gates = gates(weights, sequence[t], output);
      run.gates()[t] = gates;
      for (int cell = 0; cell < cells; cell++) {
        double kept = gates[cells + cell] * state[cell];
        run.states()[t][cell] = kept + gates[cell] * gates[2 * cells + cell];
        run.outputs()[t][cell] = gates[3 * cells + cell] * StrictMath.tanh(run.states()[t][cell]);
      }
      state = run.states()[t];
      output = run.outputs()[t];
    }
    return run;
  }

  private double[] gates(double[] weights, double[] input, double[] hidden) {
    double[] gates = new double[GATES * cells];
    for (int row = 0; row < gates.length; row++) {
      double sum = weights[inputBias + row] + weights[hiddenBias + row];
      int start = inputWeight + row * inputs;
      for (int k = 0; k < inputs; k++) {
        sum += weights[start + k] * input[k];
      }
      start = hiddenWeight + row * cells;
      for (int k = 0; k < cells; k++) {
        sum += weights[start + k] * hidden[k];
      }
      gates[row] = row / cells == 2 ? StrictMath.tanh(sum) : 1 / (1 + StrictMath.exp(-sum));
    }
    return gates;
  }

  /**
   * Adds to the gradient of the weights what the slopes of the outputs bring, back through time.
   *
   * @param slopes of the outputs, elements x cells
   * @return the slopes of the inputs, elements x inputs
   */
  double[][] addGradient(double[] weights, Run run, double[][] slopes, double[] gradient) {
    int length = slopes.length;
    double[][] inputSlopes = new double[length][inputs];
    double[] outputSlopes = new double[cells];
    double[] stateSlopes = new double[cells];
    for (int t = length - 1; t >= 0; t--) {
      for (int cell = 0; cell < cells; cell++) {
        outputSlopes[cell] += slopes[t][cell];
      }
      double[] before = t == 0 ? new double[cells] : run.states()[t - 1];
      double[] gateSlopes = gateSlopes(run, t, before, outputSlopes, stateSlopes);
      double[] hidden = t == 0 ? new double[cells] : run.outputs()[t - 1];
      outputSlopes = new double[cells];
      for (int row = 0; row < gateSlopes.length; row++) {
        double slope = gateSlopes[row];
        gradient[inputBias + row] += slope;
        gradient[hiddenBias + row] += slope;
        int start = inputWeight + row * inputs;
        for (int k = 0; k < inputs; k++) {
          gradient[start + k] += slope * run.inputs()[t][k];
          inputSlopes[t][k] += slope * weights[start + k];
        }
        start = hiddenWeight + row * cells;
        for (int k = 0; k < cells; k++) {
          gradient[start + k] += slope * hidden[k];
          outputSlopes[k] += slope * weights[start + k];
        }
      }
    }
    return inputSlopes;
  }

  /** Slopes before the sigmoid or tangent; those of the state become those of the one before. */
  private double[] gateSlopes(
      Run run, int t, double[] before, double[] outputSlopes, double[] stateSlopes) {
    double[] gates = run.gates()[t];
    double[] slopes = new double[GATES * cells];
    for (int cell = 0; cell < cells; cell++) {
      double in = gates[cell];
      double forget = gates[cells + cell];
      double candidate = gates[2 * cells + cell];
      double out = gates[3 * cells + cell];
      double bent = StrictMath.tanh(run.states()[t][cell]);
      double state = stateSlopes[cell] + outputSlopes[cell] * out * (1 - bent * bent);
      slopes[cell] = state * candidate * in * (1 - in);
      slopes[cells + cell] = state * before[cell] * forget * (1 - forget);
      slopes[2 * cells + cell] = state * in * (1 - candidate * candidate);
      slopes[3 * cells + cell] = outputSlopes[cell] * bent * out * (1 - out);
      stateSlopes[cell] = state * forget;
    }
    return slopes;
  }
}
