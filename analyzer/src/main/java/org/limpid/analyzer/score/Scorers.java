package org.limpid.analyzer.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.limpid.interpret.ebm.EbmParameter;
import org.limpid.interpret.ebm.EbmParameters;
import org.limpid.interpret.ebm.EbmTrainer;
import org.limpid.interpret.tree.TreeTrainer;

/** The ways to learn share scores that Limpid uses. */
public final class Scorers {
  /** Fewest workloads of a leaf: fewer are a matter of chance. */
  private static final int LEAF_SIZE = 4;

  /** Share of the impurity that a leaf must save. */
  private static final double PRUNING = 0.01;

  private static final int[] DEPTHS = {2, 3, 4};

  private Scorers() {}

  /**
   * The pruned tree that Limpid shows as rules: at most 2, 3 or 4 questions deep, on the GPU
   * utilisation, both utilisations or all features of Lucid, as {@link ChosenScorer} chooses.
   */
  public static ChosenScorer tree() {
    List<ModelScorer> candidates = new ArrayList<>();
    for (int depth : DEPTHS) {
      for (List<ScoreFeature> features : featureSets()) {
        candidates.add(
            tree(
                features,
                Map.of(
                    TreeTrainer.MAX_DEPTH.name(), Integer.toString(depth),
                    TreeTrainer.MIN_SAMPLES_LEAF.name(), Integer.toString(LEAF_SIZE),
                    TreeTrainer.CCP_ALPHA.name(), Double.toString(PRUNING))));
      }
    }
    return new ChosenScorer(candidates);
  }

  private static List<List<ScoreFeature>> featureSets() {
    return List.of(List.of(ScoreFeature.GPU_UTIL), ScoreFeature.UTILISATIONS, ScoreFeature.ALL);
  }

  static ModelScorer tree(List<ScoreFeature> features, Map<String, String> parameters) {
    return new ModelScorer(
        features, ScoreTarget.CLASS, new TreeTrainer(TreeTrainer.defaults().with(parameters)));
  }

  /** A classifying EBM on the features of Lucid, without interactions. */
  public static ModelScorer ebm(int threads) {
    EbmParameters parameters = EbmParameters.classification().with(EbmParameter.INTERACTIONS, 0);
    return new ModelScorer(
        ScoreFeature.ALL, ScoreTarget.CLASS, new EbmTrainer(parameters, threads));
  }

  /**
   * An EBM of the score as a number, on the utilisations: the more of either, the heavier, and no
   * interactions.
   */
  public static ModelScorer ordinal(int threads) {
    return new ModelScorer(
        ScoreFeature.UTILISATIONS, ScoreTarget.NUMBER, new EbmTrainer(monotone("+1"), threads));
  }

  static EbmParameters monotone(String direction) {
    return EbmParameters.regression()
        .with(EbmParameter.INTERACTIONS, 0)
        .with(EbmParameter.SMOOTHING_ROUNDS, 0)
        .with(
            EbmParameter.MONOTONE_CONSTRAINTS,
            "gpu_util: %1$s; gmem_util: %1$s".formatted(direction));
  }
}
