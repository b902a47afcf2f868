package org.limpid.experiment.tune;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.limpid.experiment.simulate.SystemSettings;
import org.limpid.simulation.policy.LucidOptions;

/** A setting that is tuned, with the values that are tried. */
enum Knob {
  /** Nodes of the profiler. */
  PROFILER_NODES(
      "profiler nodes",
      SystemSettings::profilerNodes,
      SystemSettings::withProfilerNodes,
      List.of(1, 2, 3, 4, 6)),
  /** Time limit of the profiler. */
  PROFILER_SECONDS(
      "profiler time",
      SystemSettings::profilerSeconds,
      SystemSettings::withProfilerSeconds,
      List.of(60, 100, 200, 300, 600)),
  /** Largest profiled job. */
  PROFILER_FACTOR(
      "profiler factor",
      SystemSettings::profilerFactor,
      SystemSettings::withProfilerFactor,
      List.of(1, 2, 4, 8)),
  /** Which jobs may share GPUs. */
  SHARING_LIMIT(
      "sharing limit",
      SystemSettings::sharingLimit,
      SystemSettings::withSharingLimit,
      List.of(0, 1, 2, 3, LucidOptions.ANY_PAIR)),
  /** Memory that two jobs leave free, in MiB. */
  MEMORY_MARGIN(
      "memory margin",
      SystemSettings::memoryMarginMib,
      SystemSettings::withMemoryMarginMib,
      List.of(0, 1024, 2048, 4096));

  private final String label;
  private final Function<SystemSettings, OptionalInt> value;
  private final BiFunction<SystemSettings, Integer, SystemSettings> change;
  private final List<Integer> values;

  Knob(
      String label,
      Function<SystemSettings, OptionalInt> value,
      BiFunction<SystemSettings, Integer, SystemSettings> change,
      List<Integer> values) {
    this.label = label;
    this.value = value;
    this.change = change;
    this.values = values;
  }

  /** For messages. */
  String label() {
    return label;
  }

  /** The value in these settings. */
  int value(SystemSettings settings) {
    return value.apply(settings).getAsInt();
  }

  /** The settings with another value. */
  SystemSettings with(SystemSettings settings, int other) {
    return change.apply(settings, other);
  }

  /** The settings with each of the values that are tried, those themselves left out. */
  List<SystemSettings> around(SystemSettings settings) {
    return values.stream()
        .filter(each -> each != value(settings))
        .map(each -> with(settings, each))
        .toList();
  }

  /** What can be tuned: without a profiler nothing about it. */
  static List<Knob> of(SystemSettings settings) {
    boolean profiles = settings.profilerNodes().orElse(0) > 0;
    return profiles ? List.of(values()) : List.of(SHARING_LIMIT, MEMORY_MARGIN);
  }
}
