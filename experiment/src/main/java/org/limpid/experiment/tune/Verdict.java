package org.limpid.experiment.tune;

/** What the weeks that were held out say of the settings that were found. */
public enum Verdict {
  /** Nothing was found. */
  NOTHING_FOUND(
      "No settings were better on the past weeks beyond the noise, so the settings stay as they"
          + " are."),
  /** They are better there, too. */
  CONFIRMED("On the weeks held out the settings found are better, too, beyond the noise."),
  /** The difference may be chance. */
  NOT_CONFIRMED(
      "On the weeks held out the settings found are no better and no worse than those of the start"
          + " within the noise."),
  /** They are worse there. */
  REFUTED(
      "On the weeks held out the settings found are worse than those of the start beyond the"
          + " noise, so the settings stay as they are.");

  private final String sentence;

  Verdict(String sentence) {
    this.sentence = sentence;
  }

  /** For people. */
  public String sentence() {
    return sentence;
  }
}
