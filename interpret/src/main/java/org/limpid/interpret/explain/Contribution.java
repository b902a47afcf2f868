package org.limpid.interpret.explain;

import java.util.List;
import java.util.Objects;
import org.limpid.interpret.text.NumberText;

/**
 * What one term adds to a prediction.
 *
 * @param term name of the term
 * @param value the feature's value as text, of a pair both: {@code 13 & missing}; empty where
 *     several terms were summed
 * @param scores what the term adds to the sum: one number, or one per class where there are more
 *     than two
 * @param deviations standard deviation of each score over the bags; empty when not known
 */
public record Contribution(
    String term, String value, List<Double> scores, List<Double> deviations) {
  public Contribution {
    Objects.requireNonNull(term, "term");
    Objects.requireNonNull(value, "value");
    scores = List.copyOf(scores);
    deviations = List.copyOf(deviations);
    if (!deviations.isEmpty() && deviations.size() != scores.size()) {
      throw new IllegalArgumentException("expected a deviation per score of " + term);
    }
  }

  /** The largest absolute score. */
  public double size() {
    return scores.stream().mapToDouble(Math::abs).max().orElse(0);
  }

  /** A score and its deviation. */
  public Measure measure(int index) {
    return new Measure(
        scores.get(index), deviations.isEmpty() ? Double.NaN : deviations.get(index));
  }

  /** For example {@code hour = 13: +1.5 +- 0.2}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(value.isEmpty() ? term : term + " = " + value);
    for (int k = 0; k < scores.size(); k++) {
      Measure measure = measure(k);
      text.append(k == 0 ? ": " : ", ")
          .append(
              NumberText.withDeviation(NumberText.signed(measure.value()), measure.deviation()));
    }
    return text.toString();
  }
}
