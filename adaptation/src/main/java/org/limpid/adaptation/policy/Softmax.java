package org.limpid.adaptation.policy;

import java.util.Arrays;

/** Numbers made into probabilities: {@code exp(x) / sum(exp(x))}. */
public final class Softmax {
  private Softmax() {}

  /** The probabilities; the largest number is taken off first, so that none overflows. */
  public static double[] of(double[] numbers) {
    double largest = Arrays.stream(numbers).max().orElseThrow();
    double[] probabilities =
        Arrays.stream(numbers).map(number -> StrictMath.exp(number - largest)).toArray();
    double sum = 0;
    for (double probability : probabilities) {
      sum += probability;
    }
    for (int i = 0; i < probabilities.length; i++) {
      probabilities[i] /= sum;
    }
    return probabilities;
  }

  /** The slopes of the numbers, from the probabilities and their slopes. */
  public static double[] slopes(double[] probabilities, double[] slopes) {
    double mean = 0;
    for (int i = 0; i < slopes.length; i++) {
      mean += probabilities[i] * slopes[i];
    }
    double[] numberSlopes = new double[slopes.length];
    for (int i = 0; i < slopes.length; i++) {
      numberSlopes[i] = probabilities[i] * (slopes[i] - mean);
    }
    return numberSlopes;
  }
}
