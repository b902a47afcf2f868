package org.limpid.interpret.edit;

import java.util.Arrays;
import org.limpid.interpret.ebm.Term;

/** Takes the weighted mean out of the scores of a term. */
final class Centring {
  private final int scoreCount;
  private final double[] weights;
  private final double total;

  Centring(Term term) {
    this(term.scoreCount(), term.binWeights());
  }

  /**
   * Centring of tables of these weights.
   *
   * @param scoreCount scores per cell
   * @param weights one per cell
   */
  Centring(int scoreCount, double... weights) {
    this.scoreCount = scoreCount;
    this.weights = weights;
    total = Arrays.stream(weights).sum();
  }

  /** The scores less their means; unchanged where the term has no weight. */
  double[] centred(double[] scores) {
    double[] centred = scores.clone();
    for (int k = 0; k < scoreCount; k++) {
      double mean = mean(scores, k);
      for (int i = k; i < centred.length; i += scoreCount) {
        centred[i] -= mean;
      }
    }
    return centred;
  }

  /** Adds the means of the scores to the intercept. */
  void moveMeans(double[] scores, double[] intercept) {
    for (int k = 0; k < scoreCount; k++) {
      intercept[k] += mean(scores, k);
    }
  }

  private double mean(double[] scores, int index) {
    double mean = 0;
    for (int cell = 0; cell < weights.length && total > 0; cell++) {
      mean += weights[cell] * scores[cell * scoreCount + index];
    }
    return total > 0 ? mean / total : 0;
  }
}
