package org.limpid.reference.mirage;

/**
 * What became of a chain of two jobs. Times are seconds on the clock of the log.
 *
 * @param submitSecond submission of the successor
 * @param predecessorStart start of the predecessor, which runs for {@link ChainWindow#RUN_SECONDS}
 * @param successorStart start of the successor
 */
public record ChainOutcome(long submitSecond, long predecessorStart, long successorStart) {
  /**
   * Seconds from the end of the predecessor to the start of the successor: below 0 they overlap.
   */
  public long interruptionSeconds() {
    return successorStart - (predecessorStart + ChainWindow.RUN_SECONDS);
  }
}
