package org.limpid.data.importer;

import java.time.LocalDateTime;
import java.util.Objects;
import java.util.Optional;
import org.limpid.data.Profiles;

/**
 * How to import a Helios trace.
 *
 * @param profiles the table that workloads are drawn from; it becomes part of the data set
 * @param rule how they are drawn
 * @param seed another seed gives another draw
 * @param origin second 0 of the data set; empty: midnight before the first submission
 * @param from first submission that is taken, and start of the simulation; empty: the first there
 *     is
 * @param to first submission that is no longer taken; empty: all
 * @param gpusPerNode GPUs of a node
 * @param cpusPerNode logical processors of a node
 * @param gpuMemoryMib memory of a GPU, MiB
 * @param overwrite whether an older data set at the target may be replaced
 */
public record HeliosImportOptions(
    Profiles profiles,
    AssignmentRule rule,
    long seed,
    Optional<LocalDateTime> origin,
    Optional<LocalDateTime> from,
    Optional<LocalDateTime> to,
    int gpusPerNode,
    int cpusPerNode,
    int gpuMemoryMib,
    boolean overwrite) {
  public HeliosImportOptions {
    Objects.requireNonNull(profiles, "profiles");
    Objects.requireNonNull(rule, "rule");
  }

  /** The whole trace on nodes like those of Venus, workloads by user and size, seed 1. */
  public static HeliosImportOptions defaults(Profiles profiles) {
    return new HeliosImportOptions(
        profiles,
        AssignmentRule.GROUP,
        1,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        8,
        96,
        24_576,
        false);
  }

  /** The same with another rule or seed. */
  public HeliosImportOptions assigning(AssignmentRule newRule, long newSeed) {
    return new HeliosImportOptions(
        profiles,
        newRule,
        newSeed,
        origin,
        from,
        to,
        gpusPerNode,
        cpusPerNode,
        gpuMemoryMib,
        overwrite);
  }

  /** The same for a part of the time. */
  public HeliosImportOptions between(
      LocalDateTime newOrigin, LocalDateTime newFrom, LocalDateTime newTo) {
    return new HeliosImportOptions(
        profiles,
        rule,
        seed,
        Optional.of(newOrigin),
        Optional.of(newFrom),
        Optional.of(newTo),
        gpusPerNode,
        cpusPerNode,
        gpuMemoryMib,
        overwrite);
  }

  /** The same for jobs submitted at {@code from <= t < to}; empty: no bound. */
  public HeliosImportOptions submitted(
      Optional<LocalDateTime> newFrom, Optional<LocalDateTime> newTo) {
    return new HeliosImportOptions(
        profiles,
        rule,
        seed,
        origin,
        newFrom,
        newTo,
        gpusPerNode,
        cpusPerNode,
        gpuMemoryMib,
        overwrite);
  }

  /** The same, but an older data set at the target may be replaced. */
  public HeliosImportOptions overwriting() {
    return new HeliosImportOptions(
        profiles, rule, seed, origin, from, to, gpusPerNode, cpusPerNode, gpuMemoryMib, true);
  }
}
