package org.limpid.interpret.explain;

import java.util.List;
import java.util.Objects;

/**
 * The values that a feature took.
 *
 * @param feature name of the feature
 * @param labels the values as text
 * @param numbers the values of a numeric feature; empty for another one
 */
public record GridAxis(String feature, List<String> labels, List<Double> numbers) {
  public GridAxis {
    Objects.requireNonNull(feature, "feature");
    labels = List.copyOf(labels);
    numbers = List.copyOf(numbers);
  }
}
