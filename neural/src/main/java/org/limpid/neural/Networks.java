package org.limpid.neural;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import java.util.List;

/** Makes networks, and takes their weights out and puts them in. */
final class Networks {
  private Networks() {}

  /** A network with random weights, from windows (batch x states x numbers) to batch x 1. */
  static Block initialised(NetworkSettings settings, NDManager manager) {
    Block network = settings.experts() == 1 ? transformer(settings) : new MixtureBlock(settings);
    network.initialize(
        manager, DataType.FLOAT32, new Shape(1, settings.states(), settings.numbers()));
    return network;
  }

  /**
   * States become vectors, which the encoder's layers relate to each other; a linear layer makes
   * one number of all of them. Without a code of positions, as in the artifact: only the last layer
   * knows which state is which.
   */
  static Block transformer(NetworkSettings settings) {
    SequentialBlock network =
        new SequentialBlock().add(Linear.builder().setUnits(settings.width()).build());
    for (int layer = 0; layer < settings.layers(); layer++) {
      network.add(new EncoderBlock(settings));
    }
    return network.add(Blocks.batchFlattenBlock()).add(Linear.builder().setUnits(1).build());
  }

  /** What training changes, in an order that the settings determine. */
  static List<Parameter> parameters(Block network) {
    return network.getParameters().values().stream().filter(Parameter::requiresGradient).toList();
  }

  /** The weights, an array for each of {@link #parameters}. */
  static List<float[]> weights(Block network) {
    return parameters(network).stream()
        .map(Parameter::getArray)
        .map(NDArray::toFloatArray)
        .toList();
  }

  /**
   * A network with these weights, for predictions.
   *
   * @throws IllegalArgumentException if they are those of other settings
   */
  static Block withWeights(NetworkSettings settings, List<float[]> weights, NDManager manager) {
    Block network = initialised(settings, manager);
    List<Parameter> parameters = parameters(network);
    if (weights.size() != parameters.size()) {
      throw new IllegalArgumentException(
          "expected %d arrays of weights, found %d".formatted(parameters.size(), weights.size()));
    }
    for (int i = 0; i < weights.size(); i++) {
      put(parameters.get(i), weights.get(i));
    }
    return network;
  }

  /**
   * Puts weights in. (NDArray.set would do, but PyTorch warns of what it is made of.)
   *
   * @throws IllegalArgumentException if there are more or fewer
   */
  static void put(Parameter parameter, float... weights) {
    NDArray array = parameter.getArray();
    if (array.size() != weights.length) {
      throw new IllegalArgumentException(
          "expected %d weights of %s, found %d"
              .formatted(array.size(), parameter.getName(), weights.length));
    }
    array.setRequiresGradient(false);
    try (NDArray put = array.getManager().create(weights, array.getShape())) {
      array.subi(array).addi(put);
    }
  }
}
