package org.limpid.interpret.explain;

import java.util.List;
import java.util.Objects;
import org.limpid.interpret.text.NumberText;

/**
 * What one term adds to a prediction: the feature's value as text, of a pair both ({@code 13 &
 * missing}), empty where several terms were summed; one score, or one per class where there are
 * more than two; and the standard deviation of each over the bags, if it is known.
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

  public double size() {
    return scores.stream().mapToDouble(Math::abs).max().orElse(0);
  }

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
