package org.limpid.simulation.policy;

/**
 * What becomes of jobs that run longer than they asked for: under any policy but those of batch
 * systems, which always kill them.
 */
public enum TimeLimits {
  /** They run on. */
  IGNORED("ignore"),
  /** They are killed, as a batch system does it. */
  KILLING("kill");

  /** The choice among them. */
  public static final Setting<TimeLimits> SETTING =
      Setting.choice("timeLimits", TimeLimits.class, TimeLimits::label)
          .option(
              "time-limits",
              "LIMITS",
              "What becomes of jobs that run longer than their time_limit:"
                  + " ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}; the policies of batch"
                  + " systems always kill.")
          .byDefault(IGNORED)
          .build();

  private final String label;

  TimeLimits(String label) {
    this.label = label;
  }

  private String label() {
    return label;
  }
}
