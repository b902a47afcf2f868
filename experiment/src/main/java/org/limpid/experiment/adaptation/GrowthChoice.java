package org.limpid.experiment.adaptation;

/** What a training does with time that is granted. */
public enum GrowthChoice {
  /** It goes on as it is. */
  NONE("no growth"),
  /** It grows by rules that were learnt from other scenarios. */
  RULES("rules"),
  /** It grows as was best in its scenario with the whole budget, which nobody knows in advance. */
  BEST("best sequence");

  private final String words;

  GrowthChoice(String words) {
    this.words = words;
  }

  /** What figures call it. */
  public String words() {
    return words;
  }
}
