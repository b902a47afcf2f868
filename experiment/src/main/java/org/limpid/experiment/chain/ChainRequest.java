package org.limpid.experiment.chain;

import java.nio.file.Path;
import java.util.Objects;

/**
 * Which windows of a log are looked at.
 *
 * @param data folder with {@code dataset.json}
 * @param windows how many, from 1; each begins four hours after the one before
 * @param from start of the first one: seconds since the origin of the data set, a date or a
 *     date-time
 * @param nodes of each job of a chain, from 1
 * @param threads that work on them; results don't depend on it
 */
public record ChainRequest(Path data, int windows, String from, int nodes, int threads) {
  public ChainRequest {
    Objects.requireNonNull(data, "data");
    Objects.requireNonNull(from, "from");
    if (windows < 1 || nodes < 1 || threads < 1) {
      throw new IllegalArgumentException(
          "expected windows, nodes and threads from 1, found %d, %d and %d"
              .formatted(windows, nodes, threads));
    }
  }

  /** The same windows with chains of another size. */
  ChainRequest withNodes(int other) {
    return new ChainRequest(data, windows, from, other, threads);
  }
}
