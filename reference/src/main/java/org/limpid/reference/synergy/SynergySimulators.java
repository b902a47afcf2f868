package org.limpid.reference.synergy;

import java.util.List;
import java.util.Locale;
import org.limpid.reference.ReferenceSimulator;
import org.limpid.simulation.policy.Setting;

/** Synergy's policies as the command line knows them. */
public final class SynergySimulators {
  /** Whether a job goes to one server where it can. */
  public static final Setting<Boolean> CONSOLIDATE =
      Setting.toggle("synergyConsolidate")
          .option(
              "consolidate", "", "Put jobs of synergy-... policies on one server where it can be.")
          .label("consolidation")
          .byDefault(false)
          .build();

  /** When rounds begin. */
  public static final Setting<Rounds> ROUNDS =
      Setting.choice("synergyRounds", Rounds.class, Rounds::label)
          .option(
              "synergy-rounds",
              "START",
              "When rounds of synergy-... policies begin: static (at 1 s), arrivals (with the first"
                  + " job), or auto: static where the jobs come in every thousandth of a second.")
          .label("rounds")
          .byDefault(Rounds.AUTO)
          .build();

  /** When rounds begin. */
  public enum Rounds {
    /** As the trace looks. */
    AUTO,
    /** At 1 s, as the artifact's option for static traces has it. */
    STATIC,
    /** At the first multiple of a round at which the first job is there. */
    ARRIVALS;

    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private SynergySimulators() {}

  /** All of them. */
  public static List<ReferenceSimulator> all() {
    return SynergyPolicy.all().stream().<ReferenceSimulator>map(SynergyReference::new).toList();
  }
}
