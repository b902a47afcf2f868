package org.limpid.adaptation.policy;

/** Numbers made into probabilities: {@code exp(x) / sum(exp(x))}. */
public final class Softmax {
  private Softmax() {}

  /**
   * Writes the probabilities of some numbers; the largest is taken off first, so that none
   * overflows.
   *
   * @param probabilities gets them; may be the same array
   */
  public static void of(double[] numbers, double[] probabilities) {
    double largest = Double.NEGATIVE_INFINITY;
    for (double number : numbers) {
      largest = Math.max(largest, number);
    }
    double sum = 0;
    for (int i = 0; i < numbers.length; i++) {
      probabilities[i] = StrictMath.exp(numbers[i] - largest);
      sum += probabilities[i];
    }
    for (int i = 0; i < probabilities.length; i++) {
      probabilities[i] /= sum;
    }
  }

  /** Replaces slopes of probabilities by those of the numbers that they were made of. */
  public static void slopes(double[] probabilities, double[] slopes) {
    double mean = 0;
    for (int i = 0; i < slopes.length; i++) {
      mean += probabilities[i] * slopes[i];
    }
    for (int i = 0; i < slopes.length; i++) {
      slopes[i] = probabilities[i] * (slopes[i] - mean);
    }
  }
}
