package org.limpid.analyzer.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.limpid.analyzer.label.MeanRates;
import org.limpid.analyzer.label.ShareRule;
import org.limpid.analyzer.pair.PairSpeedModel;
import org.limpid.analyzer.pair.PairSpeedTrainer;
import org.limpid.data.PairProfile;
import org.limpid.data.Profiles;
import org.limpid.data.Profiles.SingleProfile;
import org.limpid.data.WorkloadProfile;
import org.limpid.interpret.ebm.EbmParameter;
import org.limpid.interpret.ebm.EbmParameters;
import org.limpid.interpret.ebm.EbmTrainer;
import org.limpid.interpret.tree.TreeTrainer;

/** The ways to learn share scores that Limpid uses or compares with. */
public final class Scorers {
  /** Fewest workloads of a leaf: fewer are a matter of chance. */
  private static final int LEAF_SIZE = 4;

  /** Share of the impurity that a leaf must save. */
  private static final double PRUNING = 0.01;

  private static final int[] DEPTHS = {2, 3, 4};

  /** What the artifact prunes with. */
  private static final double ARTIFACT_PRUNING = 1e-4;

  private Scorers() {}

  /**
   * The pruned tree that Limpid shows as rules: at most 2, 3 or 4 questions deep, on the GPU
   * utilisation, both utilisations or all features of Lucid, as {@link ChosenScorer} chooses.
   */
  public static ChosenScorer tree() {
    return chosenTree("tree", ChosenScorer.Rule.SIMPLEST_WITHIN_ERROR);
  }

  /** The tree of the same candidates that is right most often; for comparison. */
  public static ChosenScorer bestTree() {
    return chosenTree("tree, best candidate", ChosenScorer.Rule.BEST);
  }

  private static ChosenScorer chosenTree(String name, ChosenScorer.Rule rule) {
    List<ModelScorer> candidates = new ArrayList<>();
    for (int depth : DEPTHS) {
      for (List<ScoreFeature> features : featureSets()) {
        candidates.add(
            tree(
                "tree",
                features,
                Map.of(
                    TreeTrainer.MAX_DEPTH.name(), Integer.toString(depth),
                    TreeTrainer.MIN_SAMPLES_LEAF.name(), Integer.toString(LEAF_SIZE),
                    TreeTrainer.CCP_ALPHA.name(), Double.toString(PRUNING))));
      }
    }
    return new ChosenScorer(name, rule, candidates);
  }

  private static List<List<ScoreFeature>> featureSets() {
    return List.of(List.of(ScoreFeature.GPU_UTIL), ScoreFeature.UTILISATIONS, ScoreFeature.ALL);
  }

  private static ModelScorer tree(
      String name, List<ScoreFeature> features, Map<String, String> parameters) {
    return new ModelScorer(
        name,
        features,
        ScoreTarget.CLASS,
        new TreeTrainer(TreeTrainer.defaults().with(parameters)));
  }

  /** The tree of the artifact, without the features that leak. */
  public static ModelScorer artifactTree() {
    return artifactTree("tree of the artifact", ScoreFeature.ALL);
  }

  /**
   * The tree of the artifact as written, with features that leak.
   *
   * @param pairs all measured pairs
   */
  public static ModelScorer leakingTree(List<PairProfile> pairs) {
    return artifactTree("tree of the artifact, leaking", ScoreFeature.leaking(pairs));
  }

  private static ModelScorer artifactTree(String name, List<ScoreFeature> features) {
    return tree(
        name, features, Map.of(TreeTrainer.CCP_ALPHA.name(), Double.toString(ARTIFACT_PRUNING)));
  }

  /** A classifying EBM on the features of Lucid, without interactions. */
  public static ModelScorer ebm(int threads) {
    EbmParameters parameters = EbmParameters.classification().with(EbmParameter.INTERACTIONS, 0);
    return new ModelScorer(
        "EBM", ScoreFeature.ALL, ScoreTarget.CLASS, new EbmTrainer(parameters, threads));
  }

  /**
   * An EBM of the score as a number, on the utilisations: the more of either, the heavier, and no
   * interactions.
   */
  public static ModelScorer ordinal(int threads) {
    return new ModelScorer(
        "ordinal EBM",
        ScoreFeature.UTILISATIONS,
        ScoreTarget.NUMBER,
        new EbmTrainer(monotone("+1"), threads));
  }

  /** An EBM of the mean relative speed on the utilisations, read by the rule. */
  public static ModelScorer meanRate(int threads) {
    return new ModelScorer(
        "rule on predicted mean speed",
        ScoreFeature.UTILISATIONS,
        ScoreTarget.MEAN_RATE,
        new EbmTrainer(monotone("-1"), threads));
  }

  /** The rule on predicted rates of pairs. */
  public static PairScorer pairs(int threads) {
    return new PairScorer(new PairSpeedTrainer(threads));
  }

  private static EbmParameters monotone(String direction) {
    return EbmParameters.regression()
        .with(EbmParameter.INTERACTIONS, 0)
        .with(EbmParameter.SMOOTHING_ROUNDS, 0)
        .with(
            EbmParameter.MONOTONE_CONSTRAINTS,
            "gpu_util: %1$s; gmem_util: %1$s".formatted(direction));
  }

  /**
   * Share scores by way of predicted pairs: the rate next to every workload of the training that is
   * in a measured pair is predicted, and the rule makes a score of their mean. Doesn't look at the
   * scores of the training.
   *
   * @param trainer learns the rates
   */
  record PairScorer(PairSpeedTrainer trainer) implements ScoreTrainer {
    @Override
    public String name() {
      return "rule on predicted pairs";
    }

    @Override
    public String inputs() {
      return "gpu_util, gmem_util of both";
    }

    @Override
    public ScoreModel train(Profiles sample) {
      MeanRates rates = MeanRates.of(sample.pairs());
      List<WorkloadProfile> singles =
          sample.singles().stream().map(SingleProfile::profile).toList();
      List<WorkloadProfile> partners =
          singles.stream().filter(profile -> rates.count(profile.workload()) > 0).toList();
      PairSpeedModel pairs = trainer.train(singles, sample.pairs());
      return profile ->
          ShareRule.score(
              partners.stream()
                  .mapToDouble(partner -> pairs.rate(profile, partner))
                  .average()
                  .orElseThrow());
    }
  }
}
