package org.limpid.experiment.sweep;

import java.nio.file.Path;
import java.util.Set;

/**
 * What to sweep.
 *
 * @param grid file that says what the sweep goes through
 * @param out folder for the results; a sweep of the same grid that is there is gone on with
 * @param overwrite whether an older sweep that is there is deleted first
 * @param tables what the tables are written as
 */
public record SweepRequest(Path grid, Path out, boolean overwrite, Set<TableFile> tables) {
  public SweepRequest {
    tables = Set.copyOf(tables);
  }
}
