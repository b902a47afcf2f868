package org.limpid.simulation.policy.limpid;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.limpid.simulation.policy.Durations;
import org.limpid.simulation.policy.Need;
import org.limpid.simulation.policy.ProfilerSettings;
import org.limpid.simulation.policy.Setting;
import org.limpid.simulation.policy.Settings;
import org.limpid.simulation.policy.Variation;
import org.limpid.simulation.policy.sharing.PairRates;
import org.limpid.simulation.policy.sharing.SharingSettings;

/** What may be chosen about the policy limpid. */
public final class LimpidSettings {
  /** Which jobs may share GPUs, by their sizes. */
  public static final Setting<SharedSizes> SIZES =
      Setting.choice("sharedSizes", SharedSizes.class, SharedSizes::label)
          .option(
              "shared-sizes",
              "SIZES",
              "Which jobs limpid lets share GPUs: ${COMPLETION-CANDIDATES} (of any sizes, the"
                  + " newcomer not larger than its one host, of equal sizes, no two). Default:"
                  + " ${DEFAULT-VALUE}.")
          .label("shared sizes")
          .byDefault(SharedSizes.ANY)
          .tried(List.of(SharedSizes.EQUAL, SharedSizes.SMALLER, SharedSizes.ANY))
          .build();

  /** How many blocked jobs of several nodes reserve nodes. */
  public static final Setting<Integer> RESERVATIONS =
      Setting.wholeNumber("reservations", 0, Integer.MAX_VALUE)
          .option(
              "reservations",
              "N",
              "The first N waiting jobs of more than a node for which limpid finds no place reserve"
                  + " nodes (4).")
          .byDefault(4)
          .tried(List.of(0, 1, 4, 8))
          .build();

  /** What is believed about the speeds of pairs. */
  public static final Setting<Belief> BELIEF =
      Setting.choice("pairBelief", Belief.class, Belief::label)
          .option(
              "pair-belief",
              "BELIEF",
              "What limpid believes about the speeds of two jobs on the same GPUs:"
                  + " ${COMPLETION-CANDIDATES} (the rates at which they run, the mean over all"
                  + " pairs with the same share scores, or what --pair-rates calls measured or"
                  + " cautious, however they run). Default: ${DEFAULT-VALUE}.")
          .label("belief about pairs")
          .byDefault(Belief.CAUTIOUS)
          .build();

  /** By how much a partner of another size slows a job of several GPUs, unknown to the policy. */
  public static final Setting<Integer> GANG_SLOWDOWN =
      Setting.wholeNumber("gangSlowdown", 0, 90)
          .option(
              "gang-slowdown",
              "PERCENT",
              "A job of several GPUs runs PERCENT slower beside one of another size than the rates"
                  + " of the pair say, which limpid does not know (0).")
          .label("gang slowdown")
          .byDefault(0)
          .build();

  /** Share of the work done that must be left for an estimate to be believed, per cent. */
  public static final Setting<Integer> LEAST_SHARE =
      Setting.wholeNumber("leastShare", 0, 1000)
          .option(
              "least-share",
              "PERCENT",
              "Limpid believes an estimate as long as it leaves more than PERCENT of what the job"
                  + " has done (10); else it expects the job to run as long again.")
          .label("least share")
          .byDefault(10)
          .matteringIf(settings -> settings.get(LimpidSettings.EXPECTATION) == Expectation.ESTIMATE)
          .tried(List.of(0, 10, 30, 100))
          .build();

  /** Price of breaking up an idle node, thousandths of a GPU. */
  public static final Setting<Integer> IDLE_NODE_PRICE =
      Setting.wholeNumber("idleNodePrice", 0, 1_000_000)
          .option(
              "idle-node-price",
              "PERMILLE",
              "Breaking up an idle node costs as much as if PERMILLE thousandths of a GPU did"
                  + " nothing (1).")
          .label("price of an idle node")
          .byDefault(1)
          .tried(List.of(0, 1, 10, 100, 1000))
          .build();

  /** How the time that is left of a job is expected. */
  public static final Setting<Expectation> EXPECTATION =
      Setting.choice("expectation", Expectation.class, Expectation::label)
          .option(
              "expectation",
              "HOW",
              "How limpid expects the time that is left of a job: ${COMPLETION-CANDIDATES} (its"
                  + " estimate less what it has done, or the mean over what jobs have taken so far,"
                  + " relative to their estimates). Default: ${DEFAULT-VALUE}.")
          .byDefault(Expectation.ESTIMATE)
          .tried(List.of(Expectation.values()))
          .build();

  /** How the time that is left of a job is expected. */
  public enum Expectation {
    /** The estimate less what is done; as long again where that was wrong. */
    ESTIMATE("estimate"),
    /** The mean over the errors of estimates so far, for jobs that would still run. */
    ERRORS("errors");

    private final String label;

    Expectation(String label) {
      this.label = label;
    }

    private String label() {
      return label;
    }
  }

  /** What is believed about the speeds of two workloads on the same GPUs. */
  public enum Belief {
    /** The rates at which they run. */
    PAIR("pair", Optional.empty()),
    /** The mean over all pairs of workloads with the same share scores. */
    LABEL_MEANS("label-means", Optional.empty()),
    /** What was measured or predicted, however they run. */
    MEASURED("measured", Optional.of(PairRates.Source.MEASURED)),
    /** What was measured, else predictions less their error, however they run. */
    CAUTIOUS("cautious", Optional.of(PairRates.Source.CAUTIOUS));

    private final String label;
    private final Optional<PairRates.Source> source;

    Belief(String label, Optional<PairRates.Source> source) {
      this.label = label;
      this.source = source;
    }

    /** Where the rates come from that are believed; empty: from those at which pairs run. */
    Optional<PairRates.Source> source() {
      return source;
    }

    private String label() {
      return label;
    }
  }

  private LimpidSettings() {}

  /** All of them, in the order of files. */
  static Setting<?>[] all() {
    return new Setting<?>[] {
      SIZES,
      RESERVATIONS,
      BELIEF,
      GANG_SLOWDOWN,
      EXPECTATION,
      LEAST_SHARE,
      IDLE_NODE_PRICE,
      ProfilerSettings.NODES,
      ProfilerSettings.SECONDS,
      ProfilerSettings.FACTOR,
      ProfilerSettings.PROBES,
      SharingSettings.SHARING_LIMIT,
      SharingSettings.MEMORY_MARGIN_MIB,
      SharingSettings.PACKING,
      SharingSettings.PAIR_RATES
    };
  }

  /** What limpid chooses where nobody else does. */
  static Settings preferred() {
    return Settings.NONE.with(ProfilerSettings.SECONDS, 100).with(ProfilerSettings.PROBES, 2);
  }

  /** Whether a need makes a difference. */
  static boolean isUsed(Need need, Settings settings) {
    return switch (need) {
      case PROFILES -> settings.get(SIZES) != SharedSizes.NONE;
      case FORECAST, PROFILING -> ProfilerSettings.isProfiling(settings);
      default -> true;
    };
  }

  /** What to know of these settings, in place of others, before they are trusted. */
  static String caution(Settings before, Settings after) {
    return after.get(SharingSettings.SHARING_LIMIT) > before.get(SharingSettings.SHARING_LIMIT)
        ? "Pairs of workloads that were never measured run at full speed in the simulation, which"
            + " flatters more sharing."
        : "";
  }

  /** The policy with each of its parts left out, or in a harder world. */
  static List<Variation> variations(Settings full) {
    List<Variation> rows = new ArrayList<>();
    add(rows, "no-sharing", "no two jobs share GPUs", full.with(SIZES, SharedSizes.NONE));
    add(
        rows,
        "equal-sizes",
        "only jobs of equal size share GPUs",
        full.with(SIZES, SharedSizes.EQUAL));
    add(
        rows,
        "one-larger-host",
        "a job shares GPUs only with one host, which is not smaller",
        full.with(SIZES, SharedSizes.SMALLER));
    if (ProfilerSettings.hasNodes(full)) {
      add(
          rows,
          "no-probes",
          "jobs that are too large for the profiler are not known when they come",
          full.with(ProfilerSettings.PROBES, 0));
      add(
          rows,
          "no-profiler",
          "no profiling, its nodes stay; all profiles are known",
          full.with(ProfilerSettings.NODES, 0));
    }
    add(rows, "no-reservations", "no job reserves nodes", full.with(RESERVATIONS, 0));
    add(
        rows,
        "score-limit-1",
        "share scores of a pair sum to 1 at most",
        full.with(SharingSettings.SHARING_LIMIT, 1));
    add(
        rows,
        "score-limit-3",
        "share scores of a pair sum to 3 at most",
        full.with(SharingSettings.SHARING_LIMIT, 3));
    add(
        rows,
        "score-limit-4",
        "any two workloads may share",
        full.with(SharingSettings.SHARING_LIMIT, 4));
    add(
        rows,
        "label-means",
        "believes the mean rates of share scores, not those of the pair",
        full.with(BELIEF, Belief.LABEL_MEANS));
    add(rows, "known-rates", "knows how fast each pair runs", full.with(BELIEF, Belief.PAIR));
    Settings harder = full.with(SharingSettings.PAIR_RATES, PairRates.Source.PESSIMISTIC);
    add(
        rows,
        "pessimistic-rates",
        "pairs run at 0.85 where nothing was measured, none faster than alone",
        harder);
    add(
        rows,
        "trusting-pessimistic-rates",
        "the same, but it believes that pairs which nobody measured run at full speed",
        harder.with(BELIEF, Belief.MEASURED));
    add(
        rows,
        "gang-slowdown-10",
        "jobs of several GPUs run 10 % slower beside those of other sizes",
        full.with(GANG_SLOWDOWN, 10));
    add(
        rows,
        "errors-of-estimates",
        "what is left of a job is expected from how far estimates were off so far",
        full.with(EXPECTATION, Expectation.ERRORS));
    add(
        rows,
        "no-estimates",
        "all jobs are believed to last equally long",
        full.with(Durations.SETTING, Durations.ALL_EQUAL));
    add(
        rows,
        "true-durations",
        "durations are known",
        full.with(Durations.SETTING, Durations.TRUE));
    return rows;
  }

  private static void add(List<Variation> rows, String name, String change, Settings settings) {
    rows.add(new Variation(name, change, settings));
  }
}
