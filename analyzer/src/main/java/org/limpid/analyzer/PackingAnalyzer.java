package org.limpid.analyzer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.limpid.analyzer.pair.PairSpeedModel;
import org.limpid.analyzer.pair.PairSpeedTrainer;
import org.limpid.analyzer.score.Scorers;
import org.limpid.data.PairProfile;
import org.limpid.data.Profiles;
import org.limpid.data.Profiles.SingleProfile;
import org.limpid.data.Workload;
import org.limpid.data.WorkloadProfile;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.files.Problems;

/**
 * Trains all models of sharing from profiles: a tree and two EBMs that tell share scores, and an
 * EBM that predicts the rates of pairs. The same profiles give the same models.
 */
public final class PackingAnalyzer {
  /** An EBM averages 14 models, each of which leaves out other workloads. */
  public static final int FEWEST_WORKLOADS = 14;

  private static final String SINGLES = "profiles of single workloads";

  private final Profiles profiles;
  private final LabelSource labels;
  private final int threads;
  private final List<String> leftOut = new ArrayList<>();

  private PackingAnalyzer(Profiles profiles, LabelSource labels, int threads) {
    this.profiles = profiles;
    this.labels = labels;
    this.threads = threads;
  }

  /**
   * Trains what can be trained, and says what was left out.
   *
   * @param profiles of workloads alone, with scores if these are to be learnt, and of pairs
   * @param labels which share scores are learnt
   * @param threads most threads to use, at least 1; results do not depend on it
   * @throws DataException if there are fewer than {@value #FEWEST_WORKLOADS} workloads with a
   *     score, or all have the same one
   */
  public static PackingTraining train(Profiles profiles, LabelSource labels, int threads) {
    return new PackingAnalyzer(profiles, labels, threads).train();
  }

  private PackingTraining train() {
    Profiles sample = labels.apply(profiles);
    check(sample);
    noteUnlabelled(sample);
    noteUnknownPairs();
    PackingModels models =
        new PackingModels(
            Scorers.tree().train(sample),
            Scorers.ebm(threads).train(sample),
            Scorers.ordinal(threads).train(sample),
            pairSpeeds());
    return new PackingTraining(models, leftOut);
  }

  private void check(Profiles sample) {
    Problems problems = new Problems();
    int count = sample.singles().size();
    if (labels != LabelSource.GIVEN && profiles.pairs().isEmpty()) {
      problems.add(
          problem(
              "expected measured pairs, which the rule makes share scores of, found none",
              "Maybe learn the given scores."));
    } else if (count < FEWEST_WORKLOADS) {
      problems.add(
          problem(
              "expected %d or more workloads with a share score, found %d"
                  .formatted(FEWEST_WORKLOADS, count),
              "Maybe profile more workloads, or batch sizes of those that are there."));
    } else if (sample.singles().stream().mapToInt(SingleProfile::shareScore).distinct().count()
        < 2) {
      problems.add(
          problem(
              "expected two or more different share scores, found only %d"
                  .formatted(sample.singles().getFirst().shareScore()),
              "Maybe the table has no scores: learn those of the rule."));
    }
    problems.throwIfAny();
  }

  private static Problem problem(String message, String hint) {
    return Problem.of(SINGLES, message, hint);
  }

  private void noteUnlabelled(Profiles sample) {
    int missing = profiles.singles().size() - sample.singles().size();
    if (missing > 0) {
      leftOut.add(
          "%d of %d workloads are in no measured pair: the rule gives them no share score to learn."
              .formatted(missing, profiles.singles().size()));
    }
  }

  private void noteUnknownPairs() {
    Set<Workload> known = new HashSet<>();
    profiles.singles().forEach(single -> known.add(single.profile().workload()));
    long unknown =
        profiles.pairs().stream()
            .filter(pair -> !known.contains(pair.first()) || !known.contains(pair.second()))
            .count();
    if (unknown > 0) {
      leftOut.add(
          "%d of %d pairs name a workload without a single profile: no rates were learnt from them."
              .formatted(unknown, profiles.pairs().size()));
    }
  }

  private Optional<PairSpeedModel> pairSpeeds() {
    List<WorkloadProfile> singles =
        profiles.singles().stream().map(SingleProfile::profile).toList();
    List<PairProfile> pairs = profiles.pairs();
    try {
      return Optional.of(new PairSpeedTrainer(threads).train(singles, pairs));
    } catch (DataException e) {
      leftOut.add("No model of the rates of pairs: " + e.getMessage());
      return Optional.empty();
    }
  }

  /**
   * What came of a training.
   *
   * @param models all that could be trained
   * @param leftOut what could not be trained and why, one sentence each
   */
  public record PackingTraining(PackingModels models, List<String> leftOut) {
    public PackingTraining {
      Objects.requireNonNull(models, "models");
      leftOut = List.copyOf(leftOut);
    }
  }
}
