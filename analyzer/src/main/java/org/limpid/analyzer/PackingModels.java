package org.limpid.analyzer;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.limpid.analyzer.pair.PairSpeedModel;
import org.limpid.analyzer.score.ModelScores;
import org.limpid.data.PairSpeeds;
import org.limpid.data.Profiles;
import org.limpid.data.Profiles.SingleProfile;
import org.limpid.data.Workload;
import org.limpid.data.WorkloadProfile;
import org.limpid.interpret.tree.TreeModel;
import org.limpid.interpret.tree.TreeRules;

/**
 * The trained models of sharing. Immutable and safe for several threads.
 *
 * @param tree tells scores by a few questions; its model is a {@link TreeModel}
 * @param ebm tells scores as classes; its model is an EBM
 * @param ordinal tells scores as a rounded number; its model is an EBM
 * @param pairSpeeds predicts the rates of pairs; empty if there were too few pairs
 */
public record PackingModels(
    ModelScores tree, ModelScores ebm, ModelScores ordinal, Optional<PairSpeedModel> pairSpeeds) {
  public PackingModels {
    Objects.requireNonNull(tree, "tree");
    Objects.requireNonNull(ebm, "ebm");
    Objects.requireNonNull(ordinal, "ordinal");
    Objects.requireNonNull(pairSpeeds, "pairSpeeds");
  }

  /** One of the models of share scores. */
  public ModelScores scores(ScoreMethod method) {
    return switch (method) {
      case TREE -> tree;
      case EBM -> ebm;
      case ORDINAL -> ordinal;
    };
  }

  /** The tree as nested rules, one line each. */
  public String rules() {
    return TreeRules.text((TreeModel) tree.model());
  }

  /** The share scores of all single profiles, in their order. */
  public Map<Workload, Integer> scores(ScoreMethod method, Profiles profiles) {
    return scores(method).scores(singles(profiles));
  }

  /** The profiles with told share scores in place of their own. */
  public Profiles rescored(ScoreMethod method, Profiles profiles) {
    ModelScores scores = scores(method);
    return new Profiles(
        profiles.singles().stream()
            .map(SingleProfile::profile)
            .map(profile -> new SingleProfile(profile, scores.score(profile)))
            .toList(),
        profiles.pairs());
  }

  /** The predicted rates of all workloads next to all; none without a model of pairs. */
  public PairSpeeds predictedSpeeds(Profiles profiles) {
    return pairSpeeds.map(model -> model.speeds(singles(profiles))).orElse(PairSpeeds.EMPTY);
  }

  /** The measured and the predicted rates of all workloads next to all. */
  public PairMatrix matrix(Profiles profiles) {
    List<Workload> workloads = singles(profiles).stream().map(WorkloadProfile::workload).toList();
    return new PairMatrix(
        workloads, PairSpeeds.measured(workloads, profiles.pairs()), predictedSpeeds(profiles));
  }

  private static List<WorkloadProfile> singles(Profiles profiles) {
    return profiles.singles().stream().map(SingleProfile::profile).toList();
  }

  /**
   * Measured beside predicted rates of pairs, for plots and tables: {@code rate(own, other)} of
   * either is the rate of the row's workload next to the column's, {@code NaN} where there is none.
   *
   * @param workloads what the rows and columns are, in the order of the profiles
   * @param measured next to itself a workload has the mean of its two rates
   * @param predicted {@link PairSpeeds#EMPTY} without a model of pairs
   */
  public record PairMatrix(List<Workload> workloads, PairSpeeds measured, PairSpeeds predicted) {
    public PairMatrix {
      workloads = List.copyOf(workloads);
      Objects.requireNonNull(measured, "measured");
      Objects.requireNonNull(predicted, "predicted");
    }
  }

  /** Which of the trained models tells share scores. */
  public enum ScoreMethod {
    /** The pruned tree. */
    TREE,
    /** The EBM of classes. */
    EBM,
    /** The EBM of the score as a number. */
    ORDINAL
  }
}
