package org.limpid.interpret.edit;

import java.util.Arrays;
import org.limpid.interpret.ebm.Term;

/**
 * Makes the scores of the regular bins of a term monotone along one of its features: each line of
 * cells by itself, so that the mean of every line stays.
 */
final class MonotoneTerm {
  private final TermAxis axis;
  private final double[] weights;

  MonotoneTerm(TermAxis axis) {
    this.axis = axis;
    weights = axis.term().binWeights();
  }

  /** The direction itself, or that of the correlation of the scores with their bins. */
  Direction resolved(Direction direction) {
    if (direction != Direction.AUTO) {
      return direction;
    }
    double[] scores = axis.term().scores();
    double[] covariance = {0};
    axis.forEachLine(line -> covariance[0] += covariance(scores, line));
    return covariance[0] < 0 ? Direction.DECREASING : Direction.INCREASING;
  }

  private double covariance(double[] allScores, int line) {
    double[] scores = axis.regular(allScores, line);
    double[] counted = counted(line);
    double total = 0;
    double meanBin = 0;
    for (int bin = 0; bin < scores.length; bin++) {
      total += counted[bin];
      meanBin += counted[bin] * bin;
    }
    meanBin /= total;
    double covariance = 0;
    for (int bin = 0; bin < scores.length; bin++) {
      covariance += counted[bin] * (bin - meanBin) * scores[bin];
    }
    return covariance;
  }

  /** The training weights of a line; all the same where no row fell into the term at all. */
  private double[] counted(int line) {
    double[] regular = axis.regular(weights, line);
    if (Arrays.stream(regular).noneMatch(weight -> weight > 0)) {
      Arrays.fill(regular, 1);
    }
    return regular;
  }

  Term to(Direction direction, double[] bagWeights) {
    return TermChange.scores(
        axis.term(), bagWeights, scores -> monotone(scores, direction), _ -> new double[0]);
  }

  private double[] monotone(double[] scores, Direction direction) {
    double[] changed = scores.clone();
    axis.forEachLine(line -> {
      double[] regular = axis.regular(scores, line);
      double[] fit =
          direction == Direction.DECREASING
              ? IsotonicRegression.decreasing(regular, counted(line))
              : IsotonicRegression.increasing(regular, counted(line));
      axis.put(fit, changed, line);
    });
    return changed;
  }
}
