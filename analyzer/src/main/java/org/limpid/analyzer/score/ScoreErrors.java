package org.limpid.analyzer.score;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.limpid.data.Profiles.SingleProfile;

/**
 * How far scores are from the true ones.
 *
 * <p>Workloads of one deep-learning model are right or wrong together, so {@code n} of them tell
 * less than {@code n} independent ones would. So the standard error sums the deviations within each
 * model first: with e = 1 or 0 for right or wrong and p the accuracy, sqrt(sum over models of (sum
 * of (e - p))^2) / n.
 *
 * @param rowCount workloads
 * @param right how many scores are the true ones
 * @param meanAbsoluteError mean of |score - truth|; {@code NaN} without rows
 * @param standardError of the accuracy, by deep-learning model; {@code NaN} without rows
 */
public record ScoreErrors(int rowCount, int right, double meanAbsoluteError, double standardError) {
  /**
   * Compares.
   *
   * @param truth workloads with their true scores
   * @param scores one for each
   */
  public static ScoreErrors of(List<SingleProfile> truth, int[] scores) {
    int right = 0;
    double distance = 0;
    for (int row = 0; row < scores.length; row++) {
      int error = Math.abs(scores[row] - truth.get(row).shareScore());
      right += error == 0 ? 1 : 0;
      distance += error;
    }
    double accuracy = (double) right / scores.length;
    return new ScoreErrors(
        scores.length, right, distance / scores.length, standardError(truth, scores, accuracy));
  }

  private static double standardError(List<SingleProfile> truth, int[] scores, double accuracy) {
    Map<String, Double> deviations = new LinkedHashMap<>();
    for (int row = 0; row < scores.length; row++) {
      SingleProfile single = truth.get(row);
      double deviation = (scores[row] == single.shareScore() ? 1 : 0) - accuracy;
      deviations.merge(single.profile().workload().model(), deviation, Double::sum);
    }
    return Math.sqrt(deviations.values().stream().mapToDouble(sum -> sum * sum).sum())
        / scores.length;
  }

  /** Share of right scores. */
  public double accuracy() {
    return (double) right / rowCount;
  }
}
