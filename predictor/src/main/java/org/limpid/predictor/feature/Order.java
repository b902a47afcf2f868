package org.limpid.predictor.feature;

import java.util.Arrays;

/** Statistics of a few numbers. */
final class Order {
  private Order() {}

  /** The middle one, or the mean of the two in the middle. Sorts the array. */
  static double median(double[] values) {
    Arrays.sort(values);
    int middle = values.length / 2;
    return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
  }

  /** Sum divided by the number, in the order of the array. */
  static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  /** Root of the sum of squared distances from the mean, divided by the number less one. */
  static double sampleDeviation(double[] values) {
    double mean = mean(values);
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return Math.sqrt(squares / (values.length - 1));
  }
}
