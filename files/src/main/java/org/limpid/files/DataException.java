package org.limpid.files;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Input that cannot be used. The message names every problem in a line of its own, the first
 * {@value #SHOWN} in full.
 */
public final class DataException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 20;

  private final transient List<Problem> problems;
  private final long count;

  public DataException(Problem problem) {
    this(List.of(problem), 1);
  }

  /**
   * Several problems.
   *
   * @param problems at least one, in the order of their files and lines
   */
  public DataException(List<Problem> problems) {
    this(problems, problems.size());
  }

  DataException(List<Problem> problems, long count) {
    super(describe(problems, count));
    this.problems = List.copyOf(problems);
    this.count = count;
  }

  /** The problems; when a file has very many, the first of them. */
  public List<Problem> problems() {
    return problems;
  }

  /** How many problems there are, at least the size of {@link #problems()}. */
  public long count() {
    return count;
  }

  private static String describe(List<Problem> problems, long count) {
    String lines =
        problems.stream().limit(SHOWN).map(Problem::toString).collect(Collectors.joining("\n"));
    long hidden = count - Math.min(SHOWN, problems.size());
    return hidden == 0 ? lines : lines + "\n... and %,d more problems".formatted(hidden);
  }
}
