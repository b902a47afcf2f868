package org.limpid.experiment.whatif;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.limpid.data.io.CsvTexts;
import org.limpid.experiment.simulate.ReplicaPlan;

/**
 * A run and what is changed about it.
 *
 * @param run the run
 * @param changes as they are written on the command line; at least one
 * @param relearn copies of the trace that tell noise where durations are learnt anew; empty: every
 *     job keeps the estimate that it had in the run
 * @param out folder for the jobs that change; empty: none is written
 * @param overwrite whether older results there may be replaced
 * @param texts how names stand in CSV files
 */
public record WhatIfRequest(
    RunReference run,
    List<String> changes,
    Optional<ReplicaPlan> relearn,
    Optional<Path> out,
    boolean overwrite,
    CsvTexts texts) {
  public WhatIfRequest {
    changes = List.copyOf(changes);
    if (changes.isEmpty()) {
      throw new IllegalArgumentException("expected a change");
    }
  }

  /** Changes of which nothing is written. */
  public static WhatIfRequest of(RunReference run, String... changes) {
    return new WhatIfRequest(
        run, List.of(changes), Optional.empty(), Optional.empty(), false, CsvTexts.RESTORABLE);
  }
}
