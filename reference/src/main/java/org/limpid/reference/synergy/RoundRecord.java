package org.limpid.reference.synergy;

import java.util.List;

/**
 * What was allocated in a round.
 *
 * @param seconds when it began
 * @param jobs the jobs that run, in the order in which they were served
 */
public record RoundRecord(double seconds, List<Served> jobs) {
  /**
   * What a job was given.
   *
   * @param demand what it wanted at best
   * @param given all that it was given
   * @param shares the same by server; empty for the optimum, which places nothing
   * @param speedup how many times as fast as with its fair share
   * @param executed iterations done at the end of the round
   */
  public record Served(
      SynergyJob job,
      Resources demand,
      Resources given,
      List<Share> shares,
      double speedup,
      long executed) {}
}
