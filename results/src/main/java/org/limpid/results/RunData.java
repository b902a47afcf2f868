package org.limpid.results;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.limpid.data.io.DatasetReader;
import org.limpid.files.DataException;
import org.limpid.files.Leftovers;
import org.limpid.files.Problem;

/** Finds the data set of a run. */
public final class RunData {
  private static final int HASH_SHOWN = 12;

  private RunData() {}

  /**
   * Where the data set is; what is in it is that of the run.
   *
   * @param run says where it was
   * @param given where it is instead
   * @throws DataException if it is not there, or is not that of the run
   */
  public static DatasetReader required(RunDescription run, Optional<Path> given) {
    Path folder = given.orElseGet(() -> Path.of(run.dataFolder()));
    requireThere(folder.resolve("dataset.json"), "data set", "--data");
    DatasetReader reader = DatasetReader.open(folder);
    requireSame(folder, "data set", "--data", run.dataHash(), reader.contentHash());
    return reader;
  }

  /**
   * Refuses what has another content than in the run.
   *
   * @param folder where it is
   * @param what it is, for the message
   * @param option that says where it is
   * @param ofRun hash of the content in the run
   * @param found hash of the content now
   */
  public static void requireSame(
      Path folder, String what, String option, String ofRun, String found) {
    if (!found.equals(ofRun)) {
      throw new DataException(
          Problem.ofFile(
              folder,
              "expected the %s of the run, which has the SHA-256 %s..., found %s..."
                  .formatted(what, shown(ofRun), shown(found)),
              "Maybe it was changed after the run: simulate again, or name the right one with %s."
                  .formatted(option)));
    }
  }

  /**
   * The data set; empty if it is not given, and that of the run is gone or changed.
   *
   * @throws DataException if the one that is given is not that of the run
   */
  public static Optional<DatasetReader> found(RunDescription run, Optional<Path> given) {
    if (given.isPresent()) {
      return Optional.of(required(run, given));
    }
    try {
      Path folder = Path.of(run.dataFolder());
      Leftovers.recover(folder);
      return Files.isDirectory(folder)
          ? Optional.of(DatasetReader.open(folder)).filter(reader -> isOf(run, reader))
          : Optional.empty();
    } catch (DataException unreadable) {
      return Optional.empty();
    }
  }

  /**
   * Refuses what is not where the run had it.
   *
   * @param what it is, for the message
   * @param option that says where it is
   */
  public static void requireThere(Path file, String what, String option) {
    Leftovers.recover(file);
    if (!Files.isRegularFile(file)) {
      throw new DataException(
          Problem.ofFile(
              file,
              "expected the %s of the run, found no such file".formatted(what),
              "Maybe it was moved: say where it is with %s.".formatted(option)));
    }
  }

  private static String shown(String hash) {
    return hash.substring(0, Math.min(HASH_SHOWN, hash.length()));
  }

  private static boolean isOf(RunDescription run, DatasetReader reader) {
    return reader.contentHash().equals(run.dataHash());
  }
}
