package org.limpid.data.importer;

import java.time.LocalDateTime;

/**
 * What to take from the Lucid artifact.
 *
 * @param cluster name of the folder below {@code data/}
 * @param origin second 0 of the data set
 * @param from first submission that is taken, and start of the simulation
 * @param to first submission that is no longer taken
 * @param overwrite whether an older data set at the target may be replaced
 */
public record LucidImportOptions(
    String cluster, LocalDateTime origin, LocalDateTime from, LocalDateTime to, boolean overwrite) {
  public LucidImportOptions {
    if (from.isBefore(origin) || !from.isBefore(to)) {
      throw new IllegalArgumentException(
          "expected origin <= from < to, found %s, %s, %s".formatted(origin, from, to));
    }
  }

  /**
   * What the artifact simulates: Venus, 1 September 2020 to 26 September, 23:59:00 included,
   * counted from 1 April.
   */
  public static LucidImportOptions defaults() {
    return new LucidImportOptions(
        "Venus",
        LocalDateTime.of(2020, 4, 1, 0, 0),
        LocalDateTime.of(2020, 9, 1, 0, 0),
        LocalDateTime.of(2020, 9, 26, 23, 59, 1),
        false);
  }

  /** The same, but an older data set at the target may be replaced. */
  public LucidImportOptions overwriting() {
    return new LucidImportOptions(cluster, origin, from, to, true);
  }
}
