package org.limpid.simulation.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.limpid.simulation.resource.Allocation;

/**
 * What the profiling stage did; arrays have one entry per row of the trace and are read-only.
 *
 * @param profiled whether the job was profiled
 * @param finished whether the job ended within the time limit, in the profiler
 * @param startSeconds second in which profiling began, -1 if not profiled
 * @param endSeconds second in which the job left the profiler, -1 if not profiled
 * @param queueSeconds wait for profiling; 0 if not profiled
 * @param allocations GPUs in the profiler, with its node numbers; null if not profiled
 * @param loans changes of the profiler's size, ascending in time
 * @param probeEndSeconds second in which a probe of the job ended: a small copy of a job that is
 *     too large for the profiler, which is lost when its profile is known; -1 if there was none
 * @param nodesTaken nodes that each virtual cluster has given up for good
 * @param lender virtual cluster whose nodes come and go with {@code loans}; null if none does
 */
public record ProfilingOutcome(
    boolean[] profiled,
    boolean[] finished,
    long[] startSeconds,
    long[] endSeconds,
    long[] queueSeconds,
    Allocation[] allocations,
    List<Loan> loans,
    long[] probeEndSeconds,
    Map<String, Integer> nodesTaken,
    String lender) {
  /** Number of a node that was lent, in the profiler and back in its virtual cluster. */
  public static final int LENT_NODE = 9999;

  public ProfilingOutcome {
    loans = List.copyOf(loans);
    nodesTaken = Map.copyOf(nodesTaken);
  }

  /** The outcome of a stage without probes. */
  public ProfilingOutcome(
      boolean[] profiled,
      boolean[] finished,
      long[] startSeconds,
      long[] endSeconds,
      long[] queueSeconds,
      Allocation[] allocations,
      List<Loan> loans,
      Map<String, Integer> nodesTaken,
      String lender) {
    this(
        profiled,
        finished,
        startSeconds,
        endSeconds,
        queueSeconds,
        allocations,
        loans,
        never(profiled.length),
        nodesTaken,
        lender);
  }

  private static long[] never(int jobCount) {
    long[] never = new long[jobCount];
    Arrays.fill(never, -1);
    return never;
  }

  /** No profiling stage at all: nobody waits for it and no node is given up. */
  public static ProfilingOutcome none(int jobCount) {
    long[] never = never(jobCount);
    return new ProfilingOutcome(
        new boolean[jobCount],
        new boolean[jobCount],
        never,
        never,
        new long[jobCount],
        new Allocation[jobCount],
        List.of(),
        Map.of(),
        null);
  }

  /**
   * A change of the profiler's size.
   *
   * @param second when
   * @param change +1: the profiler has borrowed a node; -1: it has returned it
   */
  public record Loan(long second, int change) {
    public Loan {
      if (change != 1 && change != -1) {
        throw new IllegalArgumentException("a loan changes by +1 or -1, found " + change);
      }
    }
  }
}
