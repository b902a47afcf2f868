package org.limpid.data;

import java.util.stream.IntStream;

/**
 * How long jobs waited in reality, for those of which a data set tells when they started. Jobs that
 * were running when the trace began don't count.
 */
public final class RealWaits {
  private RealWaits() {}

  /** The rows of jobs whose wait is known. */
  public static IntStream rows(Trace trace) {
    OptionalColumns known = trace.optional();
    return IntStream.range(0, trace.size())
        .filter(row -> known.has(JobAttribute.START_TIME, row))
        .filter(row -> !known.isSet(JobAttribute.RUNNING_AT_START, row));
  }

  /** Second of the start of a job whose wait is known. */
  public static long start(Trace trace, int row) {
    return trace.optional().number(JobAttribute.START_TIME, row);
  }

  /** Seconds from submission to start of a job whose wait is known. */
  public static long seconds(Trace trace, int row) {
    return start(trace, row) - trace.submitSeconds(row);
  }
}
