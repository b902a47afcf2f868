package org.limpid.neural;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.limpid.simulation.run.InputProblem;

/** Trains a network with Adam on batches of examples. Not safe for several threads. */
final class NetworkTrainer {
  private final Engine engine;
  private final NDManager manager;
  private final Examples examples;
  private final Scaling scaling;
  private final SplittableRandom random;

  /**
   * A trainer.
   *
   * @param manager of the network's weights
   * @param random of the order of examples
   */
  NetworkTrainer(
      Engine engine,
      NDManager manager,
      Examples examples,
      Scaling scaling,
      SplittableRandom random) {
    this.engine = engine;
    this.manager = manager;
    this.examples = examples;
    this.scaling = scaling;
    this.random = random;
  }

  /**
   * Trains on some of the examples.
   *
   * @param rows their numbers
   * @return the mean loss of each epoch
   * @throws InputProblem if a loss isn't a number any more
   */
  double[] train(Block network, int[] rows, Phase phase) {
    Optimizer optimizer =
        Optimizer.adam()
            .optLearningRateTracker(Tracker.fixed((float) phase.learningRate()))
            .build();
    int[] order = rows.clone();
    double[] losses = new double[phase.epochs()];
    for (int epoch = 0; epoch < losses.length; epoch++) {
      shuffle(order);
      for (int from = 0; from < order.length; from += phase.batch()) {
        int[] batch = Arrays.copyOfRange(order, from, Math.min(from + phase.batch(), order.length));
        losses[epoch] +=
            step(network, batch, phase.loss(), optimizer) * batch.length / order.length;
      }
    }
    return losses;
  }

  private double step(Block network, int[] rows, Phase.Loss loss, Optimizer optimizer) {
    double value;
    try (NDManager batch = manager.newSubManager();
        GradientCollector collector = engine.newGradientCollector()) {
      NDArray predictions =
          network.forward(new ParameterStore(manager, false), windows(batch, rows), true).head();
      NDArray left = loss.of(predictions.sub(targets(batch, rows)));
      collector.backward(left);
      value = left.getFloat();
    }
    if (!Double.isFinite(value)) {
      throw new InputProblem(
          "The training of the network diverged: its loss is %s. Maybe the windows hold numbers that are far apart."
              .formatted(value));
    }
    update(network, optimizer);
    return value;
  }

  /** Steps against the gradients, and clears them for the next batch. */
  static void update(Block network, Optimizer optimizer) {
    for (Parameter parameter : Networks.parameters(network)) {
      try (NDArray gradient = parameter.getArray().getGradient()) {
        optimizer.update(parameter.getId(), parameter.getArray(), gradient);
        gradient.subi(gradient);
      }
    }
  }

  /** The mean of the absolute differences between predictions and targets, in hours. */
  double error(Block network, int[] rows) {
    double sum = 0;
    for (int row : rows) {
      try (NDManager one = manager.newSubManager()) {
        NDList windows = windows(one, row);
        NDArray prediction =
            network.forward(new ParameterStore(manager, false), windows, false).head();
        sum += Math.abs(prediction.getFloat() - examples.hours().applyAsDouble(row));
      }
    }
    return sum / rows.length;
  }

  private NDList windows(NDManager owner, int... rows) {
    double[][] first = examples.window().apply(rows[0]);
    int length = first.length * first[0].length;
    float[] numbers = new float[rows.length * length];
    for (int i = 0; i < rows.length; i++) {
      scaling.write(examples.window().apply(rows[i]), numbers, i * length);
    }
    return new NDList(owner.create(numbers, new Shape(rows.length, first.length, first[0].length)));
  }

  private NDArray targets(NDManager owner, int... rows) {
    float[] hours = new float[rows.length];
    for (int i = 0; i < rows.length; i++) {
      hours[i] = (float) examples.hours().applyAsDouble(rows[i]);
    }
    return owner.create(hours, new Shape(rows.length, 1));
  }

  /** Two parts of rows, drawn at random: a share of them, and the rest. */
  List<int[]> split(int[] rows, double share) {
    int[] order = rows.clone();
    shuffle(order);
    int first = (int) (order.length * share);
    List<int[]> parts = new ArrayList<>();
    parts.add(Arrays.copyOf(order, first));
    parts.add(Arrays.copyOfRange(order, first, order.length));
    return parts;
  }

  private void shuffle(int[] rows) {
    for (int last = rows.length - 1; last > 0; last--) {
      int other = random.nextInt(last + 1);
      int row = rows[last];
      rows[last] = rows[other];
      rows[other] = row;
    }
  }
}
