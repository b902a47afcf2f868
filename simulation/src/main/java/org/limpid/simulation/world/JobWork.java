package org.limpid.simulation.world;

import java.util.function.IntToLongFunction;
import org.limpid.data.Trace;
import org.limpid.simulation.job.PartitionJobs;

/**
 * The truth about the jobs of one partition, from which the world is made.
 *
 * @param seconds per job its run time on GPUs of its own, seconds, at least 1
 * @param limitSeconds per job how long it may run before it is killed, seconds; {@link
 *     Long#MAX_VALUE}: as long as it takes. Null: nobody is killed
 */
public record JobWork(IntToLongFunction seconds, IntToLongFunction limitSeconds) {
  /** Jobs that take what they take and are never killed. */
  public JobWork(IntToLongFunction seconds) {
    this(seconds, null);
  }

  /** Jobs that have their whole duration before them and are never killed. */
  public static JobWork whole(Trace trace, PartitionJobs jobs) {
    return new JobWork(job -> trace.durationSeconds(jobs.row(job)));
  }
}
