package org.limpid.files;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A hidden folder beside a target for what is not finished yet. Its name tells which process made
 * it. It holds, each under the name of the target:
 *
 * <ul>
 *   <li>{@code new/}: what is to come,
 *   <li>{@code old/}: what was at the target, from when it makes way until the new one is there.
 *       Whoever finds it there while nothing is at the target puts it back.
 * </ul>
 *
 * <p>All of it is deleted when this is closed and also when the JVM is told to stop, e.g. by
 * Ctrl-C. What a process leaves that is killed, {@link Leftovers} deals with.
 */
final class WorkFolder implements AutoCloseable {
  /** How the names of all work folders begin. */
  static final String PREFIX = ".limpid-";

  /** Where what was at the target is meanwhile. */
  static final String OLD = "old";

  private static final String NEW = "new";

  /** An old folder that is about to be deleted; part of it may be gone, so nobody puts it back. */
  private static final String DROPPED = "dropped";

  private static final int ATTEMPTS_AT_SHUTDOWN = 5;
  private static final AtomicLong COUNT = new AtomicLong();

  private final Path target;
  private final Path folder;
  private final Thread atShutdown = new Thread(this::closeAtShutdown);
  private boolean stopped;

  /** Something that may fail with an {@link IOException}. */
  @FunctionalInterface
  interface Steps {
    void run() throws IOException;
  }

  /** Makes one in the nearest folder above the target that is there, after those of the dead. */
  WorkFolder(Path target) throws IOException {
    this.target = target.toAbsolutePath().normalize();
    Path parent = existingParent(this.target);
    Leftovers.settleBeside(this.target);
    folder = parent.resolve(PREFIX + Owner.current() + "-" + COUNT.incrementAndGet());
    Runtime.getRuntime().addShutdownHook(atShutdown);
    try {
      make();
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  /** In one go: what is made after the JVM was told to stop would stay there. */
  private synchronized void make() throws IOException {
    requireRunning();
    Files.createDirectory(folder);
    Files.createDirectories(fresh().getParent());
  }

  private void requireRunning() throws IOException {
    if (stopped) {
      throw new IOException("the program is being stopped");
    }
  }

  /** The process that a folder belongs to; empty if it is no work folder. */
  static Optional<Owner> owner(Path folder) {
    String name = folder.getFileName().toString();
    int end = name.lastIndexOf('-');
    return name.startsWith(PREFIX) && end > PREFIX.length()
        ? Owner.parse(name.substring(PREFIX.length(), end))
        : Optional.empty();
  }

  private static Path existingParent(Path target) throws IOException {
    Path parent = target.getParent();
    if (parent == null) {
      throw new IOException("the root of a file system cannot be replaced");
    }
    Path nearest = nearest(parent);
    if (!Files.isDirectory(nearest)) {
      throw new FileAlreadyExistsException(nearest.toString());
    }
    return nearest;
  }

  /** The folder itself, or the nearest above it that is there. */
  static Path nearest(Path folder) {
    Path nearest = folder;
    while (nearest.getParent() != null && !Disk.exists(nearest)) {
      nearest = nearest.getParent();
    }
    return nearest;
  }

  /** Whether a path is of something unfinished, which appears with the folder around it. */
  static boolean isInside(Path path) {
    return indexOfWork(path.toAbsolutePath()) >= 0;
  }

  private static int indexOfWork(Path path) {
    for (int i = 0; i < path.getNameCount(); i++) {
      if (owner(path.getName(i)).isPresent()) {
        return i;
      }
    }
    return -1;
  }

  /** How a path will be called once what it is of is finished; for messages. */
  static Path finalName(Path path) {
    int work = indexOfWork(path);
    if (work < 0) {
      return path;
    }
    Path above = path.subpath(0, work);
    Path parent = path.isAbsolute() ? path.getRoot().resolve(above) : above;
    int first = work + 2;
    return first >= path.getNameCount()
        ? parent
        : finalName(parent.resolve(path.subpath(first, path.getNameCount())));
  }

  /** Where to make what is to come; the folder around it is there. */
  Path fresh() {
    return folder.resolve(NEW).resolve(folder.getParent().relativize(target));
  }

  /**
   * Does the last steps, which a JVM that is told to stop waits for.
   *
   * @throws IOException if it has been told so already
   */
  synchronized void finish(Steps steps) throws IOException {
    requireRunning();
    Path firstMissing = firstMissing();
    try {
      Files.createDirectories(target.getParent());
      steps.run();
    } catch (IOException | RuntimeException e) {
      deleteEmpty(firstMissing);
      throw e;
    }
    Disk.forceFolder(target.getParent());
  }

  /** The topmost folder above the target that is not there; the target itself if all are. */
  private Path firstMissing() {
    Path missing = target;
    while (!Disk.exists(missing.getParent())) {
      missing = missing.getParent();
    }
    return missing;
  }

  private void deleteEmpty(Path first) {
    try {
      for (Path each = target.getParent(); each.startsWith(first); each = each.getParent()) {
        Files.deleteIfExists(each);
      }
    } catch (IOException _) {
      // Another process uses the folder by now.
    }
  }

  /** Moves what is at the target out of the way. */
  Path setAside() throws IOException {
    Path old = folder.resolve(OLD).resolve(target.getFileName());
    Files.createDirectories(old.getParent());
    Files.move(target, old, StandardCopyOption.ATOMIC_MOVE);
    return old;
  }

  /** Moves what is to come to the target, which must be free or an empty folder. */
  void moveIn() throws IOException {
    Files.move(fresh(), target, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Forgets what was set aside. */
  void dropOld() throws IOException {
    dropOld(folder);
  }

  private static void dropOld(Path folder) throws IOException {
    if (Disk.exists(folder.resolve(OLD))) {
      Disk.deleteTree(folder.resolve(DROPPED));
      Files.move(folder.resolve(OLD), folder.resolve(DROPPED), StandardCopyOption.ATOMIC_MOVE);
      Disk.deleteTree(folder.resolve(DROPPED));
    }
  }

  private static void putBack(Path folder) throws IOException {
    Path olds = folder.resolve(OLD);
    if (Files.isDirectory(olds, LinkOption.NOFOLLOW_LINKS)) {
      try (var content = Files.newDirectoryStream(olds)) {
        for (Path old : content) {
          putBack(old, folder.resolveSibling(old.getFileName()));
        }
      }
    }
  }

  /** Puts back one thing; nothing if there is something at its place. */
  static void putBack(Path old, Path place) throws IOException {
    if (Disk.exists(place)) {
      return;
    }
    try {
      Files.move(old, place, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      // Another process may have been first, in moving this or in writing what replaces it.
      if (!Disk.exists(place)) {
        throw e;
      }
    }
  }

  /** Puts back what a work folder holds of a target that is missing, and deletes the rest. */
  static void settle(Path folder) throws IOException {
    try {
      putBack(folder);
      dropOld(folder);
      Disk.deleteTree(folder);
    } catch (NoSuchFileException _) {
      // Another process settles the same.
    }
  }

  @Override
  public void close() throws IOException {
    try {
      settle(folder);
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
  private synchronized void closeAtShutdown() {
    stopped = true;
    for (int i = 0; i < ATTEMPTS_AT_SHUTDOWN && Files.exists(folder); i++) {
      try {
        settle(folder);
      } catch (IOException _) {
        Thread.onSpinWait();
      }
    }
  }
}
