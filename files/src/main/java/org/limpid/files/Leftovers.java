package org.limpid.files;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.limpid.files.Owner.Life;

/** What processes left that were killed, or whose machine lost its power. */
public final class Leftovers {
  private static final int ATTEMPTS = 100;
  private static final long PAUSE_MILLIS = 10;

  private Leftovers() {}

  /**
   * Puts back what a killed process had moved out of the way and not yet replaced, if this path is
   * missing because of that. Whoever reads a file or folder asks for this first. A living process
   * is given a second to replace it.
   */
  public static void recover(Path path) {
    Path missing = topmostMissing(path.toAbsolutePath().normalize());
    if (missing == null) {
      return;
    }
    try {
      for (Path work : workFolders(missing.getParent())) {
        recover(work, missing);
      }
    } catch (IOException _) {
      // Whoever asked says what is missing, as if there had been nothing to put back.
    }
  }

  /** The topmost part of a path that is not there, beyond a link; null if all of it is. */
  private static Path topmostMissing(Path path) {
    Path missing = null;
    Path each = path;
    while (each.getParent() != null && !Files.exists(each)) {
      missing = each;
      each = each.getParent();
    }
    return missing != null && Files.isSymbolicLink(missing) ? target(missing) : missing;
  }

  private static Path target(Path link) {
    try {
      Path target = link.resolveSibling(Files.readSymbolicLink(link)).normalize();
      return Files.isDirectory(target.getParent()) ? target : null;
    } catch (IOException _) {
      return null;
    }
  }

  private static void recover(Path work, Path missing) throws IOException {
    Path old = work.resolve(WorkFolder.OLD).resolve(missing.getFileName());
    boolean alive = life(work) == Life.ALIVE;
    for (int i = 0; alive && i < ATTEMPTS && !Files.exists(missing) && Disk.exists(old); i++) {
      pause();
    }
    if (!alive && Disk.exists(old)) {
      WorkFolder.putBack(old, missing);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static Life life(Path work) {
    return WorkFolder.owner(work).map(Owner::life).orElse(Life.UNKNOWN);
  }

  /** The same for the folder where work on a target would be done. */
  static void settleBeside(Path target) {
    Path parent = target.toAbsolutePath().normalize().getParent();
    if (parent != null && !WorkFolder.isInside(parent)) {
      settle(WorkFolder.nearest(parent));
    }
  }

  /**
   * Puts back what dead processes had moved out of the way in a folder, and deletes all else that
   * they left there. What belongs to a living process stays, also if it can't be known whether it
   * lives; and so does what this process may not delete.
   */
  static void settle(Path folder) {
    try {
      for (Path work : workFolders(folder)) {
        if (life(work) == Life.DEAD) {
          WorkFolder.settle(work);
        }
      }
    } catch (IOException _) {
      // Whoever may delete it does so next time.
    }
  }

  private static List<Path> workFolders(Path folder) throws IOException {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> content =
        Files.newDirectoryStream(folder, WorkFolder.PREFIX + "*")) {
      content.forEach(found::add);
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    found.removeIf(each -> !isWorkFolder(each));
    return found;
  }

  /** A link of that name may lead to anything. */
  private static boolean isWorkFolder(Path path) {
    return WorkFolder.owner(path).isPresent() && Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
  }
}
