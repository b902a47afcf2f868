package org.limpid.baselines.encog;

import org.encog.neural.networks.BasicNetwork;
import org.limpid.baselines.method.Scorer;

/**
 * Predicts with a network of Encog, one caller at a time: the network holds its layers' outputs.
 */
final class EncogScorer implements Scorer {
  private final BasicNetwork network;
  private final Standardiser inputs;
  private final Standardiser outputs;

  EncogScorer(BasicNetwork network, Standardiser inputs, Standardiser outputs) {
    this.network = network;
    this.inputs = inputs;
    this.outputs = outputs;
  }

  @Override
  public synchronized double[][] score(double[][] rows) {
    double[][] predicted = new double[rows.length][];
    double[] standard = new double[network.getOutputCount()];
    for (int i = 0; i < rows.length; i++) {
      network.compute(inputs.apply(rows[i]), standard);
      predicted[i] = outputs.invert(standard);
    }
    return predicted;
  }

  /** The weights; the rest is small. */
  @Override
  public long byteCount() {
    return (long) Double.BYTES * network.encodedArrayLength();
  }
}
