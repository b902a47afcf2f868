package org.limpid.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects the problems of one reading. Keeps the first {@value #KEPT} and counts the rest, so that
 * a hopeless file of ten million rows does not fill the memory. Not safe for several threads.
 */
public final class Problems {
  private static final int KEPT = 1000;

  private final List<Problem> kept = new ArrayList<>();
  private long count;

  public void add(Problem problem) {
    count++;
    if (kept.size() < KEPT) {
      kept.add(problem);
    }
  }

  /** Notes a problem of a file as a whole. */
  public void add(Path file, String message, String hint) {
    add(Problem.ofFile(file, message, hint));
  }

  /** Notes all problems of a failed reading. */
  public void addAll(DataException failure) {
    failure.problems().forEach(this::add);
    count += failure.count() - failure.problems().size();
  }

  /** How many problems were noted. */
  public long count() {
    return count;
  }

  /** Whether nothing is wrong so far. */
  public boolean isEmpty() {
    return count == 0;
  }

  /** The problems kept, in the order they were noted. */
  public List<Problem> list() {
    return List.copyOf(kept);
  }

  /**
   * Ends a reading.
   *
   * @throws DataException with all problems, if there is any
   */
  public void throwIfAny() {
    if (!isEmpty()) {
      throw new DataException(kept, count);
    }
  }
}
