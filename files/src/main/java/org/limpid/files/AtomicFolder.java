package org.limpid.files;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A folder that appears in full or not at all. Fill {@link #path()}, then {@link #commit()}; closed
 * without that, or when the JVM is stopped, all of it is deleted. Not safe for several threads.
 *
 * <p>It gets a mark, by which Limpid knows it again: it may be replaced, as a whole, by a folder of
 * the same kind. A folder without the mark, or with something in it that Limpid did not write, is
 * someone's work and stays. A folder within another that is not finished has no mark of its own.
 */
public final class AtomicFolder implements AutoCloseable {
  /** Name of the mark, a file within every folder. */
  public static final String MARK = Mark.FILE_NAME;

  private static final int MOST_NAMED = 3;

  /** Others may write to the same place again and again, but hardly so often. */
  private static final int ATTEMPTS = 10;

  private final Path target;
  private final String kind;
  private final boolean overwrite;
  private final WorkFolder work;

  private AtomicFolder(Path target, String kind, boolean overwrite) {
    this.target = target;
    this.kind = kind;
    this.overwrite = overwrite;
    try {
      requireOneDisk(target);
      work = new WorkFolder(target);
    } catch (IOException e) {
      throw AtomicFiles.cannotWrite(target, e);
    }
    createPath();
  }

  private void createPath() {
    try {
      Files.createDirectory(path());
    } catch (IOException e) {
      close();
      throw AtomicFiles.cannotWrite(target, e);
    }
  }

  /** Where a disk is mounted, such as a volume of a container, no folder can be moved to. */
  private static void requireOneDisk(Path target) throws IOException {
    Path parent = target.toAbsolutePath().normalize().getParent();
    try {
      if (parent != null
          && Files.isDirectory(target)
          && !Files.getFileStore(target).equals(Files.getFileStore(parent))) {
        throw new AtomicMoveNotSupportedException(target.toString(), null, null);
      }
    } catch (NoSuchFileException _) {
      // Another command has just moved it away; what it puts there is on the disk of the parent.
    }
  }

  /**
   * Begins a folder.
   *
   * @param kind what it will hold, e.g. {@code data set}
   * @param overwrite whether it may replace an older folder of its kind
   * @throws DataException if there is content that it may not replace, or it cannot be written
   */
  public static AtomicFolder begin(Path target, String kind, boolean overwrite) {
    check(target, kind, overwrite)
        .ifPresent(problem -> {
          throw new DataException(problem);
        });
    return new AtomicFolder(Disk.followed(target), kind, overwrite);
  }

  /**
   * What is in the way of such a folder; empty if nothing is.
   *
   * @throws DataException if that can't be found out
   */
  public static Optional<Problem> check(Path target, String kind, boolean overwrite) {
    Path place = Disk.followed(target);
    Optional<Problem> found = settledObstacle(place, kind, overwrite);
    // Another command may just have been replacing the folder.
    for (int look = 2; overwrite && found.isPresent() && look <= ATTEMPTS; look++) {
      found = settledObstacle(place, kind, true);
    }
    return found;
  }

  private static Optional<Problem> settledObstacle(Path place, String kind, boolean overwrite) {
    Leftovers.recover(place);
    Leftovers.settleBeside(place);
    return obstacle(place, kind, overwrite);
  }

  private static Optional<Problem> obstacle(Path place, String kind, boolean overwrite) {
    try {
      if (!isOccupied(place)) {
        return Optional.empty();
      }
      Optional<Mark> mark = Mark.of(place);
      boolean replaceable = mark.filter(found -> found.kind().equals(kind)).isPresent();
      return overwrite
          ? irreplaceable(place, kind, mark)
          : Optional.of(
              Problem.ofFile(
                  place,
                  "expected no file and no folder with content here",
                  "Maybe choose another name"
                      + (replaceable ? ", or add --overwrite to replace it." : ".")));
    } catch (NoSuchFileException _) {
      // Another command has just moved it away.
      return Optional.empty();
    } catch (IOException e) {
      throw AtomicFiles.cannotWrite(place, e);
    }
  }

  private static boolean isOccupied(Path place) throws IOException {
    if (!Files.isDirectory(place)) {
      return Disk.exists(place);
    }
    Leftovers.settle(place);
    try (Stream<Path> content = Files.list(place)) {
      return content.findAny().isPresent();
    } catch (NoSuchFileException _) {
      // Another command has just moved it away.
      return false;
    }
  }

  private static Optional<Problem> irreplaceable(Path place, String kind, Optional<Mark> mark)
      throws IOException {
    if (!Disk.exists(place)) {
      return Optional.empty();
    }
    if (!Files.isDirectory(place)) {
      return refusal(place, "it is no folder", "Maybe choose another name.");
    }
    if (mark.isEmpty()) {
      return refusal(
          place,
          "it holds no file %s, by which Limpid knows what it wrote".formatted(MARK),
          "Maybe choose another name; or delete it yourself, if an older Limpid wrote it.");
    }
    String found = mark.get().kind();
    if (!found.equals(kind)) {
      return refusal(
          place,
          "Limpid wrote something else there: it is a folder of the kind '%s', not '%s'"
              .formatted(found, kind),
          "Maybe choose another name.");
    }
    List<Path> strangers = mark.get().strangers(place);
    return strangers.isEmpty()
        ? Optional.empty()
        : refusal(
            place,
            "it holds %s, which Limpid did not write there".formatted(names(place, strangers)),
            "Maybe move that elsewhere, or choose another name.");
  }

  private static Optional<Problem> refusal(Path place, String reason, String hint) {
    return Optional.of(
        Problem.ofFile(WorkFolder.finalName(place), "will not be overwritten, as " + reason, hint));
  }

  private static String names(Path place, List<Path> strangers) {
    String first =
        strangers.stream()
            .limit(MOST_NAMED)
            .map(each -> place.relativize(each).toString())
            .collect(Collectors.joining(", "));
    int more = strangers.size() - MOST_NAMED;
    return more > 0 ? "%s and %,d more".formatted(first, more) : first;
  }

  /**
   * Deletes an older folder of a kind, as a whole; nothing if there is none.
   *
   * @throws DataException if there is something else, or it cannot be deleted
   */
  public static void delete(Path target, String kind) {
    Path place = Disk.followed(target);
    if (!Disk.exists(place)) {
      return;
    }
    try (AtomicFolder empty = begin(place, kind, true)) {
      empty.work.finish(() -> {
        empty.setAside();
        empty.work.dropOld();
      });
    } catch (IOException e) {
      throw AtomicFiles.cannotWrite(target, e);
    }
  }

  /** The folder to fill. */
  public Path path() {
    return work.fresh();
  }

  /**
   * Marks the folder and moves it to its target, where no one sees half of it, even if the power
   * fails.
   *
   * @throws DataException if that fails, or something has appeared at the target that may not be
   *     replaced; what was there is there again then
   */
  public void commit() {
    try {
      if (!WorkFolder.isInside(target)) {
        Mark.write(path(), kind);
        Disk.force(path());
      }
      work.finish(this::moveIn);
      work.dropOld();
    } catch (IOException e) {
      throw AtomicFiles.cannotWrite(target, e);
    }
  }

  /** Another command may write to the same place between any two steps; then all are taken anew. */
  private void moveIn() throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        makeWay();
        work.moveIn();
        return;
      } catch (IOException | DataException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  /** An empty folder need not make way. */
  private void makeWay() throws IOException {
    if (!isOccupied(target)) {
      return;
    }
    requireReplaceable(target);
    work.dropOld();
    setAside();
  }

  /** Looks again when nobody else finds it any more. */
  private void setAside() throws IOException {
    Path old = work.setAside();
    try {
      requireReplaceable(old);
    } catch (DataException e) {
      WorkFolder.putBack(old, target);
      throw e;
    }
  }

  private void requireReplaceable(Path place) throws IOException {
    if (!overwrite) {
      throw AtomicFiles.appeared(target);
    }
    Optional<Problem> problem = irreplaceable(place, kind, Mark.of(place));
    if (problem.isPresent()) {
      throw new DataException(problem.get());
    }
  }

  /** Deletes what was not committed. */
  @Override
  public void close() {
    try {
      work.close();
    } catch (IOException e) {
      throw AtomicFiles.cannotWrite(target, e);
    }
  }
}
