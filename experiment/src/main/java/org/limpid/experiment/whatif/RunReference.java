package org.limpid.experiment.whatif;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A run that is to be made again, and where its inputs are now.
 *
 * @param run folder of the run
 * @param policy one of its policies; empty: {@code lucid}, else the first one
 * @param data folder of its data set; empty: it did not move
 * @param models folder of its models; empty: they did not move
 * @param threads threads to use; results don't depend on it
 */
public record RunReference(
    Path run, Optional<String> policy, Optional<Path> data, Optional<Path> models, int threads) {
  /** A policy of a run whose inputs did not move, on all processors. */
  public static RunReference of(Path run, String policy) {
    return new RunReference(
        run,
        Optional.of(policy),
        Optional.empty(),
        Optional.empty(),
        Runtime.getRuntime().availableProcessors());
  }
}
