package org.limpid.simulation.policy;

/** What is believed about durations by policies that need estimates. */
public enum Durations {
  /** What the estimates say. */
  ESTIMATED("estimated"),
  /** All jobs are believed to last equally long. */
  ALL_EQUAL("equal"),
  /** The truth, which nobody knows beforehand. */
  TRUE("true");

  /** The choice among them. */
  public static final Setting<Durations> SETTING =
      Setting.choice("durations", Durations.class, Durations::label).byDefault(ESTIMATED).build();

  private final String label;

  Durations(String label) {
    this.label = label;
  }

  private String label() {
    return label;
  }
}
