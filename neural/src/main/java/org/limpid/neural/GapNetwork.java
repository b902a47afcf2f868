package org.limpid.neural;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import java.util.List;
import org.limpid.reference.mirage.ChainSight;

/**
 * A trained network: which gap is left, in hours, if the successor is submitted now; below 0 an
 * overlap. Nothing is left out at random. Safe for several threads.
 */
final class GapNetwork {
  private final LearnerSettings settings;
  private final Scaling scaling;
  private final List<float[]> weights;
  private final NetworkOrigin origin;
  private final NDManager manager;
  private final ParameterStore store;
  private final Block block;

  /**
   * A network.
   *
   * @param weights as {@link Networks#weights} gives them
   * @throws IllegalArgumentException if they are those of other settings
   * @throws org.limpid.files.DataException if PyTorch can't be started
   */
  GapNetwork(
      LearnerSettings settings, Scaling scaling, List<float[]> weights, NetworkOrigin origin) {
    this.settings = settings;
    this.scaling = scaling;
    this.weights = weights.stream().map(float[]::clone).toList();
    this.origin = origin;
    Engine engine = Torch.engine();
    manager = engine.newBaseManager();
    store = new ParameterStore(manager, false);
    block = Networks.withWeights(settings.network(), this.weights, manager);
    // The store notes each array when it is first asked for, which only one thread may do.
    outputs(new double[settings.network().states()][settings.network().numbers()]);
    hours(new double[settings.network().states()][settings.network().numbers()]);
  }

  LearnerSettings settings() {
    return settings;
  }

  Scaling scaling() {
    return scaling;
  }

  List<float[]> weights() {
    return weights.stream().map(float[]::clone).toList();
  }

  NetworkOrigin origin() {
    return origin;
  }

  /** The gap in hours. */
  double hours(ChainSight sight) {
    return hours(sight.window());
  }

  /**
   * The gap in hours.
   *
   * @param window states x numbers
   */
  double hours(double[][] window) {
    try (NDManager call = manager.newSubManager()) {
      return block.forward(store, input(call, window), false).head().getFloat();
    }
  }

  /** What each expert predicts in hours; of a transformer its one prediction. */
  float[] outputs(double[][] window) {
    try (NDManager call = manager.newSubManager()) {
      NDList input = input(call, window);
      NDArray outputs =
          block instanceof MixtureBlock mixture
              ? mixture.predictions(store, input, false)
              : block.forward(store, input, false).head();
      return outputs.toFloatArray();
    }
  }

  private NDList input(NDManager call, double[][] window) {
    NetworkSettings network = settings.network();
    if (window.length != network.states() || window[0].length != network.numbers()) {
      throw new IllegalArgumentException(
          "expected %d states of %d numbers, found %d of %d"
              .formatted(network.states(), network.numbers(), window.length, window[0].length));
    }
    float[] numbers = new float[network.states() * network.numbers()];
    scaling.write(window, numbers, 0);
    return new NDList(call.create(numbers, new Shape(1, network.states(), network.numbers())));
  }
}
