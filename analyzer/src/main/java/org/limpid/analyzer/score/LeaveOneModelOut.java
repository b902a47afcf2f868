package org.limpid.analyzer.score;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.limpid.data.Profiles;
import org.limpid.data.Profiles.SingleProfile;
import org.limpid.data.Workload;
import org.limpid.data.WorkloadProfile;
import org.limpid.interpret.evaluate.HeldOut;

/**
 * The honest test: all workloads of a deep-learning model are held out together, and all pairs that
 * one of them is in, since workloads of one model resemble each other.
 */
public final class LeaveOneModelOut {
  private LeaveOneModelOut() {}

  /** The deep-learning models of a sample, in the order in which they first come up. */
  public static List<String> models(Profiles sample) {
    return sample.singles().stream()
        .map(single -> single.profile().workload().model())
        .distinct()
        .toList();
  }

  /**
   * Predicts each workload by a model that has seen nothing of its deep-learning model.
   *
   * @param sample workloads of two or more deep-learning models
   * @return scores in the order of the workloads
   */
  public static int[] scores(ScoreModel.Learner trainer, Profiles sample) {
    int[] scores = new int[sample.singles().size()];
    List<SingleProfile> singles = sample.singles();
    run(trainer, sample, (row, learnt) -> scores[row] = learnt.score(singles.get(row).profile()));
    return scores;
  }

  /**
   * The same with probabilities. The baseline is the most frequent score of all workloads, of
   * equally frequent ones the lightest: among the others alone that of the workloads held out is
   * rarer than it is, and a baseline that always says another one would be too easy to beat.
   *
   * @param name of the model in reports
   * @param sample workloads of two or more deep-learning models
   */
  public static HeldOut heldOut(String name, ScoreModel.Learner trainer, Profiles sample) {
    HeldOut.Row[] rows = new HeldOut.Row[sample.singles().size()];
    int mostFrequent = mostFrequent(sample);
    run(
        trainer,
        sample,
        (row, learnt) -> rows[row] = row(sample.singles().get(row), learnt, mostFrequent));
    return new HeldOut(name, List.of(rows));
  }

  private static HeldOut.Row row(SingleProfile single, ScoreModel learnt, int mostFrequent) {
    WorkloadProfile profile = single.profile();
    return new HeldOut.Row(
        profile.workload().toString(),
        single.shareScore(),
        learnt.score(profile),
        mostFrequent,
        Arrays.stream(learnt.probabilities(profile)).boxed().toList());
  }

  private static int mostFrequent(Profiles sample) {
    int[] counts = new int[ScoreModel.SCORES];
    sample.singles().forEach(single -> counts[single.shareScore()]++);
    int best = 0;
    for (int score = 1; score < counts.length; score++) {
      best = counts[score] > counts[best] ? score : best;
    }
    return best;
  }

  /** Told of each workload with the model that has seen nothing of its deep-learning model. */
  private interface Visitor {
    /**
     * @param row position of the workload
     * @param learnt the model
     */
    void visit(int row, ScoreModel learnt);
  }

  /** Visits the workloads, those of each deep-learning model one after the other. */
  private static void run(ScoreModel.Learner trainer, Profiles sample, Visitor visitor) {
    for (String model : models(sample)) {
      ScoreModel learnt = train(trainer, without(sample, model));
      for (int row = 0; row < sample.singles().size(); row++) {
        if (sample.singles().get(row).profile().workload().model().equals(model)) {
          visitor.visit(row, learnt);
        }
      }
    }
  }

  /** What is the same everywhere need not be learnt, and most trainers refuse to. */
  private static ScoreModel train(ScoreModel.Learner trainer, Profiles sample) {
    int first = sample.singles().getFirst().shareScore();
    boolean varies = sample.singles().stream().anyMatch(single -> single.shareScore() != first);
    return varies ? trainer.train(sample) : profile -> first;
  }

  private static Profiles without(Profiles sample, String model) {
    Predicate<Workload> stays = workload -> !workload.model().equals(model);
    return new Profiles(
        sample.singles().stream()
            .filter(single -> stays.test(single.profile().workload()))
            .toList(),
        sample.pairs().stream()
            .filter(pair -> stays.test(pair.first()) && stays.test(pair.second()))
            .toList());
  }
}
