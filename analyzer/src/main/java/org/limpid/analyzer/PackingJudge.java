package org.limpid.analyzer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.limpid.analyzer.PackingReport.ScoreRow;
import org.limpid.analyzer.pair.PairSpeedEvaluation;
import org.limpid.analyzer.pair.PairSpeedTrainer;
import org.limpid.analyzer.score.ArtifactSplit;
import org.limpid.analyzer.score.LeaveOneModelOut;
import org.limpid.analyzer.score.ScoreErrors;
import org.limpid.analyzer.score.ScoreTrainer;
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
    for (ScoreTrainer trainer : trainers()) {
      leaveOneModelOut(trainer, sample, false);
    }
    if (sample.pairs().isEmpty()) {
      leftOut.add("What needs measured pairs was not judged: there are none.");
    } else {
      leaveOneModelOut(Scorers.meanRate(threads), sample, false);
      leaveOneModelOut(Scorers.pairs(threads), sample, false);
      leaveOneModelOut(Scorers.leakingTree(sample.pairs()), sample, true);
    }
    artifactSplit(sample);
    return new PackingReport(rows, pairs(profiles));
  }

  private List<ScoreTrainer> trainers() {
    return List.of(
        Scorers.tree(),
        Scorers.bestTree(),
        Scorers.ordinal(threads),
        Scorers.ebm(threads),
        Scorers.artifactTree());
  }

  private void leaveOneModelOut(ScoreTrainer trainer, Profiles sample, boolean leaks) {
    add(
        trainer,
        ScoreRow.Design.LEAVE_ONE_MODEL_OUT,
        leaks,
        () -> ScoreErrors.of(sample.singles(), LeaveOneModelOut.scores(trainer, sample)));
  }

  private void artifactSplit(Profiles sample) {
    ArtifactSplit.of(sample)
        .ifPresent(split -> {
          ScoreTrainer leaking = Scorers.leakingTree(sample.pairs());
          for (ScoreTrainer trainer : List.of(Scorers.tree(), Scorers.artifactTree(), leaking)) {
            add(
                trainer,
                ScoreRow.Design.ARTIFACT_SPLIT,
                trainer == leaking,
                () -> ArtifactSplit.errors(trainer, sample, split));
          }
        });
  }

  private void add(
      ScoreTrainer trainer, ScoreRow.Design design, boolean leaks, Supplier<ScoreErrors> errors) {
    try {
      rows.add(new ScoreRow(trainer.name(), trainer.inputs(), design, leaks, errors.get()));
    } catch (DataException e) {
      leftOut.add(
          "The method '%s' was not judged (%s): %s"
              .formatted(trainer.name(), design.label(), e.getMessage()));
    }
  }

  private PairSpeedEvaluation pairs(Profiles profiles) {
    List<WorkloadProfile> singles =
        profiles.singles().stream().map(SingleProfile::profile).toList();
    return PairSpeedEvaluation.leaveOneModelOut(
        new PairSpeedTrainer(threads), singles, profiles.pairs());
  }
}
