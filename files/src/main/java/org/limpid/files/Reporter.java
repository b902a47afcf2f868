package org.limpid.files;

/**
 * Told how far a long task is, and what is to be known of what it reads. Methods may be called by
 * several threads.
 */
public interface Reporter {
  /** A reporter that tells nobody. */
  Reporter SILENT = new Reporter() {};

  /**
   * A phase begins.
   *
   * @param phase what is done, e.g. {@code Simulating}
   * @param total units of work, at least 1
   */
  default void begin(String phase, long total) {}

  /** So many more units of work are done. */
  default void advance(long amount) {}

  /** The phase is over: all of it is done. */
  default void end() {}

  /** Something that is good to know before the task goes on, a sentence. */
  default void notice(String text) {}
}
