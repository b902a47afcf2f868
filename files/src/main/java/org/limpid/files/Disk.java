package org.limpid.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;

/**
 * What happens to whole trees of files. Symbolic links are not followed but by {@link #followed}.
 */
final class Disk {
  private Disk() {}

  static boolean exists(Path path) {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }

  /**
   * Where a path leads; where a symbolic link is, what it names is written, and it stays.
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

  /**
   * Waits until a file, or a folder with all that is in it, would survive a loss of power. A disk
   * takes several files at a time better than one after the other.
   */
  static void force(Path root) throws IOException {
    List<Path> all;
    try (Stream<Path> paths = Files.walk(root)) {
      all = paths.toList();
      all.parallelStream().filter(Files::isRegularFile).forEach(Disk::forceUnchecked);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    all.stream().filter(Files::isDirectory).forEach(Disk::forceFolder);
  }

  private static void forceUnchecked(Path file) {
    try {
      forceFile(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void forceFile(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /** Waits until the names in a folder would survive, on systems that can wait for that. */
  static void forceFolder(Path folder) {
    try {
      forceFile(folder);
    } catch (IOException _) {
      // The content of the files is safe all the same.
    }
  }

  /** Deletes a file or a folder with all that is in it; nothing if there is none. */
  static void deleteTree(Path root) throws IOException {
    if (!exists(root)) {
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

          /** Another process may be deleting the same. */
          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure)
              throws IOException {
            if (failure instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw failure;
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
