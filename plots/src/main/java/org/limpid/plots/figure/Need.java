package org.limpid.plots.figure;

/** What a figure is made from. */
public enum Need {
  /** Results of {@code limpid simulate}. */
  RUN("--run"),
  /** Models of {@code limpid train}. */
  MODELS("--models"),
  /** A data set. */
  DATA("--data"),
  /** Results of {@code limpid table7}. */
  COMPARISON("--table7");

  private final String option;

  Need(String option) {
    this.option = option;
  }

  /** The option of the command line that gives it. */
  public String option() {
    return option;
  }
}
