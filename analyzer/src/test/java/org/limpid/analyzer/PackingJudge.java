package org.limpid.analyzer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.limpid.analyzer.PackingReport.ScoreRow;
import org.limpid.analyzer.pair.PairSpeedEvaluation;
import org.limpid.analyzer.pair.PairSpeedTrainer;
import org.limpid.analyzer.score.ArtifactSplit;
import org.limpid.analyzer.score.ComparedScorers;
import org.limpid.analyzer.score.LeaveOneModelOut;
import org.limpid.analyzer.score.ModelScorer;
import org.limpid.analyzer.score.ScoreErrors;
import org.limpid.analyzer.score.ScoreModel;
import org.limpid.analyzer.score.Scorers;
import org.limpid.data.Profiles;
import org.limpid.data.Profiles.SingleProfile;
import org.limpid.data.WorkloadProfile;
import org.limpid.files.DataException;

/** Judges all ways to tell share scores and to predict the rates of pairs. */
final class PackingJudge {
  private final int threads;
  private final List<String> leftOut;
  private final List<ScoreRow> rows = new ArrayList<>();

  /**
   * @param leftOut receives what cannot be judged and why
   */
  PackingJudge(int threads, List<String> leftOut) {
    this.threads = threads;
    this.leftOut = leftOut;
  }

  /**
   * Judges.
   *
   * @param sample workloads with the scores that are taken for true
   * @param profiles all single profiles, for the rates of pairs
   */
  PackingReport judge(Profiles sample, Profiles profiles) {
    if (LeaveOneModelOut.models(sample).size() < 2) {
      leftOut.add("Nothing was judged: all workloads are of one deep-learning model.");
      return PackingReport.EMPTY;
    }
    methods().forEach(method -> leaveOneModelOut(method, sample, false));
    if (sample.pairs().isEmpty()) {
      leftOut.add("What needs measured pairs was not judged: there are none.");
    } else {
      leaveOneModelOut(MEAN_RATE.with(ComparedScorers.meanRate(threads)), sample, false);
      leaveOneModelOut(PAIRS.with(ComparedScorers.pairs(threads)), sample, false);
      leaveOneModelOut(leaking(sample), sample, true);
    }
    artifactSplit(sample);
    return new PackingReport(rows, pairs(profiles));
  }

  /** A way to learn share scores as the report calls it. */
  private record Method(String name, String inputs, ScoreModel.Learner learner) {
    Method(String name, ModelScorer scorer) {
      this(name, ComparedScorers.inputs(scorer.features()), scorer);
    }

    Method with(ScoreModel.Learner other) {
      return new Method(name, inputs, other);
    }
  }

  private static final String CHOSEN = "chosen within the training";
  private static final Method MEAN_RATE =
      new Method("rule on predicted mean speed", "gpu_util, gmem_util", null);
  private static final Method PAIRS =
      new Method("rule on predicted pairs", "gpu_util, gmem_util of both", null);

  private static Method tree() {
    return new Method("tree", CHOSEN, Scorers.tree());
  }

  private static Method artifactTree() {
    return new Method("tree of the artifact", ComparedScorers.artifactTree());
  }

  private static Method leaking(Profiles sample) {
    return new Method("tree of the artifact, leaking", ComparedScorers.leakingTree(sample.pairs()));
  }

  private List<Method> methods() {
    return List.of(
        tree(),
        new Method("tree, best candidate", CHOSEN, ComparedScorers.bestTree()),
        new Method("ordinal EBM", Scorers.ordinal(threads)),
        new Method("EBM", Scorers.ebm(threads)),
        artifactTree());
  }

  private void leaveOneModelOut(Method method, Profiles sample, boolean leaks) {
    add(
        method,
        ScoreRow.Design.LEAVE_ONE_MODEL_OUT,
        leaks,
        () -> ScoreErrors.of(sample.singles(), LeaveOneModelOut.scores(method.learner(), sample)));
  }

  private void artifactSplit(Profiles sample) {
    ArtifactSplit.of(sample)
        .ifPresent(split -> {
          Method leaking = leaking(sample);
          for (Method method : List.of(tree(), artifactTree(), leaking)) {
            add(
                method,
                ScoreRow.Design.ARTIFACT_SPLIT,
                method == leaking,
                () -> ArtifactSplit.errors(method.learner(), sample, split));
          }
        });
  }

  private void add(
      Method method, ScoreRow.Design design, boolean leaks, Supplier<ScoreErrors> errors) {
    try {
      rows.add(new ScoreRow(method.name(), method.inputs(), design, leaks, errors.get()));
    } catch (DataException e) {
      leftOut.add(
          "The method '%s' was not judged (%s): %s"
              .formatted(method.name(), design.label(), e.getMessage()));
    }
  }

  private PairSpeedEvaluation pairs(Profiles profiles) {
    List<WorkloadProfile> singles =
        profiles.singles().stream().map(SingleProfile::profile).toList();
    return PairSpeedEvaluation.leaveOneModelOut(
        new PairSpeedTrainer(threads), singles, profiles.pairs());
  }
}
