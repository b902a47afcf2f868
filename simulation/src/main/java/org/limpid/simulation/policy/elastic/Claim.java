package org.limpid.simulation.policy.elastic;

import org.limpid.simulation.policy.scaling.JobSpeeds;

/**
 * What a job wants in some second.
 *
 * @param job its number
 * @param speeds on how many GPUs it can run, and how fast
 * @param work what it has to do still, in seconds on the GPUs that it asks for; more than 0
 * @param held GPUs that it has; 0: it waits
 * @param deadline when it has to be done; {@link org.limpid.simulation.loop.Partition#NEVER} if it
 *     is best effort
 */
public record Claim(int job, JobSpeeds speeds, double work, int held, long deadline) {
  /** The same job with another deadline. */
  Claim due(long other) {
    return new Claim(job, speeds, work, held, other);
  }
}
