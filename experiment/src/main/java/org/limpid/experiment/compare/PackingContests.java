package org.limpid.experiment.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.limpid.analyzer.score.LeaveOneModelOut;
import org.limpid.analyzer.score.ModelScorer;
import org.limpid.analyzer.score.ModelScores;
import org.limpid.analyzer.score.ScoreFeature;
import org.limpid.analyzer.score.ScoreTarget;
import org.limpid.analyzer.score.Scorers;
import org.limpid.data.Profiles;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.interpret.ebm.EbmParameter;
import org.limpid.interpret.ebm.EbmParameters;
import org.limpid.interpret.ebm.EbmTrainer;
import org.limpid.interpret.model.Trainer;
import org.limpid.interpret.model.TrainerCatalog;
import org.limpid.interpret.model.TrainingSet;

/**
 * Contests on sharing: the share score of each workload as a class, told by a model that has seen
 * no workload of the same deep-learning model. Once from what a workload shows alone, and once, as
 * in the artifact, also from the pairs that the score is about, which leaks.
 */
final class PackingContests {
  /** Fewest workloads: an EBM averages 14 models, each of which leaves out other workloads. */
  private static final int FEWEST_WORKLOADS = 15;

  /** The 75 smoothing rounds and 25 passes of greedy steps, ten per term. */
  private static final int MOST_LEAKING_ROUNDS = 325;

  private final Profiles profiles;

  private PackingContests(Profiles profiles) {
    this.profiles = profiles;
  }

  static List<Entry> of(Profiles profiles) {
    if (profiles.singles().size() < FEWEST_WORKLOADS
        || LeaveOneModelOut.models(profiles).size() < 2) {
      throw new DataException(
          Problem.of(
              "profiles of single workloads",
              "expected %d or more workloads of two or more deep-learning models, found %d"
                  .formatted(FEWEST_WORKLOADS, profiles.singles().size()),
              "Maybe the data set has no profiles."));
    }
    return new PackingContests(profiles).entries();
  }

  private List<Entry> entries() {
    Contest honest = contest(profiles, ScoreFeature.ALL, false, ebm());
    List<Entry> entries = new ArrayList<>();
    entries.add(Entry.own(honest, "chosen tree", () -> tried(Scorers.tree()::train)));
    entries.add(Entry.own(honest, "ordinal ebm", () -> tried(Scorers.ordinal(1)::train)));
    Stream.concat(Entry.of(honest), leaking()).forEach(entries::add);
    return entries;
  }

  private Stream<Entry> leaking() {
    List<ScoreFeature> features = ScoreFeature.leaking(profiles.pairs());
    return profiles.pairs().isEmpty()
        ? Stream.empty()
        : Entry.of(contest(profiles, features, true, hastyEbm()));
  }

  private static Trainer<?> ebm() {
    return Scorers.ebm(1).trainer();
  }

  /** Where features tell the classes apart exactly, the loss falls forever. */
  private static Trainer<?> hastyEbm() {
    EbmParameters parameters =
        EbmParameters.classification()
            .with(EbmParameter.INTERACTIONS, 0)
            .with(EbmParameter.MAX_ROUNDS, MOST_LEAKING_ROUNDS);
    return new EbmTrainer(parameters, 1);
  }

  static Contest contest(
      Profiles profiles, List<ScoreFeature> features, boolean leaks, Trainer<?> ebm) {
    TrainingSet data = new ModelScorer(features, ScoreTarget.CLASS, ebm).trainingSet(profiles);
    int[] scores = profiles.singles().stream().mapToInt(single -> single.shareScore()).toArray();
    int[] classes = Arrays.stream(scores).distinct().sorted().toArray();
    return new Contest(
        ComparedModel.PACKING,
        leaks ? "share score from pairs as well" : "share score",
        leaks,
        data,
        folds(profiles),
        likeliest -> classes[(int) likeliest],
        Arrays.stream(scores).asDoubleStream().toArray(),
        TrainerCatalog.Loss.SQUARED_ERROR,
        ebm);
  }

  private static List<Contest.Fold> folds(Profiles profiles) {
    List<String> models =
        profiles.singles().stream().map(single -> single.profile().workload().model()).toList();
    return models.stream()
        .distinct()
        .map(held ->
            new Contest.Fold(
                rows(models, held, false).toArray(), rows(models, held, true).toArray()))
        .toList();
  }

  private static IntStream rows(List<String> models, String held, boolean same) {
    return IntStream.range(0, models.size()).filter(row -> models.get(row).equals(held) == same);
  }

  private ContestRun.Outcome tried(Function<Profiles, ModelScores> scorer) {
    long begun = ContestRun.cpuNanos();
    int[] scores = LeaveOneModelOut.scores(scorer::apply, profiles);
    return outcome(scores, ContestRun.cpuNanos() - begun, scorer.apply(profiles));
  }

  /** Scores are in the order of the workloads, and wanted in the order of the folds. */
  private ContestRun.Outcome outcome(int[] scores, long nanos, ModelScores model) {
    double[] predicted =
        folds(profiles).stream()
            .flatMapToInt(fold -> Arrays.stream(fold.testRows()))
            .mapToDouble(row -> scores[row])
            .toArray();
    return new ContestRun.Outcome(predicted, nanos, ContestRun.byteCount(model.model()));
  }
}
