package org.limpid.adaptation.policy;

import java.util.Arrays;

/**
 * One direction of the encoder for many sequences with the same weights. A layer sends the same
 * into the gates wherever it stands, so that is computed once for each identifier; and on the way
 * back, slopes are summed by identifier before they meet the weights.
 */
final class LayerReader {
  private final Lstm lstm;
  private final Embeddings embeddings;
  private final double[] weights;
  private final double[] hidden;
  private final int rows;

  /** Identifiers x rows. */
  private final double[] inputs;

  private final double[] slopes;
  private final boolean[] known;
  private final boolean[] sloping;

  LayerReader(Lstm lstm, Embeddings embeddings, double[] weights) {
    this.lstm = lstm;
    this.embeddings = embeddings;
    this.weights = weights;
    rows = lstm.rows();
    hidden = new double[lstm.cells() * rows];
    inputs = new double[embeddings.rows() * rows];
    slopes = new double[inputs.length];
    known = new boolean[embeddings.rows()];
    sloping = new boolean[embeddings.rows()];
  }

  /** Looks at the weights anew. */
  void refresh() {
    Kernel.transpose(weights, lstm.hiddenWeight(), rows, lstm.cells(), hidden);
    Arrays.fill(known, false);
  }

  /**
   * Reads layers.
   *
   * @param first place of the layer to begin with
   * @param step 1, or -1 to read from the end
   */
  void run(LstmPass pass, int[] layers, int first, int step) {
    double[] gates = pass.begin(layers.length);
    for (int t = 0; t < layers.length; t++) {
      int layer = layers[first + t * step];
      learnInput(layer);
      System.arraycopy(inputs, layer * rows, gates, t * rows, rows);
    }
    pass.run(hidden);
  }

  private void learnInput(int layer) {
    if (known[layer]) {
      return;
    }
    known[layer] = true;
    lstm.copyBiases(weights, inputs, layer * rows);
    for (int row = 0; row < rows; row++) {
      inputs[layer * rows + row] +=
          Kernel.product(
              weights,
              lstm.inputWeight() + row * Embeddings.WIDTH,
              embeddings.numbers(),
              layer * Embeddings.WIDTH,
              Embeddings.WIDTH);
    }
  }

  /** Goes back through a pass, whose output slopes are there. */
  void back(LstmPass pass, int[] layers, int first, int step, double[] gradient) {
    double[] gateSlopes = pass.back(weights, gradient);
    for (int t = 0; t < layers.length; t++) {
      int layer = layers[first + t * step];
      sloping[layer] = true;
      for (int row = 0; row < rows; row++) {
        slopes[layer * rows + row] += gateSlopes[t * rows + row];
      }
    }
  }

  /** Adds what was summed to the gradient of the input weights, and forgets it. */
  void finish(double[] gradient) {
    for (int layer = 0; layer < sloping.length; layer++) {
      if (sloping[layer]) {
        finish(layer, gradient);
        sloping[layer] = false;
      }
    }
  }

  private void finish(int layer, double[] gradient) {
    for (int row = 0; row < rows; row++) {
      Kernel.addRows(
          slopes,
          layer * rows + row,
          1,
          1,
          embeddings.numbers(),
          layer * Embeddings.WIDTH,
          Embeddings.WIDTH,
          gradient,
          lstm.inputWeight() + row * Embeddings.WIDTH);
    }
    Arrays.fill(slopes, layer * rows, (layer + 1) * rows, 0);
  }
}
