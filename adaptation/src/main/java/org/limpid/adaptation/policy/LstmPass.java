package org.limpid.adaptation.policy;

import java.util.Arrays;

/**
 * What an LSTM makes of one sequence after another, and the way back through time. The memory is
 * used again for each sequence. Numbers of an element stand side by side; before those of the first
 * element the state and the output are zero.
 */
final class LstmPass {
  private final Lstm lstm;
  private final int cells;
  private final int rows;
  private int length;

  /** Elements x rows: what goes into the gates at first, then what they say. */
  private double[] gates = {};

  /** Elements x rows: slopes of what goes into the gates. */
  private double[] slopes = {};

  /** 1 + elements x cells. */
  private double[] states = {};

  private double[] outputs = {};

  /** Elements x cells: hyperbolic tangents of the states. */
  private double[] tangents = {};

  /** Elements x cells. */
  private double[] outputSlopes = {};

  private final double[] stateSlopes;

  LstmPass(Lstm lstm) {
    this.lstm = lstm;
    cells = lstm.cells();
    rows = lstm.rows();
    stateSlopes = new double[cells];
  }

  /**
   * Begins with a sequence of so many elements.
   *
   * @return what goes into the gates, elements x rows, to be filled in before {@link #run}
   */
  double[] begin(int elements) {
    length = elements;
    if (tangents.length < elements * cells) {
      gates = new double[elements * rows];
      slopes = new double[elements * rows];
      states = new double[(elements + 1) * cells];
      outputs = new double[(elements + 1) * cells];
      tangents = new double[elements * cells];
      outputSlopes = new double[elements * cells];
    }
    return gates;
  }

  /** The outputs: those of element i begin at {@link #outputAt}. */
  double[] outputs() {
    return outputs;
  }

  int outputAt(int element) {
    return (element + 1) * cells;
  }

  /**
   * Reads the sequence.
   *
   * @param hidden the matrix of hidden weights, column by column
   */
  void run(double[] hidden) {
    for (int t = 0; t < length; t++) {
      int at = t * rows;
      Kernel.addRows(outputs, t * cells, 1, cells, hidden, 0, rows, gates, at);
      int candidate = at + 2 * cells;
      Kernel.sigmoid(gates, at, candidate);
      Kernel.tanh(gates, candidate, cells, gates, candidate);
      Kernel.sigmoid(gates, candidate + cells, at + rows);
      remember(t);
    }
  }

  private void remember(int t) {
    int in = t * rows;
    int before = t * cells;
    for (int cell = 0; cell < cells; cell++) {
      states[before + cells + cell] =
          gates[in + cells + cell] * states[before + cell]
              + gates[in + cell] * gates[in + 2 * cells + cell];
    }
    Kernel.tanh(states, before + cells, cells, tangents, before);
    for (int cell = 0; cell < cells; cell++) {
      outputs[before + cells + cell] = gates[in + 3 * cells + cell] * tangents[before + cell];
    }
  }

  /** Slopes of the outputs, elements x cells, all zero, to be filled in before {@link #back}. */
  double[] beginSlopes() {
    Arrays.fill(outputSlopes, 0, length * cells, 0);
    return outputSlopes;
  }

  /**
   * Goes back through time, and adds to the gradient of the hidden weights and of the biases.
   *
   * @return slopes of what went into the gates, elements x rows
   */
  double[] back(double[] weights, double[] gradient) {
    Arrays.fill(stateSlopes, 0);
    for (int t = length - 1; t >= 0; t--) {
      backThroughGates(t);
      if (t > 0) {
        Kernel.addRows(
            slopes,
            t * rows,
            1,
            rows,
            weights,
            lstm.hiddenWeight(),
            cells,
            outputSlopes,
            (t - 1) * cells);
      }
    }
    for (int row = 0; row < rows; row++) {
      Kernel.addRows(
          slopes,
          row,
          rows,
          length,
          outputs,
          0,
          cells,
          gradient,
          lstm.hiddenWeight() + row * cells);
      lstm.addBiasGradient(row, sum(row), gradient);
    }
    return slopes;
  }

  /** Slopes before the sigmoid or tangent; those of the state become those of the one before. */
  private void backThroughGates(int t) {
    int place = t * cells;
    int at = t * rows;
    for (int cell = 0; cell < cells; cell++) {
      double in = gates[at + cell];
      double forget = gates[at + cells + cell];
      double candidate = gates[at + 2 * cells + cell];
      double out = gates[at + 3 * cells + cell];
      double tangent = tangents[place + cell];
      double output = outputSlopes[place + cell];
      double state = stateSlopes[cell] + output * out * (1 - tangent * tangent);
      slopes[at + cell] = state * candidate * in * (1 - in);
      slopes[at + cells + cell] = state * states[place + cell] * forget * (1 - forget);
      slopes[at + 2 * cells + cell] = state * in * (1 - candidate * candidate);
      slopes[at + 3 * cells + cell] = output * tangent * out * (1 - out);
      stateSlopes[cell] = state * forget;
    }
  }

  private double sum(int row) {
    double sum = 0;
    for (int t = 0; t < length; t++) {
      sum += slopes[t * rows + row];
    }
    return sum;
  }
}
