package org.limpid.simulation.event;

import java.util.Iterator;

/**
 * All events of one virtual cluster, in the order in which they happened.
 *
 * <p>The arrays are kept, not copied: they must not change.
 *
 * @param virtualCluster its name
 * @param nodeCount nodes at the start of the run
 * @param gpusPerNode GPUs of each
 * @param placer label of the placement rule
 * @param rows per job, in the order of arrival, its row in the trace
 * @param gpuCounts per job the GPUs that it asks for
 * @param count number of events
 * @param bytes the events, as {@link EventCode} writes them
 */
public record PartitionLog(
    String virtualCluster,
    int nodeCount,
    int gpusPerNode,
    String placer,
    int[] rows,
    int[] gpuCounts,
    int count,
    byte[] bytes)
    implements Iterable<Event> {
  public PartitionLog {
    if (rows.length != gpuCounts.length) {
      throw new IllegalArgumentException(rows.length + " rows, " + gpuCounts.length + " counts");
    }
  }

  /** Number of jobs. */
  public int jobCount() {
    return rows.length;
  }

  /** The events from the first to the last. */
  @Override
  public Iterator<Event> iterator() {
    return EventCode.read(this);
  }
}
