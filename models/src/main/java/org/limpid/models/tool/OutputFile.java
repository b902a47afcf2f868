package org.limpid.models.tool;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.limpid.files.AtomicFiles;
import org.limpid.files.DataException;
import org.limpid.files.IoConsumer;
import org.limpid.files.Problem;

/**
 * A file that a command makes.
 *
 * @param path where
 * @param overwrite whether it may replace a file that is there
 */
public record OutputFile(Path path, boolean overwrite) {

  /**
   * Finds out, before work is spent on the content, whether the file may be written.
   *
   * @param inputs files that must survive
   * @throws DataException if it may not
   */
  public void check(Path... inputs) {
    for (Path input : inputs) {
      require(!isSame(input), "is read by this command", "Maybe choose another name.");
    }
    require(!Files.isDirectory(path), "expected a file, found a folder", "Maybe add a name to it.");
    require(
        !Files.exists(path) || Files.isRegularFile(path),
        "expected a file, found a device or something like it",
        "Maybe choose another name.");
    require(
        Files.exists(path) || !Files.isSymbolicLink(path),
        "expected no link that leads nowhere",
        "Maybe delete the link, or choose another name.");
    require(
        overwrite || !Files.exists(path),
        "there is such a file already",
        "Maybe choose another name, or add --overwrite.");
    Path folder = existingFolder();
    require(
        Files.isDirectory(folder) && Files.isWritable(folder),
        "cannot be written, as %s is no folder that may be written to".formatted(folder),
        "Maybe choose another folder.");
    probe();
  }

  /** Asks the system about the path, which it refuses if a name in it is too long. */
  private void probe() {
    try {
      Files.readAttributes(path, BasicFileAttributes.class);
    } catch (NoSuchFileException _) {
      // It is to be made.
    } catch (IOException e) {
      throw AtomicFiles.cannotWrite(path, e);
    }
  }

  private boolean isSame(Path input) {
    try {
      return Files.exists(path) && Files.exists(input) && Files.isSameFile(path, input);
    } catch (IOException _) {
      return false;
    }
  }

  private Path existingFolder() {
    Path folder = path.toAbsolutePath().normalize().getParent();
    while (folder != null && folder.getParent() != null && !Files.exists(folder)) {
      folder = folder.getParent();
    }
    return folder == null ? path : folder;
  }

  private void require(boolean condition, String message, String hint) {
    if (!condition) {
      throw new DataException(Problem.ofFile(path, message, hint));
    }
  }

  /** Writes the file, in full or not at all. */
  public void write(IoConsumer<OutputStream> content) {
    AtomicFiles.write(path, overwrite, content);
  }
}
