package org.limpid.experiment.simulate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.limpid.data.ProfilerDescription;
import org.limpid.simulation.policy.LucidOptions;

/**
 * What an operator of Lucid may choose. What is empty stays as in the data set or as in the
 * published artifact.
 *
 * @param profilerNodes nodes of the profiler, 0 for none
 * @param profilerSeconds longest time of a job in the profiler
 * @param profilerFactor largest profiled job in GPUs per node of the profiler
 * @param sharingLimit largest sum of the share scores of two jobs on the same GPUs
 * @param memoryMarginMib memory of each GPU that two jobs must leave free
 */
public record SystemSettings(
    OptionalInt profilerNodes,
    OptionalInt profilerSeconds,
    OptionalInt profilerFactor,
    OptionalInt sharingLimit,
    OptionalInt memoryMarginMib) {
  /** Nothing is chosen. */
  public static final SystemSettings NONE =
      new SystemSettings(
          OptionalInt.empty(),
          OptionalInt.empty(),
          OptionalInt.empty(),
          OptionalInt.empty(),
          OptionalInt.empty());

  /** These settings, and those of another where nothing is chosen here. */
  public SystemSettings or(SystemSettings other) {
    return new SystemSettings(
        first(profilerNodes, other.profilerNodes),
        first(profilerSeconds, other.profilerSeconds),
        first(profilerFactor, other.profilerFactor),
        first(sharingLimit, other.sharingLimit),
        first(memoryMarginMib, other.memoryMarginMib));
  }

  private static OptionalInt first(OptionalInt own, OptionalInt other) {
    return own.isPresent() ? own : other;
  }

  /** A copy with another number of nodes of the profiler. */
  public SystemSettings withProfilerNodes(int nodes) {
    return new SystemSettings(
        OptionalInt.of(nodes), profilerSeconds, profilerFactor, sharingLimit, memoryMarginMib);
  }

  /** A copy with another time limit of the profiler. */
  public SystemSettings withProfilerSeconds(int seconds) {
    return new SystemSettings(
        profilerNodes, OptionalInt.of(seconds), profilerFactor, sharingLimit, memoryMarginMib);
  }

  /** A copy with another largest job of the profiler. */
  public SystemSettings withProfilerFactor(int factor) {
    return new SystemSettings(
        profilerNodes, profilerSeconds, OptionalInt.of(factor), sharingLimit, memoryMarginMib);
  }

  /** A copy with another sharing limit. */
  public SystemSettings withSharingLimit(int limit) {
    return new SystemSettings(
        profilerNodes, profilerSeconds, profilerFactor, OptionalInt.of(limit), memoryMarginMib);
  }

  /** A copy with another memory margin. */
  public SystemSettings withMemoryMarginMib(int margin) {
    return new SystemSettings(
        profilerNodes, profilerSeconds, profilerFactor, sharingLimit, OptionalInt.of(margin));
  }

  /**
   * These settings with nothing left open.
   *
   * @param described the profiler of the data set; null: there is none
   */
  public SystemSettings resolved(ProfilerDescription described) {
    LucidOptions standard = LucidOptions.standard();
    SystemSettings known =
        withSharingLimit(sharingLimit.orElse(standard.sharingLimit()))
            .withMemoryMarginMib(memoryMarginMib.orElse(standard.memoryMarginMib()));
    return described == null
        ? known
        : known
            .withProfilerNodes(profilerNodes.orElse(described.nodeCount()))
            .withProfilerSeconds(profilerSeconds.orElse(described.timeLimitSeconds()))
            .withProfilerFactor(profilerFactor.orElse(described.gpuFactor()));
  }

  /** Whether there is no profiling stage. */
  public boolean isWithoutProfiler() {
    return profilerNodes.orElse(1) == 0;
  }

  /** What matters to profiling. */
  SystemSettings ofProfiler() {
    return new SystemSettings(
        profilerNodes, profilerSeconds, profilerFactor, OptionalInt.empty(), OptionalInt.empty());
  }

  /**
   * The profiler that a data set describes, as far as nothing else is chosen; empty if none is
   * wanted.
   */
  public Optional<ProfilerDescription> profiler(ProfilerDescription described) {
    return isWithoutProfiler() ? Optional.empty() : Optional.of(applyTo(described));
  }

  private ProfilerDescription applyTo(ProfilerDescription described) {
    return new ProfilerDescription(
        profilerNodes.orElse(described.nodeCount()),
        profilerSeconds.orElse(described.timeLimitSeconds()),
        profilerFactor.orElse(described.gpuFactor()),
        described.takenFrom(),
        described.lender(),
        described.loanNodes());
  }

  /** The rest. */
  public LucidOptions lucid() {
    LucidOptions standard = LucidOptions.standard();
    return standard
        .withSharingLimit(sharingLimit.orElse(standard.sharingLimit()))
        .withMemoryMarginMib(memoryMarginMib.orElse(standard.memoryMarginMib()));
  }

  /** By name, in a fixed order; null where nothing is chosen. */
  public Map<String, Integer> toMap() {
    Map<String, Integer> map = new LinkedHashMap<>();
    map.put("profilerNodes", orNull(profilerNodes));
    map.put("profilerSeconds", orNull(profilerSeconds));
    map.put("profilerFactor", orNull(profilerFactor));
    map.put("sharingLimit", orNull(sharingLimit));
    map.put("memoryMarginMib", orNull(memoryMarginMib));
    return map;
  }

  private static Integer orNull(OptionalInt value) {
    return value.isPresent() ? value.getAsInt() : null;
  }
}
