package org.limpid.reference.synergy;

import java.util.List;

/** Gives the jobs of a round what they run with, and counts what they do in it. */
interface RoundAllocator {
  /**
   * Allocates one round; all servers are free before.
   *
   * @param seconds when it begins
   * @param jobs in the order of the policy
   * @return the jobs that run, in the order in which they were served
   */
  List<JobState> allocate(double seconds, List<JobState> jobs);
}
