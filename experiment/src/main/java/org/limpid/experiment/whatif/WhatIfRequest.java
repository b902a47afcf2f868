package org.limpid.experiment.whatif;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.limpid.data.io.CsvTexts;
import org.limpid.experiment.simulate.ReplicaPlan;

/**
 * A run and what is changed about it.
 *
 * @param run folder of the run
 * @param policy one of its policies; empty: {@code lucid}, else the first one
 * @param changes as they are written on the command line; at least one
 * @param relearn copies of the trace that tell noise where durations are learnt anew; empty: what
 *     the run believed of durations is held
 * @param data folder of its data set; empty: where it was
 * @param models folder of its models; empty: where they were
 * @param out folder for the jobs that change; empty: none is written
 * @param overwrite whether older results there may be replaced
 * @param texts how names stand in CSV files
 * @param threads threads to use; results don't depend on it
 */
public record WhatIfRequest(
    Path run,
    Optional<String> policy,
    List<String> changes,
    Optional<ReplicaPlan> relearn,
    Optional<Path> data,
    Optional<Path> models,
    Optional<Path> out,
    boolean overwrite,
    CsvTexts texts,
    int threads) {
  public WhatIfRequest {
    changes = List.copyOf(changes);
    if (changes.isEmpty()) {
      throw new IllegalArgumentException("expected a change");
    }
  }
}
