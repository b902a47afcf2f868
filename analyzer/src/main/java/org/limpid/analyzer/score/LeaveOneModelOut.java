package org.limpid.analyzer.score;

import java.util.List;
import java.util.function.Predicate;
import org.limpid.data.Profiles;
import org.limpid.data.Profiles.SingleProfile;
import org.limpid.data.Workload;

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

  /** Told of each workload with the model that has seen nothing of its deep-learning model. */
  interface Visitor {
    /**
     * @param row position of the workload
     * @param learnt the model
     */
    void visit(int row, ScoreModel learnt);
  }

  /** Visits the workloads, those of each deep-learning model one after the other. */
  static void run(ScoreModel.Learner trainer, Profiles sample, Visitor visitor) {
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
