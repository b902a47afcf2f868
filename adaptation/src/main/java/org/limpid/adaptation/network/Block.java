package org.limpid.adaptation.network;

import java.util.List;
import org.limpid.adaptation.network.Layer.BatchNormalization;
import org.limpid.adaptation.network.Layer.Convolution;
import org.limpid.adaptation.network.Layer.Linear;
import org.limpid.adaptation.network.Layer.Rectifier;

/**
 * Layers that belong together: a convolution with normalisation and rectifier, or a matrix with a
 * rectifier.
 *
 * @param layers in the order in which they compute, the one with weights first
 * @param original whether the network had it before it was made deeper
 */
public record Block(List<Layer> layers, boolean original) implements Network.Part {
  private static final int KERNEL = 3;

  public Block {
    layers = List.copyOf(layers);
  }

  static Block convolutional(int inputs, int outputs) {
    return convolutional(new Convolution(inputs, outputs, KERNEL, 0), true);
  }

  private static Block convolutional(Convolution convolution, boolean original) {
    return new Block(
        List.of(convolution, new BatchNormalization(convolution.outputs()), new Rectifier()),
        original);
  }

  static Block dense(int inputs, int outputs) {
    return new Block(List.of(new Linear(inputs, outputs), new Rectifier()), true);
  }

  /**
   * The block that may be put behind this one: as wide as its outputs, with padding that keeps the
   * size of the image. With an identity as weights it changes nothing at first, as what comes in is
   * never negative.
   */
  Block identity() {
    return switch (layers.getFirst()) {
      case Convolution(_, int outputs, int kernel, _) ->
          convolutional(new Convolution(outputs, outputs, kernel, kernel / 2), false);
      case Linear(_, int outputs) ->
          new Block(List.of(new Linear(outputs, outputs), new Rectifier()), false);
      case Layer other -> throw new IllegalStateException("no block begins with " + other);
    };
  }
}
