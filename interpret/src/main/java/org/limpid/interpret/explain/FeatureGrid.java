package org.limpid.interpret.explain;

import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;

/** Which values a feature takes in a {@link PartialDependence} or in {@link IndividualCurves}. */
public sealed interface FeatureGrid {
  String feature();

  /**
   * Two quantiles of a number in the table or more, from the smallest to the largest value in steps
   * of equal probability (inverse of the empirical distribution: all are values that occur; equal
   * ones are taken once); all categories of another feature.
   */
  static FeatureGrid quantiles(String feature, int count) {
    return new Quantiles(feature, count);
  }

  static FeatureGrid numbers(String feature, double... values) {
    return new Numbers(feature, DoubleStream.of(values).boxed().toList());
  }

  static FeatureGrid categories(String feature, String... categories) {
    return new Categories(feature, List.of(categories));
  }

  record Quantiles(String feature, int count) implements FeatureGrid {
    public Quantiles {
      Objects.requireNonNull(feature, "feature");
      if (count < 2) {
        throw new IllegalArgumentException("expected two quantiles or more: " + count);
      }
    }
  }

  record Numbers(String feature, List<Double> values) implements FeatureGrid {
    public Numbers {
      Objects.requireNonNull(feature, "feature");
      values = List.copyOf(values);
    }
  }

  record Categories(String feature, List<String> categories) implements FeatureGrid {
    public Categories {
      Objects.requireNonNull(feature, "feature");
      categories = List.copyOf(categories);
    }
  }

  /** The values that a feature took, as text, and as numbers if it is numeric. */
  record GridAxis(String feature, List<String> labels, List<Double> numbers) {
    public GridAxis {
      Objects.requireNonNull(feature, "feature");
      labels = List.copyOf(labels);
      numbers = List.copyOf(numbers);
    }
  }
}
