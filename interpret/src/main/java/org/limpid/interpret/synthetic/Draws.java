package org.limpid.interpret.synthetic;

import java.util.SplittableRandom;

/** Random numbers of several distributions, from uniform ones. */
final class Draws {
  /** Uniform numbers from the middle of so many steps are never 0 or 1. */
  private static final long UNIFORM_STEPS = 1L << 52;

  private Draws() {}

  /** Mean 0, deviation 1: sqrt(-2 ln(1 - u1)) cos(2 pi u2) of two uniform numbers (Box, Muller). */
  static double normal(SplittableRandom random) {
    double radius = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
    return radius * Math.cos(2 * Math.PI * random.nextDouble());
  }

  /** Student's t with two degrees of freedom, by inversion; its variance is infinite. */
  static double studentWithTwoDegrees(SplittableRandom random) {
    double uniform = (random.nextLong(UNIFORM_STEPS) + 0.5) / UNIFORM_STEPS;
    return (2 * uniform - 1) / Math.sqrt(2 * uniform * (1 - uniform));
  }

  /** A count of this mean, by multiplying uniform numbers until e^-mean is reached (Knuth). */
  static int poisson(SplittableRandom random, double mean) {
    double limit = Math.exp(-mean);
    int count = 0;
    for (double product = 1 - random.nextDouble(); product > limit; count++) {
      product *= 1 - random.nextDouble();
    }
    return count;
  }

  /** A gamma variate of shape 2 and this mean: the sum of two exponential ones. */
  static double gammaOfShapeTwo(SplittableRandom random, double mean) {
    double product = (1 - random.nextDouble()) * (1 - random.nextDouble());
    return -mean / 2 * Math.log(product);
  }

  /** A class, given the probability of each. */
  static int choice(SplittableRandom random, double[] probabilities) {
    double left = random.nextDouble();
    int chosen = 0;
    while (chosen < probabilities.length - 1 && left >= probabilities[chosen]) {
      left -= probabilities[chosen++];
    }
    return chosen;
  }
}
