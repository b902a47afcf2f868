package org.limpid.neural;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A mixture of experts: the mean of what they predict, weighted by a gate that looks at the whole
 * window. The gate is a softmax of two linear layers without anything between them, as in the
 * artifact. Input: batch x states x numbers; output: batch x 1.
 */
final class MixtureBlock extends AbstractBlock {
  /** Units between the two layers of the gate. */
  private static final int GATE_UNITS = 32;

  private final List<Block> experts = new ArrayList<>();
  private final Block gate;

  /** A mixture of transformers. */
  MixtureBlock(NetworkSettings settings) {
    for (int expert = 0; expert < settings.experts(); expert++) {
      experts.add(addChildBlock("expert" + expert, Networks.transformer(settings)));
    }
    gate =
        addChildBlock(
            "gate",
            new SequentialBlock()
                .add(Linear.builder().setUnits(GATE_UNITS).build())
                .add(Linear.builder().setUnits(settings.experts()).build()));
  }

  /** The experts, which can be trained alone. */
  List<Block> experts() {
    return List.copyOf(experts);
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store, NDList inputs, boolean training, PairList<String, Object> options) {
    NDArray windows = inputs.singletonOrThrow();
    NDArray flat = windows.reshape(windows.getShape().get(0), -1);
    NDArray weights = gate.forward(store, new NDList(flat), training).singletonOrThrow().softmax(1);
    NDArray predictions = predictions(store, inputs, training);
    return new NDList(weights.mul(predictions).sum(new int[] {1}, true));
  }

  /** What each expert predicts: batch x experts. */
  NDArray predictions(ParameterStore store, NDList inputs, boolean training) {
    NDList each =
        new NDList(
            experts.stream()
                .map(expert -> expert.forward(store, inputs, training).singletonOrThrow())
                .toList());
    return NDArrays.concat(each, 1);
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputs) {
    return new Shape[] {new Shape(inputs[0].get(0), 1)};
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
    experts.forEach(expert -> expert.initialize(manager, type, inputs));
    long numbers =
        IntStream.range(1, inputs[0].dimension())
            .mapToLong(inputs[0]::get)
            .reduce(1, (a, b) -> a * b);
    gate.initialize(manager, type, new Shape(inputs[0].get(0), numbers));
  }
}
