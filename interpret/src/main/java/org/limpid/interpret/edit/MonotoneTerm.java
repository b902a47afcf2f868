package org.limpid.interpret.edit;

import java.util.Arrays;
import org.limpid.interpret.ebm.Term;

/** Makes the scores of the regular bins of a term of one feature monotone. */
final class MonotoneTerm {
  private final Term term;
  private final double[] weights;

  MonotoneTerm(Term term) {
    this.term = term;
    double[] all = term.binWeights();
    weights = Arrays.copyOfRange(all, 1, all.length - 1);
    if (Arrays.stream(weights).noneMatch(weight -> weight > 0)) {
      Arrays.fill(weights, 1);
    }
  }

  /** The direction itself, or that of the correlation of the scores with their bins. */
  Direction resolved(Direction direction) {
    if (direction != Direction.AUTO) {
      return direction;
    }
    return covariance(regular(term.scores())) < 0 ? Direction.DECREASING : Direction.INCREASING;
  }

  private double covariance(double[] scores) {
    double total = 0;
    double meanBin = 0;
    for (int bin = 0; bin < scores.length; bin++) {
      total += weights[bin];
      meanBin += weights[bin] * bin;
    }
    meanBin /= total;
    double covariance = 0;
    for (int bin = 0; bin < scores.length; bin++) {
      covariance += weights[bin] * (bin - meanBin) * scores[bin];
    }
    return covariance;
  }

  private static double[] regular(double[] scores) {
    return Arrays.copyOfRange(scores, 1, scores.length - 1);
  }

  /** The term with monotone scores, in every bag as well. */
  Term to(Direction direction, double[] bagWeights) {
    return TermChange.scores(
        term, bagWeights, scores -> monotone(scores, direction), _ -> new double[0]);
  }

  private double[] monotone(double[] scores, Direction direction) {
    double[] regular = regular(scores);
    double[] fit =
        direction == Direction.DECREASING
            ? IsotonicRegression.decreasing(regular, weights)
            : IsotonicRegression.increasing(regular, weights);
    double[] changed = scores.clone();
    System.arraycopy(fit, 0, changed, 1, fit.length);
    return changed;
  }
}
