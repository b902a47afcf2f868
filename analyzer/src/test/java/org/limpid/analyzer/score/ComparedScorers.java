package org.limpid.analyzer.score;

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
import org.limpid.interpret.ebm.EbmTrainer;
import org.limpid.interpret.model.Model;
import org.limpid.interpret.model.Row;
import org.limpid.interpret.model.Target;
import org.limpid.interpret.model.TrainingSet;
import org.limpid.interpret.tree.TreeTrainer;

/** Ways to learn share scores that {@code docs/packing-analyze.md} compares with those in use. */
public final class ComparedScorers {
  /** What the artifact prunes with. */
  private static final double ARTIFACT_PRUNING = 1e-4;

  private ComparedScorers() {}

  /** The tree of the same candidates that is right most often, of equal ones the simplest. */
  public static ScoreModel.Learner bestTree() {
    ChosenScorer tree = Scorers.tree();
    return sample -> {
      List<ScoreErrors> errors = tree.errors(sample);
      int best = 0;
      for (int i = 1; i < errors.size(); i++) {
        best = errors.get(i).right() > errors.get(best).right() ? i : best;
      }
      return tree.candidates().get(best).train(sample);
    };
  }

  /** The tree of the artifact, without the features that leak. */
  public static ModelScorer artifactTree() {
    return artifactTree(ScoreFeature.ALL);
  }

  /**
   * The tree of the artifact as written, with features that leak.
   *
   * @param pairs all measured pairs
   */
  public static ModelScorer leakingTree(List<PairProfile> pairs) {
    return artifactTree(ScoreFeature.leaking(pairs));
  }

  private static ModelScorer artifactTree(List<ScoreFeature> features) {
    return Scorers.tree(
        features, Map.of(TreeTrainer.CCP_ALPHA.name(), Double.toString(ARTIFACT_PRUNING)));
  }

  /** The names of what a scorer tells scores from. */
  public static String inputs(List<ScoreFeature> features) {
    return ScoreFeature.names(features);
  }

  /** An EBM of the mean relative speed on the utilisations, read by the rule. */
  public static ScoreModel.Learner meanRate(int threads) {
    EbmTrainer trainer = new EbmTrainer(Scorers.monotone("-1"), threads);
    return sample -> {
      Model model = trainer.train(meanRates(sample));
      return profile -> {
        Row row = model.newRow();
        ScoreFeature.UTILISATIONS.forEach(
            feature -> row.set(feature.column(), feature.value().applyAsDouble(profile)));
        double[] outputs = new double[1];
        model.predict(row, outputs);
        return ShareRule.score(outputs[0]);
      };
    };
  }

  /** One row per workload that is in a pair, with its mean relative speed. */
  static TrainingSet meanRates(Profiles sample) {
    MeanRates rates = MeanRates.of(sample.pairs());
    List<WorkloadProfile> measured = measured(sample, rates);
    double[] means =
        measured.stream()
            .mapToDouble(profile -> rates.mean(profile.workload()).orElseThrow())
            .toArray();
    return TrainingSet.of(
        ScoreFeature.table(ScoreFeature.UTILISATIONS, measured),
        new Target.Numbers("mean_rate", means));
  }

  private static List<WorkloadProfile> measured(Profiles sample, MeanRates rates) {
    return sample.singles().stream()
        .map(SingleProfile::profile)
        .filter(profile -> rates.mean(profile.workload()).isPresent())
        .toList();
  }

  /**
   * Share scores by way of predicted pairs: the rate next to every workload of the training that is
   * in a measured pair is predicted, and the rule makes a score of their mean. Doesn't look at the
   * scores of the training.
   */
  public static ScoreModel.Learner pairs(int threads) {
    PairSpeedTrainer trainer = new PairSpeedTrainer(threads);
    return sample -> {
      List<WorkloadProfile> partners = measured(sample, MeanRates.of(sample.pairs()));
      PairSpeedModel pairs =
          trainer.train(
              sample.singles().stream().map(SingleProfile::profile).toList(), sample.pairs());
      return profile ->
          ShareRule.score(
              partners.stream()
                  .mapToDouble(partner -> pairs.rate(profile, partner))
                  .average()
                  .orElseThrow());
    };
  }
}
