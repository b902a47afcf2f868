package org.limpid.simulation.policy;

import java.util.List;
import org.limpid.data.ProfilerDescription;

/** What may be chosen about the profiling stage, for policies that need one. */
public final class ProfilerSettings {
  /** Nodes of the profiler, 0 for none. */
  public static final Setting<Integer> NODES =
      Setting.wholeNumber("profilerNodes", 0, Integer.MAX_VALUE)
          .option(
              "profiler-nodes",
              "N",
              "Nodes of the profiler, 0 for none; by default as in the data set.")
          .label("profiler nodes")
          .ofProfiler(ProfilerDescription::nodeCount)
          .withoutProfiler(0)
          .matteringIf(ProfilerSettings::hasNodes)
          .tried(List.of(1, 2, 3, 4, 6))
          .build();

  /** Longest time of a job in the profiler. */
  public static final Setting<Integer> SECONDS =
      Setting.wholeNumber("profilerSeconds", 1, Integer.MAX_VALUE)
          .option(
              "profiler-time",
              "SECONDS",
              "Longest time of a job in the profiler; by default as in the data set.")
          .label("profiler time")
          .ofProfiler(ProfilerDescription::timeLimitSeconds)
          .matteringIf(ProfilerSettings::hasNodes)
          .tried(List.of(60, 100, 200, 300, 600))
          .build();

  /** Largest profiled job in GPUs per node of the profiler. */
  public static final Setting<Integer> FACTOR =
      Setting.wholeNumber("profilerFactor", 1, Integer.MAX_VALUE)
          .option(
              "profiler-factor",
              "F",
              "Jobs of more than F GPUs per node of the profiler skip it; by default as in the data"
                  + " set.")
          .label("profiler factor")
          .ofProfiler(ProfilerDescription::gpuFactor)
          .matteringIf(ProfilerSettings::hasNodes)
          .tried(List.of(1, 2, 4, 8))
          .build();

  /** Jobs that are too large for the profiler and are profiled there by a small copy at a time. */
  public static final Setting<Integer> PROBES =
      Setting.wholeNumber("profilerProbes", 0, Integer.MAX_VALUE)
          .option(
              "profiler-probes",
              "N",
              "Probes at a time: jobs that are too large for the profiler run there on the GPUs of"
                  + " one node for the profiler time, and are then known. By default 2 under"
                  + " limpid, else none.")
          .label("probes")
          .byDefault(0)
          .matteringIf(ProfilerSettings::hasNodes)
          .tried(List.of(0, 1, 2, 4))
          .build();

  private ProfilerSettings() {}

  /** Those of some settings that make a difference to the stage. */
  public static Settings only(Settings settings) {
    return settings.only(List.of(NODES, SECONDS, FACTOR, PROBES));
  }

  /** Whether there is a profiling stage. */
  public static boolean isProfiling(Settings settings) {
    return settings.find(NODES).orElse(1) > 0;
  }

  /** Whether there are nodes for it. */
  public static boolean hasNodes(Settings settings) {
    return settings.find(NODES).orElse(0) > 0;
  }

  /** The profiler that a data set describes, but for what is chosen. */
  public static ProfilerDescription profiler(ProfilerDescription described, Settings settings) {
    return new ProfilerDescription(
        settings.find(NODES).orElse(described.nodeCount()),
        settings.find(SECONDS).orElse(described.timeLimitSeconds()),
        settings.find(FACTOR).orElse(described.gpuFactor()),
        described.takenFrom(),
        described.lender(),
        described.loanNodes());
  }
}
