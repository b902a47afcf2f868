package org.limpid.simulation.policy;

import java.util.Optional;
import org.limpid.simulation.host.HostRule;

/** How CPUs and memory are allocated beside the GPUs, under any policy. */
public enum HostResources {
  /** Nobody counts them: every job is as fast as with its fair share. */
  IGNORED("ignore", Optional.empty()),
  /** By {@link HostRule#FAIR}. */
  FAIR("fair", Optional.of(HostRule.FAIR)),
  /** By {@link HostRule#GREEDY}. */
  GREEDY("greedy", Optional.of(HostRule.GREEDY)),
  /** By {@link HostRule#TUNE}. */
  TUNE("tune", Optional.of(HostRule.TUNE)),
  /** By {@link HostRule#OPT}. */
  OPT("opt", Optional.of(HostRule.OPT));

  /** The choice among them. */
  public static final Setting<HostResources> SETTING =
      Setting.choice("resources", HostResources.class, HostResources::label)
          .option(
              "resources",
              "ALLOCATION",
              "How CPUs and memory are allocated to jobs: ${COMPLETION-CANDIDATES}. Needs data with"
                  + " what models gain by them. Default: ${DEFAULT-VALUE}.")
          .byDefault(IGNORED)
          .build();

  private final String label;
  private final Optional<HostRule> rule;

  HostResources(String label, Optional<HostRule> rule) {
    this.label = label;
    this.rule = rule;
  }

  private String label() {
    return label;
  }

  /** The rule; empty: nobody counts them. */
  public Optional<HostRule> rule() {
    return rule;
  }
}
