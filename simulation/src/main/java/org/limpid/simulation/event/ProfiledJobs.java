package org.limpid.simulation.event;

/**
 * What became of every job in the profiling stage; one entry per row of the trace. The arrays are
 * kept, not copied: they must not change.
 *
 * @param profiled whether the job was profiled
 * @param finished whether it ended in the profiler
 * @param startSeconds second in which profiling began, -1 if not profiled
 * @param endSeconds second in which the job left the profiler, -1 if not profiled
 * @param queueSeconds wait for profiling; 0 if not profiled
 */
public record ProfiledJobs(
    boolean[] profiled,
    boolean[] finished,
    long[] startSeconds,
    long[] endSeconds,
    long[] queueSeconds) {
  /** Number of jobs of the trace. */
  public int size() {
    return profiled.length;
  }
}
