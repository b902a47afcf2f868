package org.limpid.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Symbolic links at the place of what is to be written: they stay, and where they lead is written.
 */
final class Links {
  private Links() {}

  /**
   * Where a path leads.
   *
   * @throws DataException if it is a link to nothing
   */
  static Path followed(Path target) {
    if (!Files.isSymbolicLink(target)) {
      return target;
    }
    Leftovers.recover(target);
    try {
      return target.toRealPath();
    } catch (IOException e) {
      DataException exception =
          new DataException(
              Problem.ofFile(
                  target,
                  "expected no symbolic link that leads nowhere",
                  "Maybe make what it names, or delete the link."));
      exception.initCause(e);
      throw exception;
    }
  }
}
