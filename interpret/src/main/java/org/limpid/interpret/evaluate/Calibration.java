package org.limpid.interpret.evaluate;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether events happen as often as predicted: predictions sorted into bins of equal width from 0
 * to 1, and how often the event happened in each that has rows of positive weight. Immutable.
 */
public record Calibration(List<Bin> bins) {
  public static final int DEFAULT_BINS = 10;

  /**
   * One bin: probabilities from {@code lower} to below {@code upper}; the last holds 1, too. It has
   * a row at least, the weight of its rows, the weighted mean of the predicted probability, and the
   * share of the weight of rows in which the event happened.
   */
  public record Bin(
      double lower,
      double upper,
      int count,
      double weight,
      double meanPredicted,
      double observedShare) {}

  public Calibration {
    bins = List.copyOf(bins);
  }

  /** Sorts rows that count the same into bins. */
  public static Calibration of(boolean[] happened, double[] probabilities, int binCount) {
    return of(happened, probabilities, RowWeights.equal(happened.length), binCount);
  }

  /**
   * Sorts rows that do not count the same into bins.
   *
   * @param weights how much each row counts, finite and not negative
   * @throws IllegalArgumentException if a weight is not, or a probability is {@code NaN} or out of
   *     range
   */
  public static Calibration of(
      boolean[] happened, double[] probabilities, double[] weights, int binCount) {
    RowWeights.check(weights, happened.length);
    int[] counts = new int[binCount];
    double[] total = new double[binCount];
    double[] predicted = new double[binCount];
    double[] observed = new double[binCount];
    for (int row = 0; row < happened.length; row++) {
      int bin = bin(probabilities[row], binCount);
      counts[bin]++;
      total[bin] += weights[row];
      predicted[bin] += weights[row] * probabilities[row];
      observed[bin] += happened[row] ? weights[row] : 0;
    }
    List<Bin> bins = new ArrayList<>();
    for (int i = 0; i < binCount; i++) {
      if (total[i] > 0) {
        bins.add(
            new Bin(
                (double) i / binCount,
                (i + 1.0) / binCount,
                counts[i],
                total[i],
                predicted[i] / total[i],
                observed[i] / total[i]));
      }
    }
    return new Calibration(bins);
  }

  private static int bin(double probability, int binCount) {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException("expected a number from 0 to 1, found " + probability);
    }
    return Math.min((int) (probability * binCount), binCount - 1);
  }

  /**
   * Expected calibration error: weighted mean over the rows of |mean predicted probability -
   * observed share| of their bin. From 0, which is best, to 1; {@code NaN} without rows. Source:
   * Naeini, Cooper and Hauskrecht, "Obtaining well calibrated probabilities using Bayesian
   * binning", AAAI 2015.
   */
  public double expectedError() {
    double sum = 0;
    double total = 0;
    for (Bin bin : bins) {
      sum += bin.weight() * Math.abs(bin.meanPredicted() - bin.observedShare());
      total += bin.weight();
    }
    return sum / total;
  }
}
