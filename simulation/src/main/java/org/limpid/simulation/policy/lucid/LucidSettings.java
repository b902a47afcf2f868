package org.limpid.simulation.policy.lucid;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;
import org.limpid.simulation.policy.Durations;
import org.limpid.simulation.policy.Need;
import org.limpid.simulation.policy.ProfilerSettings;
import org.limpid.simulation.policy.Setting;
import org.limpid.simulation.policy.Settings;
import org.limpid.simulation.policy.Variation;
import org.limpid.simulation.policy.sharing.SharingSettings;

/** What may be chosen about Lucid. */
public final class LucidSettings {
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

  private LucidSettings() {}

  /** All of them, in the order of files. */
  static Setting<?>[] all() {
    return new Setting<?>[] {
      SHARING,
      ProfilerSettings.NODES,
      ProfilerSettings.SECONDS,
      ProfilerSettings.FACTOR,
      SharingSettings.SHARING_LIMIT,
      SharingSettings.MEMORY_MARGIN_MIB,
      SharingSettings.PACKING,
      SharingSettings.PAIR_RATES
    };
  }

  /** What to know of these settings, in place of others, before they are trusted. */
  static String caution(Settings before, Settings after) {
    return after.get(SharingSettings.SHARING_LIMIT) > before.get(SharingSettings.SHARING_LIMIT)
        ? "Pairs of workloads that were never measured run at full speed in the simulation, which"
            + " flatters more sharing."
        : "";
  }

  /** Whether a need makes a difference. */
  static boolean isUsed(Need need, Settings settings) {
    return switch (need) {
      case PROFILES -> settings.get(SHARING) != SharingMode.NEVER;
      case FORECAST -> settings.get(SHARING) == SharingMode.PREDICTED;
      case PROFILING -> ProfilerSettings.isProfiling(settings);
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
            full.with(SharingSettings.PACKING, SharingSettings.Packing.ALL_LIGHT)));
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
    if (ProfilerSettings.hasNodes(full)) {
      rows.add(
          new Variation(
              "no-profiler", "no profiling, its nodes stay", full.with(ProfilerSettings.NODES, 0)));
      addAround(
          full,
          ProfilerSettings.NODES,
          nodes -> nodes + 1,
          "nodes",
          "nodes of the profiler: %d",
          rows);
      addAround(
          full,
          ProfilerSettings.SECONDS,
          time -> 2 * time,
          "time",
          "at most %d s in the profiler",
          rows);
      addAround(
          full,
          ProfilerSettings.FACTOR,
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
