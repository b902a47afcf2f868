package org.limpid.experiment.adaptation;

/** What a scheduler grants a training beyond the time that it asked for. */
public enum GrantRule {
  /** Nothing: it ends when its time is up. */
  NOTHING("nothing"),
  /** Its GPU while nobody else needs one, up to the rest of its budget. */
  LEFTOVER("leftover minutes"),
  /** The rest of its budget, whoever waits. */
  BUDGET("the whole budget");

  private final String words;

  GrantRule(String words) {
    this.words = words;
  }

  /** What figures call it. */
  public String words() {
    return words;
  }
}
