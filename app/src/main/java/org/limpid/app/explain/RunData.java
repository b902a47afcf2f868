package org.limpid.app.explain;

import java.nio.file.Path;
import java.util.Optional;
import org.limpid.data.io.DatasetReader;
import org.limpid.files.DataException;
import org.limpid.files.Problem;

/** Finds the data set of a run. */
final class RunData {
  private RunData() {}

  /**
   * The data set; empty if it is not given, and that of the run is gone or changed.
   *
   * @throws DataException if the data set that is given is not that of the run
   */
  static Optional<DatasetReader> of(ExplainedRun run, Optional<Path> given) {
    if (given.isPresent()) {
      return Optional.of(required(run, given.get()));
    }
    try {
      return run.dataFolder().map(DatasetReader::open).filter(reader -> isOf(run, reader));
    } catch (DataException unreadable) {
      return Optional.empty();
    }
  }

  private static DatasetReader required(ExplainedRun run, Path folder) {
    DatasetReader reader = DatasetReader.open(folder);
    if (!isOf(run, reader)) {
      throw new DataException(
          Problem.ofFile(
              folder,
              "expected the data set of the run, %s with hash %s, found hash %s"
                  .formatted(
                      run.description().dataset(),
                      run.description().dataHash(),
                      reader.contentHash()),
              "Maybe it was changed after the run, or another one was meant."));
    }
    return reader;
  }

  private static boolean isOf(ExplainedRun run, DatasetReader reader) {
    return reader.contentHash().equals(run.description().dataHash());
  }
}
