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
 * @param overwrite whether an older data set at the target may be replaced
 */
public record HeliosImportOptions(
    Profiles profiles,
    AssignmentRule rule,
    long seed,
    Optional<LocalDateTime> origin,
    Optional<LocalDateTime> from,
    Optional<LocalDateTime> to,
    boolean overwrite) {
  public HeliosImportOptions {
    Objects.requireNonNull(profiles, "profiles");
    Objects.requireNonNull(rule, "rule");
  }

  /** The whole trace, workloads by user and size, seed 1. */
  public static HeliosImportOptions defaults(Profiles profiles) {
    return new HeliosImportOptions(
        profiles,
        AssignmentRule.GROUP,
        1,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false);
  }
}
