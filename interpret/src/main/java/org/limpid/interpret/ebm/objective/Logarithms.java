package org.limpid.interpret.ebm.objective;

/** What objectives with a logarithmic link share. */
final class Logarithms {
  /** Beyond this a single-precision hessian would overflow. */
  private static final double HIGHEST_SCORE = 60;

  private static final double SMALLEST_MEAN = 1e-12;

  private Logarithms() {}

  static double ofMean(double[] targets, double[] weights) {
    return Math.log(Math.max(SMALLEST_MEAN, Averages.mean(targets, weights)));
  }

  static double exponential(double score) {
    return Math.exp(Math.clamp(score, -HIGHEST_SCORE, HIGHEST_SCORE));
  }
}
