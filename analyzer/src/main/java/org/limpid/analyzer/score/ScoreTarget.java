package org.limpid.analyzer.score;

import java.util.List;
import org.limpid.data.Profiles.SingleProfile;
import org.limpid.interpret.model.Predictions;
import org.limpid.interpret.model.Target;

/** What a model learns in place of the share score, and how the score is read from its outputs. */
public enum ScoreTarget {
  /** The score as a class without order; the most probable one is read. */
  CLASS("share_score_class") {
    @Override
    Target of(List<SingleProfile> singles) {
      List<Integer> scores = singles.stream().map(SingleProfile::shareScore).toList();
      List<Integer> classes = scores.stream().distinct().sorted().toList();
      return new Target.Classes(
          column(),
          scores.stream().mapToInt(classes::indexOf).toArray(),
          classes.stream().map(score -> Integer.toString(score)).toList());
    }

    @Override
    int score(double[] outputs, List<String> classes) {
      return Integer.parseInt(classes.get(Predictions.mostProbable(outputs)));
    }
  },
  /** The score as a number, so that light and heavy are further apart; rounded, 0.5 up. */
  NUMBER("share_score") {
    @Override
    Target of(List<SingleProfile> singles) {
      return new Target.Numbers(
          column(), singles.stream().mapToDouble(SingleProfile::shareScore).toArray());
    }

    @Override
    int score(double[] outputs, List<String> classes) {
      return (int) Math.clamp(Math.floor(outputs[0] + 0.5), 0, HEAVY);
    }
  };

  private static final int HEAVY = 2;

  private final String column;

  ScoreTarget(String column) {
    this.column = column;
  }

  /** Its name in models. */
  String column() {
    return column;
  }

  /** The target of some workloads. */
  abstract Target of(List<SingleProfile> singles);

  /** Reads the score from the outputs of a model. */
  abstract int score(double[] outputs, List<String> classes);
}
