package org.limpid.neural;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.norm.LayerNorm;
import ai.djl.nn.transformer.ScaledDotProductAttentionBlock;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

/**
 * A layer of an encoder: attention of all states to all, then two linear layers; each is added to
 * what it was given, and that is normalised over the numbers of a state. Shape: batch x states x
 * width. (DJL has such a block, but that normalises over the batch.)
 *
 * <p>Source: Vaswani et al., "Attention is all you need", NeurIPS 2017.
 */
final class EncoderBlock extends AbstractBlock {
  private final Block attention;
  private final Block attentionDropout;
  private final Block attentionNorm;
  private final Block feedForward;
  private final Block feedForwardNorm;

  EncoderBlock(NetworkSettings settings) {
    float dropout = (float) settings.dropout();
    attention =
        addChildBlock(
            "attention",
            ScaledDotProductAttentionBlock.builder()
                .setEmbeddingSize(settings.width())
                .setHeadCount(settings.heads())
                .optAttentionProbsDropoutProb(dropout)
                .build());
    attentionDropout =
        addChildBlock("attentionDropout", Dropout.builder().optRate(dropout).build());
    attentionNorm = addChildBlock("attentionNorm", norm());
    feedForward =
        addChildBlock(
            "feedForward",
            new SequentialBlock()
                .add(Linear.builder().setUnits(settings.feedForward()).build())
                .add(Activation.reluBlock())
                .add(Dropout.builder().optRate(dropout).build())
                .add(Linear.builder().setUnits(settings.width()).build())
                .add(Dropout.builder().optRate(dropout).build()));
    feedForwardNorm = addChildBlock("feedForwardNorm", norm());
  }

  private static Block norm() {
    return LayerNorm.builder().axis(2).build();
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store, NDList inputs, boolean training, PairList<String, Object> options) {
    NDList attended =
        attentionDropout.forward(store, attention.forward(store, inputs, training), training);
    NDList middle = sum(store, attentionNorm, inputs, attended, training);
    return sum(
        store, feedForwardNorm, middle, feedForward.forward(store, middle, training), training);
  }

  private static NDList sum(
      ParameterStore store, Block norm, NDList given, NDList made, boolean training) {
    NDArray sum = given.singletonOrThrow().add(made.singletonOrThrow());
    return norm.forward(store, new NDList(sum), training);
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputs) {
    return inputs;
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
    for (Block child :
        new Block[] {attention, attentionDropout, attentionNorm, feedForward, feedForwardNorm}) {
      child.initialize(manager, type, inputs);
    }
  }
}
