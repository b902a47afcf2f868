package org.limpid.neural;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.nn.core.Linear;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import ai.djl.training.initializer.Initializer;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Trains a policy by REINFORCE with a bonus for entropy: in episodes that are drawn at random the
 * policy acts at random by its probabilities, and what it did becomes likelier the better the
 * outcome was against the mean of the outcomes so far. The network below is not changed.
 *
 * <p>Source: Williams, "Simple statistical gradient-following algorithms for connectionist
 * reinforcement learning", Machine Learning 1992; constants from Mirage's artifact.
 */
final class HeadTraining {
  private static final double DISCOUNT = 0.99;
  private static final float ENTROPY_BONUS = 0.1f;
  private static final float LEARNING_RATE = 0.01f;

  /** Episodes per update. */
  private static final int BATCH = 32;

  private final Engine engine;
  private final NDManager manager;
  private final List<Episode> episodes;
  private final SplittableRandom random;
  private final Optimizer optimizer =
      Optimizer.adam().optLearningRateTracker(Tracker.fixed(LEARNING_RATE)).build();
  private double rewards;
  private long seen;

  private HeadTraining(
      Engine engine, NDManager manager, List<Episode> episodes, SplittableRandom random) {
    this.engine = engine;
    this.manager = manager;
    this.episodes = episodes;
    this.random = random;
  }

  /**
   * A trained policy; the same for the same episodes.
   *
   * @param updates steps, from 0
   */
  static PolicyHead train(List<Episode> episodes, int updates, long intervalSeconds, long seed) {
    return Torch.withSeed(
        seed,
        engine -> {
          try (NDManager manager = engine.newBaseManager()) {
            return new HeadTraining(engine, manager, episodes, new SplittableRandom(seed))
                .run(updates, intervalSeconds);
          }
        });
  }

  /** A decision that was made: what was known, what was done, what came of it. */
  record Decision(float[] outputs, boolean submits, double weight) {}

  private PolicyHead run(int updates, long intervalSeconds) {
    Block linear = Linear.builder().setUnits(2).build();
    // Both actions are as likely at first: what is never tried is never learnt.
    linear.setInitializer(Initializer.ZEROS, Parameter.Type.WEIGHT);
    int experts = episodes.getFirst().outputs()[0].length;
    linear.initialize(manager, DataType.FLOAT32, new Shape(1, experts));
    PolicyHead head = PolicyHead.of(Networks.weights(linear), intervalSeconds);
    for (int update = 0; update < updates; update++) {
      List<Decision> decisions = new ArrayList<>();
      for (int i = 0; i < BATCH; i++) {
        decisions.addAll(play(episodes.get(random.nextInt(episodes.size())), head));
      }
      step(linear, decisions);
      head = PolicyHead.of(Networks.weights(linear), intervalSeconds);
    }
    return head;
  }

  /** Acts by the probabilities of a policy until it submits, or has to. */
  private List<Decision> play(Episode episode, PolicyHead head) {
    int end = 0;
    while (end < episode.choices() && random.nextDouble() >= head.submits(episode.outputs()[end])) {
      end++;
    }
    double baseline = seen == 0 ? 0 : rewards / seen;
    rewards += episode.rewards()[end];
    seen++;
    return decisions(episode, end, baseline);
  }

  /**
   * The decisions of an episode that ends with a submission: each weighs the reward, less by a
   * hundredth for each decision up to the end, minus the baseline. One that is forced is none.
   */
  static List<Decision> decisions(Episode episode, int end, double baseline) {
    List<Decision> decisions = new ArrayList<>();
    for (int i = 0; i <= Math.min(end, episode.choices() - 1); i++) {
      double weight = Math.pow(DISCOUNT, end - i) * episode.rewards()[end] - baseline;
      decisions.add(new Decision(episode.outputs()[i], i == end, weight));
    }
    return decisions;
  }

  private void step(Block linear, List<Decision> decisions) {
    try (NDManager batch = manager.newSubManager();
        GradientCollector collector = engine.newGradientCollector()) {
      NDArray outputs =
          batch.create(decisions.stream().map(Decision::outputs).toArray(float[][]::new));
      NDArray logs =
          linear
              .forward(new ParameterStore(manager, false), new NDList(outputs), true)
              .head()
              .logSoftmax(1);
      collector.backward(loss(batch, logs, decisions));
    }
    NetworkTrainer.update(linear, optimizer);
  }

  /** Minus the weighted logarithms, a mean over episodes, and minus the bonus. */
  private static NDArray loss(NDManager batch, NDArray logs, List<Decision> decisions) {
    float[] weights = new float[2 * decisions.size()];
    for (int i = 0; i < decisions.size(); i++) {
      Decision decision = decisions.get(i);
      weights[2 * i + (decision.submits() ? 1 : 0)] = (float) (decision.weight() / BATCH);
    }
    NDArray gain = logs.mul(batch.create(weights, new Shape(decisions.size(), 2))).sum();
    NDArray entropy = logs.mul(logs.exp()).sum(new int[] {1}).mean().neg();
    return gain.add(entropy.mul(ENTROPY_BONUS)).neg();
  }
}
