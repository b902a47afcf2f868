package org.limpid.interpret.explain;

import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;

/** Which values a feature takes in a {@link PartialDependence} or in {@link IndividualCurves}. */
public sealed interface FeatureGrid {
  /** Name of the feature. */
  String feature();

  /**
   * Quantiles of a number in the table, from the smallest to the largest value in steps of equal
   * probability (inverse of the empirical distribution: all are values that occur; equal ones are
   * taken once); all categories of another feature.
   *
   * @param count how many quantiles, at least 2
   */
  static FeatureGrid quantiles(String feature, int count) {
    return new Quantiles(feature, count);
  }

  /** These numbers, in this order. */
  static FeatureGrid numbers(String feature, double... values) {
    return new Numbers(feature, DoubleStream.of(values).boxed().toList());
  }

  /** These categories, in this order. */
  static FeatureGrid categories(String feature, String... categories) {
    return new Categories(feature, List.of(categories));
  }

  /** Quantiles of a number, or all categories. */
  record Quantiles(String feature, int count) implements FeatureGrid {
    public Quantiles {
      Objects.requireNonNull(feature, "feature");
      if (count < 2) {
        throw new IllegalArgumentException("expected two quantiles or more: " + count);
      }
    }
  }

  /** Given numbers. */
  record Numbers(String feature, List<Double> values) implements FeatureGrid {
    public Numbers {
      Objects.requireNonNull(feature, "feature");
      values = List.copyOf(values);
    }
  }

  /** Given categories. */
  record Categories(String feature, List<String> categories) implements FeatureGrid {
    public Categories {
      Objects.requireNonNull(feature, "feature");
      categories = List.copyOf(categories);
    }
  }
}
