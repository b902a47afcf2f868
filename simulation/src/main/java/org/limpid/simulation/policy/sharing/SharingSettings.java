package org.limpid.simulation.policy.sharing;

import java.util.List;
import org.limpid.simulation.policy.Setting;

/** What may be chosen about policies that let two jobs share GPUs. */
public final class SharingSettings {
  /** The sharing limit under which any two jobs may share. */
  private static final int ANY_PAIR = 4;

  /** Largest sum of the share scores of two jobs on the same GPUs. */
  public static final Setting<Integer> SHARING_LIMIT =
      Setting.wholeNumber("sharingLimit", 0, ANY_PAIR)
          .option(
              "sharing-limit",
              "SUM",
              "Two jobs share GPUs only if their share scores (0 light, 1 medium, 2 heavy) add up"
                  + " to SUM at most, 0 to 4 (2).")
          .label("sharing limit")
          .byDefault(2)
          .tried(List.of(0, 1, 2, 3, ANY_PAIR))
          .build();

  /** Memory of each GPU that two jobs must leave free, MiB. */
  public static final Setting<Integer> MEMORY_MARGIN_MIB =
      Setting.wholeNumber("memoryMarginMib", 0, Integer.MAX_VALUE)
          .option(
              "memory-margin", "MIB", "Memory of each GPU that two jobs must leave free, MiB (0).")
          .label("memory margin")
          .byDefault(0)
          .tried(List.of(0, 1024, 2048, 4096))
          .build();

  /** Whether share scores are looked at; only an ablation does without. */
  public static final Setting<Packing> PACKING =
      Setting.choice("packing", Packing.class, Packing::name).byDefault(Packing.SCORED).build();

  /** What is believed about workloads. */
  public enum Packing {
    /** What the share scores say. */
    SCORED,
    /** No workload is believed to disturb another one. */
    ALL_LIGHT
  }

  /** How fast two jobs on the same GPUs run in the simulation. */
  public static final Setting<PairRates.Source> PAIR_RATES =
      Setting.choice("pairRates", PairRates.Source.class, PairRates.Source::label)
          .option(
              "pair-rates",
              "RATES",
              "How fast two jobs on the same GPUs run: ${COMPLETION-CANDIDATES}. Pessimistic: no"
                  + " faster than alone, and at 0.85 where nothing was measured. Cautious: there as"
                  + " predicted less the error of predictions, 0.85 without one. Default:"
                  + " ${DEFAULT-VALUE}.")
          .label("pair rates")
          .byDefault(PairRates.Source.MEASURED)
          .build();

  private SharingSettings() {}
}
