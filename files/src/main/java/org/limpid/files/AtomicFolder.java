package org.limpid.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/**
 * A folder that appears in full or not at all. Fill {@link #path()}, then {@link #commit()}; closed
 * without that, or when the JVM is stopped, all of it is deleted. Not safe for several threads.
 */
public final class AtomicFolder implements AutoCloseable {
  private final Path target;
  private final TemporaryPath temporary;

  private AtomicFolder(Path target) {
    this.target = target;
    try {
      temporary = new TemporaryPath(target);
      Files.createDirectory(temporary.path());
    } catch (IOException e) {
      throw AtomicFiles.cannotWrite(target, e);
    }
  }

  /**
   * Begins a folder that may exist only if it is empty.
   *
   * @throws DataException if there is something in it, or it cannot be written
   */
  public static AtomicFolder create(Path target) {
    Path place = withoutLink(target);
    if (isOccupied(place)) {
      throw new DataException(
          Problem.ofFile(
              target,
              "expected no file and no folder with content here",
              "Maybe choose another name, or ask to overwrite it."));
    }
    return new AtomicFolder(place);
  }

  /**
   * Begins a folder that may replace an older one of its kind, as a whole.
   *
   * @param marker name of a file in every folder of this kind, e.g. {@code dataset.json}: a folder
   *     without it is someone's other work and stays
   * @throws DataException if there is such other content, or it cannot be written
   */
  public static AtomicFolder createOrReplace(Path target, String marker) {
    Path place = withoutLink(target);
    if (isOccupied(place) && !Files.isRegularFile(place.resolve(marker))) {
      throw new DataException(
          Problem.ofFile(
              target,
              "will not be overwritten, as it holds no %s and so was not made by Limpid"
                  .formatted(marker),
              "Maybe choose another name."));
    }
    return new AtomicFolder(place);
  }

  /**
   * Deletes an older folder of a kind, as a whole; whatever else is there stays.
   *
   * @param marker as in {@link #createOrReplace}
   * @throws DataException if it cannot be deleted
   */
  public static void delete(Path target, String marker) {
    Path place = withoutLink(target);
    if (!Files.isRegularFile(place.resolve(marker))) {
      return;
    }
    try (AtomicFolder empty = new AtomicFolder(place)) {
      empty.commit();
      Files.delete(place);
    } catch (IOException e) {
      throw AtomicFiles.cannotWrite(target, e);
    }
  }

  /** A symbolic link stays: the folder appears where it leads. */
  private static Path withoutLink(Path target) {
    if (!Files.isSymbolicLink(target)) {
      return target;
    }
    try {
      return target.toRealPath();
    } catch (IOException e) {
      DataException exception =
          new DataException(
              Problem.ofFile(
                  target,
                  "expected no symbolic link that leads nowhere",
                  "Maybe make the folder it names, or delete the link."));
      exception.initCause(e);
      throw exception;
    }
  }

  private static boolean isOccupied(Path target) {
    if (!Files.isDirectory(target)) {
      return Files.exists(target);
    }
    try (Stream<Path> content = Files.list(target)) {
      return content.findAny().isPresent();
    } catch (IOException e) {
      throw AtomicFiles.cannotWrite(target, e);
    }
  }

  /** The folder to fill. */
  public Path path() {
    return temporary.path();
  }

  /**
   * Moves the folder to its target.
   *
   * @throws DataException if that fails; what was at the target is there again then
   */
  public void commit() {
    try {
      Path old = TemporaryPath.beside(target, "old");
      boolean replacing = Files.exists(target);
      if (replacing) {
        Files.move(target, old, StandardCopyOption.ATOMIC_MOVE);
      }
      moveOrRestore(replacing ? old : null);
      TemporaryPath.deleteTree(old);
    } catch (IOException e) {
      throw AtomicFiles.cannotWrite(target, e);
    }
  }

  private void moveOrRestore(Path old) throws IOException {
    try {
      Files.move(temporary.path(), target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      if (old != null) {
        Files.move(old, target, StandardCopyOption.ATOMIC_MOVE);
      }
      throw e;
    }
  }

  /** Deletes what was not committed. */
  @Override
  public void close() {
    try {
      temporary.close();
    } catch (IOException e) {
      throw AtomicFiles.cannotWrite(temporary.path(), e);
    }
  }
}
