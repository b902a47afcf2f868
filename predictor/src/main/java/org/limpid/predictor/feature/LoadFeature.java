package org.limpid.predictor.feature;

import java.util.Objects;

/** One number about a slot that is known before it begins. Immutable. */
public final class LoadFeature {
  private final String name;
  private final String formula;
  private final Rule rule;

  /** Computes the value of a slot; NaN where the history is too short. */
  @FunctionalInterface
  interface Rule {
    double value(LoadHistory history, int slot);
  }

  LoadFeature(String name, String formula, Rule rule) {
    this.name = Objects.requireNonNull(name, "name");
    this.formula = Objects.requireNonNull(formula, "formula");
    this.rule = Objects.requireNonNull(rule, "rule");
  }

  /** Name of the column. */
  public String name() {
    return name;
  }

  /** What it is, x[t] being the count of slot t, as the documentation has it. */
  public String formula() {
    return formula;
  }

  double value(LoadHistory history, int slot) {
    return rule.value(history, slot);
  }
}
