package org.limpid.simulation.policy.lucid;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;
import org.limpid.data.ProfilerDescription;
import org.limpid.simulation.policy.Durations;
import org.limpid.simulation.policy.Need;
import org.limpid.simulation.policy.Setting;
import org.limpid.simulation.policy.Settings;
import org.limpid.simulation.policy.Variation;

/** What may be chosen about Lucid and its profiler. */
public final class LucidSettings {
  /** The sharing limit under which any two jobs may share. */
  private static final int ANY_PAIR = 4;

  /** When jobs may share GPUs. */
  public static final Setting<SharingMode> SHARING =
      Setting.choice("sharing", SharingMode.class, SharingMode::label)
          .option(
              "sharing",
              "MODE",
              "When Lucid lets jobs share GPUs: ${COMPLETION-CANDIDATES}. Default:"
                  + " ${DEFAULT-VALUE}.")
          .byDefault(SharingMode.PREDICTED)
          .build();

  /** Nodes of the profiler, 0 for none. */
  public static final Setting<Integer> PROFILER_NODES =
      Setting.wholeNumber("profilerNodes", 0, Integer.MAX_VALUE)
          .option(
              "profiler-nodes",
              "N",
              "Nodes of Lucid's profiler, 0 for none; by default as in the data set.")
          .label("profiler nodes")
          .ofProfiler(ProfilerDescription::nodeCount)
          .withoutProfiler(0)
          .matteringIf(LucidSettings::hasProfiler)
          .tried(List.of(1, 2, 3, 4, 6))
          .build();

  /** Longest time of a job in the profiler. */
  public static final Setting<Integer> PROFILER_SECONDS =
      Setting.wholeNumber("profilerSeconds", 1, Integer.MAX_VALUE)
          .option(
              "profiler-time",
              "SECONDS",
              "Longest time of a job in the profiler; by default as in the data set.")
          .label("profiler time")
          .ofProfiler(ProfilerDescription::timeLimitSeconds)
          .matteringIf(LucidSettings::hasProfiler)
          .tried(List.of(60, 100, 200, 300, 600))
          .build();

  /** Largest profiled job in GPUs per node of the profiler. */
  public static final Setting<Integer> PROFILER_FACTOR =
      Setting.wholeNumber("profilerFactor", 1, Integer.MAX_VALUE)
          .option(
              "profiler-factor",
              "F",
              "Jobs of more than F GPUs per node of the profiler skip it; by default as in the data"
                  + " set.")
          .label("profiler factor")
          .ofProfiler(ProfilerDescription::gpuFactor)
          .matteringIf(LucidSettings::hasProfiler)
          .tried(List.of(1, 2, 4, 8))
          .build();

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

  private static final List<Setting<Integer>> OF_PROFILER =
      List.of(PROFILER_NODES, PROFILER_SECONDS, PROFILER_FACTOR);

  /** What is believed about workloads. */
  public enum Packing {
    /** What the share scores say. */
    SCORED,
    /** No workload is believed to disturb another one. */
    ALL_LIGHT
  }

  private LucidSettings() {}

  /** All of them, in the order of files. */
  static Setting<?>[] all() {
    return new Setting<?>[] {
      SHARING,
      PROFILER_NODES,
      PROFILER_SECONDS,
      PROFILER_FACTOR,
      SHARING_LIMIT,
      MEMORY_MARGIN_MIB,
      PACKING
    };
  }

  /** What matters to profiling. */
  public static Settings ofProfiler(Settings settings) {
    return settings.only(List.copyOf(OF_PROFILER));
  }

  /** Whether there is a profiling stage. */
  public static boolean isProfiling(Settings settings) {
    return settings.find(PROFILER_NODES).orElse(1) > 0;
  }

  /** Whether there are nodes for it. */
  private static boolean hasProfiler(Settings settings) {
    return settings.find(PROFILER_NODES).orElse(0) > 0;
  }

  /** The profiler that a data set describes, as far as nothing else is chosen. */
  public static ProfilerDescription profiler(ProfilerDescription described, Settings settings) {
    return new ProfilerDescription(
        settings.find(PROFILER_NODES).orElse(described.nodeCount()),
        settings.find(PROFILER_SECONDS).orElse(described.timeLimitSeconds()),
        settings.find(PROFILER_FACTOR).orElse(described.gpuFactor()),
        described.takenFrom(),
        described.lender(),
        described.loanNodes());
  }

  /** What to know of these settings, in place of others, before they are trusted. */
  static String caution(Settings before, Settings after) {
    return after.get(SHARING_LIMIT) > before.get(SHARING_LIMIT)
        ? "Pairs of workloads that were never measured run at full speed in the simulation, which"
            + " flatters more sharing."
        : "";
  }

  /** Whether a need makes a difference. */
  static boolean isUsed(Need need, Settings settings) {
    return switch (need) {
      case PROFILES -> settings.get(SHARING) != SharingMode.NEVER;
      case FORECAST -> settings.get(SHARING) == SharingMode.PREDICTED;
      case PROFILING -> isProfiling(settings);
      default -> true;
    };
  }

  /** Lucid with each of its parts left out or changed. */
  static List<Variation> variations(Settings full) {
    List<Variation> rows = new ArrayList<>();
    rows.add(
        new Variation(
            "no-sharing", "no two jobs share GPUs", full.with(SHARING, SharingMode.NEVER)));
    rows.add(
        new Variation(
            "blind-sharing",
            "jobs share whatever their share scores",
            full.with(PACKING, Packing.ALL_LIGHT)));
    rows.add(
        new Variation(
            "no-estimates",
            "all jobs are believed to last equally long",
            full.with(Durations.SETTING, Durations.ALL_EQUAL)));
    rows.add(
        new Variation(
            "true-durations", "durations are known", full.with(Durations.SETTING, Durations.TRUE)));
    if (full.get(SHARING) == SharingMode.PREDICTED) {
      rows.add(
          new Variation(
              "no-forecast",
              "sharing is on at all times, not by the forecast",
              full.with(SHARING, SharingMode.ALWAYS)));
    }
    if (hasProfiler(full)) {
      rows.add(
          new Variation(
              "no-profiler", "no profiling, its nodes stay", full.with(PROFILER_NODES, 0)));
      addAround(
          full, PROFILER_NODES, nodes -> nodes + 1, "nodes", "nodes of the profiler: %d", rows);
      addAround(
          full, PROFILER_SECONDS, time -> 2 * time, "time", "at most %d s in the profiler", rows);
      addAround(
          full,
          PROFILER_FACTOR,
          factor -> 2 * factor,
          "factor",
          "largest profiled job in GPUs per node of the profiler: %d",
          rows);
    }
    return rows;
  }

  /** Adds half the value, and a larger one; not the value itself. */
  private static void addAround(
      Settings full,
      Setting<Integer> setting,
      LongUnaryOperator larger,
      String name,
      String change,
      List<Variation> rows) {
    int value = full.get(setting);
    LongStream.of(Math.max(1, value / 2), larger.applyAsLong(value))
        .filter(other -> other != value)
        .mapToObj(other ->
            new Variation(
                "profiler-%s-%d".formatted(name, other),
                change.formatted(other),
                full.with(setting, (int) Math.min(Integer.MAX_VALUE, other))))
        .forEach(rows::add);
  }
}
