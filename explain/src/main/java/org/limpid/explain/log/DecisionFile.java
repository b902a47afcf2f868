package org.limpid.explain.log;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.limpid.files.AtomicFiles;
import org.limpid.files.DataException;
import org.limpid.files.InputFiles;
import org.limpid.files.Problem;
import org.limpid.simulation.decision.DecisionLog;

/** {@code decisions.bin}: why a policy did what it did. The format is gzipped {@link LogCode}. */
public final class DecisionFile {
  /** Name of the file in the folder of a policy. */
  public static final String FILE_NAME = "decisions.bin";

  private DecisionFile() {}

  /**
   * Writes a log, or nothing.
   *
   * @throws DataException if it can't be written
   */
  public static void write(Path file, DecisionLog log) {
    byte[] bytes = LogCode.write(log);
    AtomicFiles.write(
        file,
        out -> {
          try (OutputStream compressed = AtomicFiles.gzip(out)) {
            compressed.write(bytes);
          }
        });
  }

  /**
   * Reads a log.
   *
   * @throws DataException if there is none or it is broken
   */
  public static DecisionLog read(Path file) {
    if (!Files.exists(file)) {
      throw new DataException(
          Problem.ofFile(
              file,
              "this run recorded no decisions",
              "Maybe simulate again with --explain, into the same folder with --overwrite."));
    }
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return LogCode.read(in.readAllBytes());
    } catch (IOException failure) {
      throw new DataException(InputFiles.explain(file, failure));
    } catch (IllegalStateException broken) {
      throw broken(file, broken);
    }
  }

  /** The exception for a log whose content makes no sense. */
  public static DataException broken(Path file, IllegalStateException why) {
    return new DataException(
        Problem.ofFile(
            file,
            "this is no decision log that can be read: " + why.getMessage(),
            "Maybe it is damaged or of another version: simulate again with --explain."));
  }
}
