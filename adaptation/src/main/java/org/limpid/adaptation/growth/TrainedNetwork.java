package org.limpid.adaptation.growth;

import java.util.ArrayList;
import java.util.List;
import org.limpid.adaptation.network.Layer;
import org.limpid.adaptation.network.Layer.BatchNormalization;
import org.limpid.adaptation.network.Network;
import org.limpid.adaptation.network.Shape;
import org.limpid.data.generate.RandomStream;

/**
 * A network with weights, which can be made deeper and computes. Images are not learnt from here:
 * this is to see that growth keeps what a network computes. Immutable.
 */
public final class TrainedNetwork {
  private final Network network;
  private final List<LayerWeights> weights;

  private TrainedNetwork(Network network, List<LayerWeights> weights) {
    this.network = network;
    this.weights = List.copyOf(weights);
  }

  /** A network with random weights, and normalisations as if they had seen images. */
  public static TrainedNetwork draw(Network network, RandomStream random) {
    List<LayerWeights> weights =
        network.layers().stream().map(layer -> draw(layer, random)).toList();
    return new TrainedNetwork(network, weights);
  }

  private static LayerWeights draw(Layer layer, RandomStream random) {
    return switch (layer) {
      case Layer.Convolution(int inputs, int outputs, int kernel, _) ->
          draw(layer, outputs, inputs * kernel * kernel, random);
      case Layer.Linear(int inputs, int outputs) -> draw(layer, outputs, inputs, random);
      case BatchNormalization(int channels) ->
          new LayerWeights(
              layer,
              numbers(channels, 0.5, 1.5, random),
              numbers(channels, -0.5, 0.5, random),
              numbers(channels, -0.5, 0.5, random),
              numbers(channels, 0.1, 2, random));
      case Layer.Rectifier _, Layer.AveragePool _, Layer.GlobalAveragePool _ ->
          LayerWeights.untrained(layer);
    };
  }

  private static LayerWeights draw(Layer layer, int outputs, int inputs, RandomStream random) {
    double bound = StrictMath.sqrt(6.0 / inputs);
    return LayerWeights.trained(
        layer,
        numbers(outputs * inputs, -bound, bound, random),
        numbers(outputs, -bound, bound, random));
  }

  private static double[] numbers(int count, double least, double most, RandomStream random) {
    double[] numbers = new double[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = least + (most - least) * random.uniform();
    }
    return numbers;
  }

  /** The network without its weights. */
  public Network network() {
    return network;
  }

  /**
   * The network after an action, with a new block that hands on what comes in.
   *
   * @param form of the normalisation of the new block
   * @throws IndexOutOfBoundsException if there is no such action
   */
  public TrainedNetwork deepened(int action, IdentityForm form) {
    Network grown = network.deepened(action);
    List<Layer> layers = grown.layers();
    int added = layers.size() - weights.size();
    if (added == 0) {
      return this;
    }
    int place = network.layersBefore(action);
    List<LayerWeights> grownWeights = new ArrayList<>(weights);
    for (Layer layer : layers.subList(place, place + added).reversed()) {
      grownWeights.add(place, LayerWeights.identity(layer, form));
    }
    return new TrainedNetwork(grown, grownWeights);
  }

  /**
   * What the network says of an image.
   *
   * @param shape of the image
   * @param image channel by channel, row by row
   * @throws IllegalArgumentException if the image does not fit the network
   */
  public double[] run(Shape shape, double[] image) {
    if (image.length != shape.size()) {
      throw new IllegalArgumentException(
          "expected %d numbers, found %d".formatted(shape.size(), image.length));
    }
    Shape at = shape;
    double[] numbers = image;
    for (LayerWeights layer : weights) {
      numbers = ForwardPass.run(layer, at, numbers);
      at = layer.layer().shapeAfter(at);
    }
    return numbers;
  }
}
