package org.limpid.simulation.loop;

import org.limpid.simulation.job.PartitionJobs;

/**
 * Decides in one partition which jobs start, share GPUs or give way. One instance serves one
 * partition and sees its jobs as numbers of {@link PartitionJobs}.
 *
 * <p>Within a second the engine first ends jobs, then accepts arrivals, then calls {@link
 * #schedule}; it does so in seconds in which something arrives or ends and in those asked for by
 * {@link #wakeUp}.
 */
public interface Scheduler {
  /** A job has entered the partition; it is neither placed nor in any queue yet. */
  void arrived(int job);

  /** A job has ended; its GPUs are free already. */
  void ended(int job);

  /** Acts on the partition in its current second. */
  void schedule();

  /**
   * The next second after the current one in which {@link #schedule} has to be called even though
   * nothing arrives or ends; {@link Partition#NEVER} if there is none. Asked once before the first
   * call of {@link #schedule} and after each.
   */
  default long wakeUp() {
    return Partition.NEVER;
  }
}
