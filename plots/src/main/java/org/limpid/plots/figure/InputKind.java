package org.limpid.plots.figure;

/** What a figure is made from. */
public enum InputKind {
  RUN("--run"),
  MODELS("--models"),
  DATA("--data"),
  COMPARISON("--table7"),
  /** A run that says why jobs waited. */
  WAITS("--run with waits.csv", "Maybe run simulate with --explain");

  private final String option;
  private final String hint;

  InputKind(String option) {
    this(option, "");
  }

  InputKind(String option, String hint) {
    this.option = option;
    this.hint = hint;
  }

  /** The option of the command line that gives it. */
  public String option() {
    return option;
  }

  /** What to do about it, a sentence "Maybe ..." without the full stop; empty: nothing special. */
  public String hint() {
    return hint;
  }
}
