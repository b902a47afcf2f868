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
 * @param speeds what CPUs and memory do to the speed; null: nothing
 */
public record JobWork(
    IntToLongFunction seconds, IntToLongFunction limitSeconds, SupplySpeeds speeds) {
  /** Jobs that take what they take and are never killed. */
  public JobWork(IntToLongFunction seconds) {
    this(seconds, null, null);
  }

  /** Jobs that are as fast as on GPUs of their own. */
  public JobWork(IntToLongFunction seconds, IntToLongFunction limitSeconds) {
    this(seconds, limitSeconds, null);
  }

  /** The same, but the speed of a job depends on its CPUs and memory. */
  public JobWork withSpeeds(SupplySpeeds other) {
    return new JobWork(seconds, limitSeconds, other);
  }

  /** Jobs that have their whole duration before them and are never killed. */
  public static JobWork whole(Trace trace, PartitionJobs jobs) {
    return new JobWork(job -> trace.durationSeconds(jobs.row(job)));
  }
}
