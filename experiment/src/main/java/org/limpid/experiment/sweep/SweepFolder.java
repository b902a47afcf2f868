package org.limpid.experiment.sweep;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.limpid.files.AtomicFolder;
import org.limpid.files.DataException;

/**
 * The folder of a sweep: while it is running, it holds what the sweep is and the points that are
 * done; in the end, it is replaced by one that holds the results, too.
 *
 * @param path where it is
 */
record SweepFolder(Path path) {
  private static final String KIND = "sweep";
  private static final String IDENTITY = "sweep.json";
  private static final String POINTS = "points.csv";

  /**
   * Goes on with a sweep, or begins one.
   *
   * @param overwrite whether an older sweep is deleted first
   * @throws DataException if something else is there
   */
  PointJournal open(SweepIdentity identity, boolean overwrite, int points) {
    AtomicFolder.check(path, KIND, true)
        .ifPresent(problem -> {
          throw new DataException(problem);
        });
    if (overwrite) {
      AtomicFolder.delete(path, KIND);
    }
    Path file = path.resolve(IDENTITY);
    if (Files.exists(file)) {
      identity.requireSame(file, SweepIdentity.read(file));
    } else {
      replace(identity, Map.of(), false, _ -> {});
    }
    return PointJournal.open(path.resolve(POINTS), points);
  }

  /**
   * Ends a sweep.
   *
   * @param writer writes the results into a folder
   */
  void finish(SweepIdentity identity, Map<Integer, PointResult> done, Consumer<Path> writer) {
    replace(identity, done, true, writer);
  }

  private void replace(
      SweepIdentity identity,
      Map<Integer, PointResult> done,
      boolean overwrite,
      Consumer<Path> writer) {
    try (AtomicFolder folder = AtomicFolder.begin(path, KIND, overwrite)) {
      identity.write(folder.path().resolve(IDENTITY));
      PointJournal.write(folder.path().resolve(POINTS), done);
      writer.accept(folder.path());
      folder.commit();
    }
  }
}
