package org.limpid.files;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * A name beside a target for what is not finished yet. Whatever is there is deleted when this is
 * closed and also when the JVM is told to stop, e.g. by Ctrl-C.
 */
final class TemporaryPath implements AutoCloseable {
  private static final int ATTEMPTS_AT_SHUTDOWN = 5;

  private final Path path;
  private final Thread atShutdown = new Thread(this::deleteAtShutdown);

  /** Takes a name in the folder of the target, so that a move stays on one file system. */
  TemporaryPath(Path target) throws IOException {
    path = beside(target, "partial");
    Runtime.getRuntime().addShutdownHook(atShutdown);
  }

  /** A hidden, unused name in the folder of the target, which is made if there is none. */
  static Path beside(Path target, String extension) throws IOException {
    Path absolute = target.toAbsolutePath().normalize();
    Path parent = absolute.getParent();
    if (parent == null) {
      throw new IOException("the root of a file system cannot be replaced");
    }
    Files.createDirectories(parent);
    String unique = ProcessHandle.current().pid() + "-" + Long.toHexString(System.nanoTime());
    return parent.resolve("." + absolute.getFileName() + "." + unique + "." + extension);
  }

  Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    try {
      deleteTree(path);
    } finally {
      removeHook();
    }
  }

  private void removeHook() {
    try {
      Runtime.getRuntime().removeShutdownHook(atShutdown);
    } catch (IllegalStateException _) {
      // The JVM is stopping: the hook runs anyway and finds nothing to delete.
    }
  }

  /** Another thread may still be writing into the folder, hence more than one attempt. */
  private void deleteAtShutdown() {
    for (int i = 0; i < ATTEMPTS_AT_SHUTDOWN && Files.exists(path); i++) {
      try {
        deleteTree(path);
      } catch (IOException _) {
        Thread.onSpinWait();
      }
    }
  }

  /** Deletes a file or a folder with all that is in it; nothing if there is none. */
  static void deleteTree(Path root) throws IOException {
    if (!Files.isDirectory(root)) {
      Files.deleteIfExists(root);
      return;
    }
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, IOException failure)
              throws IOException {
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
