package org.limpid.analyzer.score;

import java.util.Arrays;
import java.util.List;
import org.limpid.data.Profiles;
import org.limpid.data.Profiles.SingleProfile;
import org.limpid.data.WorkloadProfile;
import org.limpid.interpret.evaluate.HeldOut;

/**
 * The share scores that {@link LeaveOneModelOut} predicts, with their probabilities. The baseline
 * is the most frequent score of all workloads, of equally frequent ones the lightest: among the
 * others alone that of the workloads held out is rarer than it is, and a baseline that always says
 * another one would be too easy to beat.
 */
public final class HeldOutScores {
  private HeldOutScores() {}

  /**
   * Predicts each workload by a model that has seen nothing of its deep-learning model.
   *
   * @param name of the model in reports
   * @param sample workloads of two or more deep-learning models
   */
  public static HeldOut of(String name, ScoreModel.Learner trainer, Profiles sample) {
    HeldOut.Row[] rows = new HeldOut.Row[sample.singles().size()];
    int mostFrequent = mostFrequent(sample);
    LeaveOneModelOut.run(
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
}
