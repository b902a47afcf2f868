package org.limpid.data.io;

import java.io.IOException;
import java.nio.file.Path;

/** Where symbolic links lead. */
final class LinkedPath {
  private LinkedPath() {}

  /** The path without links; as it is where there is no such file, which its reader tells. */
  static Path of(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException _) {
      Path parent = path.getParent();
      return parent == null ? path : of(parent).resolve(path.getFileName());
    }
  }
}
