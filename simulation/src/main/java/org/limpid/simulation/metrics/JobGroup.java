package org.limpid.simulation.metrics;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.limpid.data.Trace;
import org.limpid.simulation.sink.JobRecords;

/**
 * Completion and queueing of some jobs under one policy.
 *
 * @param name what the jobs have in common
 * @param jobs how many there are
 * @param jct job completion time of those that were not turned away: end - submission
 * @param queue their queueing delay, waits for profiling included
 */
public record JobGroup(String name, int jobs, Distribution jct, Distribution queue) {
  /**
   * Sums up the jobs that a condition selects.
   *
   * @param name what they have in common
   * @param trace all jobs
   * @param records what became of them
   * @param rows selects rows of the trace
   */
  public static JobGroup of(String name, Trace trace, JobRecords records, IntPredicate rows) {
    return of(name, trace, records, IntStream.range(0, trace.size()).filter(rows).toArray());
  }

  /**
   * Sums up jobs.
   *
   * @param name what they have in common
   * @param trace all jobs
   * @param records what became of them
   * @param selected rows of the trace
   */
  static JobGroup of(String name, Trace trace, JobRecords records, int[] selected) {
    int[] served = Arrays.stream(selected).filter(records.rejected().negate()).toArray();
    long[] jct = new long[served.length];
    long[] queue = new long[served.length];
    for (int i = 0; i < served.length; i++) {
      int row = served[i];
      jct[i] = records.endSeconds()[row] - trace.submitSeconds(row);
      queue[i] = records.queueSeconds()[row];
    }
    return new JobGroup(name, selected.length, Distribution.of(jct), Distribution.of(queue));
  }
}
