package org.limpid.interpret.linear;

import java.util.Arrays;
import java.util.OptionalInt;

/**
 * One coefficient of a {@link LinearModel}: of a number, or of one category of a nominal feature,
 * which counts as 1 in rows that have it and as 0 in others. Immutable; equal when all numbers are
 * equal bit for bit.
 *
 * @param feature position of the feature
 * @param category position of the category; empty for a number
 * @param mean weighted mean over the training rows that have a value, which stands for a missing
 *     one; for a category the share of rows that have it
 * @param deviation weighted standard deviation (population formula) over all training rows, after
 *     missing values were replaced by the mean
 * @param coefficients by how much a score rises per unit; one per score
 */
public record LinearTerm(
    int feature, OptionalInt category, double mean, double deviation, double[] coefficients) {
  public LinearTerm {
    coefficients = coefficients.clone();
    boolean finite =
        Double.isFinite(mean) && Arrays.stream(coefficients).allMatch(Double::isFinite);
    if (feature < 0 || !finite || !(deviation >= 0) || coefficients.length == 0) {
      throw new IllegalArgumentException(
          "expected a feature, finite numbers and coefficients: %d, %s, %s, %s"
              .formatted(feature, mean, deviation, Arrays.toString(coefficients)));
    }
  }

  @Override
  public double[] coefficients() {
    return coefficients.clone();
  }

  /** How many scores the term adds to. */
  public int scoreCount() {
    return coefficients.length;
  }

  /** By how much a score rises per unit. */
  public double coefficient(int score) {
    return coefficients[score];
  }

  /** By how much a score rises per standard deviation: comparable between terms. */
  public double standardised(int score) {
    return coefficients[score] * deviation;
  }

  /** What the coefficients are multiplied by, for a value in the encoding of {@code Row}. */
  public double factor(double encoded) {
    if (category.isEmpty()) {
      return Double.isNaN(encoded) ? mean : encoded;
    }
    if (Double.isNaN(encoded) || encoded < 0) {
      return mean;
    }
    return encoded == category.getAsInt() ? 1 : 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LinearTerm that
        && feature == that.feature
        && category.equals(that.category)
        && Double.compare(mean, that.mean) == 0
        && Double.compare(deviation, that.deviation) == 0
        && Arrays.equals(coefficients, that.coefficients);
  }

  @Override
  public int hashCode() {
    return 31 * feature + Arrays.hashCode(coefficients);
  }
}
