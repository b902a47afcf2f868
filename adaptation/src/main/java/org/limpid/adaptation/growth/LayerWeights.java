package org.limpid.adaptation.growth;

import java.util.Arrays;
import org.limpid.adaptation.network.Layer;
import org.limpid.adaptation.network.Layer.AveragePool;
import org.limpid.adaptation.network.Layer.BatchNormalization;
import org.limpid.adaptation.network.Layer.Convolution;
import org.limpid.adaptation.network.Layer.GlobalAveragePool;
import org.limpid.adaptation.network.Layer.Linear;
import org.limpid.adaptation.network.Layer.Rectifier;

/**
 * The numbers of a layer that is trained.
 *
 * @param layer that they belong to
 * @param weights of a convolution: outputs x inputs x kernel x kernel; of a matrix: outputs x
 *     inputs; of a normalisation: a scale per channel; else none
 * @param biases per output, or the shift per channel of a normalisation
 * @param means per channel of a normalisation, as it has seen them; else none
 * @param variances per channel of a normalisation; else none
 */
record LayerWeights(
    Layer layer, double[] weights, double[] biases, double[] means, double[] variances) {
  private static final double[] NONE = {};

  LayerWeights {
    int bare = weights.length + biases.length;
    if (bare != layer.parameterCount()) {
      throw new IllegalArgumentException(
          "expected %d parameters, found %d".formatted(layer.parameterCount(), bare));
    }
  }

  /** Weights of a layer that hands on what comes in, if that is never negative. */
  static LayerWeights identity(Layer layer, IdentityForm form) {
    return switch (layer) {
      case Convolution convolution -> identity(convolution);
      case Linear(int inputs, int outputs) -> {
        double[] weights = new double[inputs * outputs];
        for (int i = 0; i < Math.min(inputs, outputs); i++) {
          weights[i * inputs + i] = 1;
        }
        yield new LayerWeights(layer, weights, new double[outputs], NONE, NONE);
      }
      case BatchNormalization(int channels) -> {
        double[] ones = filled(channels, 1);
        double[] scales = filled(channels, form.scale(1));
        yield new LayerWeights(layer, scales, new double[channels], new double[channels], ones);
      }
      case Rectifier _, AveragePool _, GlobalAveragePool _ -> untrained(layer);
    };
  }

  static LayerWeights untrained(Layer layer) {
    return new LayerWeights(layer, NONE, NONE, NONE, NONE);
  }

  static LayerWeights trained(Layer layer, double[] weights, double[] biases) {
    return new LayerWeights(layer, weights, biases, NONE, NONE);
  }

  /** The kernel of each channel has its 1 in the middle, where only that channel looks. */
  private static LayerWeights identity(Convolution convolution) {
    int kernel = convolution.kernel();
    int inputs = convolution.inputs();
    double[] weights = new double[convolution.outputs() * inputs * kernel * kernel];
    int middle = kernel / 2 * kernel + kernel / 2;
    for (int channel = 0; channel < convolution.outputs(); channel++) {
      weights[(channel * inputs + channel) * kernel * kernel + middle] = 1;
    }
    return trained(convolution, weights, new double[convolution.outputs()]);
  }

  private static double[] filled(int length, double value) {
    double[] numbers = new double[length];
    Arrays.fill(numbers, value);
    return numbers;
  }
}
