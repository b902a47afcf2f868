package org.limpid.experiment.whatif;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A job of a run that should have started earlier.
 *
 * @param run folder of the run
 * @param policy one of its policies; empty: {@code lucid}, else the first one
 * @param job its number
 * @param earlierSeconds how much earlier it should start, at least 1
 * @param data folder of the data set; empty: where it was
 * @param models folder of the models; empty: where they were
 * @param threads threads to use; results don't depend on it
 */
public record CounterfactualRequest(
    Path run,
    Optional<String> policy,
    long job,
    long earlierSeconds,
    Optional<Path> data,
    Optional<Path> models,
    int threads) {
  public CounterfactualRequest {
    if (earlierSeconds < 1) {
      throw new IllegalArgumentException("expected 1 s or more, found " + earlierSeconds);
    }
  }
}
