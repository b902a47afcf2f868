package org.limpid.neural;

import java.util.List;
import org.limpid.experiment.chain.ChainLearner;
import org.limpid.experiment.chain.ChainLearners;

/**
 * The neural learners: {@code transformer}, {@code mixture} and {@code reinforce}, of sizes that a
 * processor trains in minutes, and the same with {@code -artifact} behind them, of Mirage's sizes
 * and epochs, which take days there.
 */
public final class NeuralLearners implements ChainLearners {
  /** Updates of the artifact on top of a transformer, and on top of a mixture. */
  private static final int UPDATES = 60;

  private static final int MIXTURE_UPDATES = 20;

  @Override
  public List<ChainLearner> learners() {
    return List.of(
        new NeuralLearner("transformer", LearnerSettings.transformer()),
        new NeuralLearner("mixture", LearnerSettings.mixture()),
        new NeuralLearner("reinforce", LearnerSettings.transformer().withHead(UPDATES)),
        new NeuralLearner("transformer-artifact", LearnerSettings.artifactTransformer()),
        new NeuralLearner("mixture-artifact", LearnerSettings.artifactMixture()),
        new NeuralLearner(
            "reinforce-artifact", LearnerSettings.artifactMixture().withHead(MIXTURE_UPDATES)));
  }
}
