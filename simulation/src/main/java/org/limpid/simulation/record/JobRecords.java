package org.limpid.simulation.record;

import java.util.List;
import org.limpid.simulation.cluster.Allocation;

/**
 * What became of every job under one policy; arrays have one entry per row of the trace.
 *
 * <p>The arrays are shared, not copied: treat them as read-only.
 *
 * @param startSeconds second of the first start
 * @param endSeconds second of the end
 * @param queueSeconds time waited before all starts, waits for profiling included
 * @param preemptions how often the job was taken off its GPUs
 * @param allocations GPUs of the last placement, with node numbers
 * @param extra further columns of the policy
 */
public record JobRecords(
    long[] startSeconds,
    long[] endSeconds,
    long[] queueSeconds,
    int[] preemptions,
    Allocation[] allocations,
    List<JobColumn> extra) {
  public JobRecords {
    extra = List.copyOf(extra);
  }

  /** Number of jobs. */
  public int size() {
    return startSeconds.length;
  }
}
