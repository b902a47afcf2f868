package org.limpid.interpret.ebm.objective;

/**
 * A loss that is a sum of exponentials of the score, less a multiple of the score: {@code sum of
 * coefficient(i, target) * e^(powers[i] * score) - slope(target) * score}.
 *
 * <p>A movement of the score multiplies each exponential by a factor that is the same for all rows.
 */
public sealed interface ExponentialLoss extends Objective permits Poisson, Gamma, Tweedie {
  /** What the score is multiplied by in each exponential; not 0. */
  double[] powers();

  /** What the exponential of this position counts; 0 or more. */
  double coefficient(int position, double target);

  /** What is taken off per unit of the score. */
  double slope(double target);

  @Override
  default double[] initialScores(double[] targets, double[] weights) {
    return new double[] {Averages.logOfMean(targets, weights)};
  }
}
