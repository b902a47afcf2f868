package org.limpid.interpret.explain;

import org.limpid.interpret.text.NumberText;

/**
 * A number and its standard deviation (population formula) over the bags of a model or over
 * repetitions; {@code NaN} when not known.
 */
public record Measure(double value, double deviation) {

  /** For example {@code 1.5 +- 0.2}. */
  @Override
  public String toString() {
    return NumberText.withDeviation(NumberText.rounded(value), deviation);
  }
}
