package org.limpid.simulation.given;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.limpid.data.Trace;
import org.limpid.simulation.policy.ProfilingOutcome;
import org.limpid.simulation.resource.Allocation;

/** An outcome of the profiling stage that is stated rather than simulated. */
public final class ProfilingGiven {
  private final Map<Integer, long[]> stays = new TreeMap<>();
  private final List<ProfilingOutcome.Loan> loans = new ArrayList<>();

  /** The job of this row is in the profiler during these seconds. */
  public void profiled(int row, long from, long to) {
    stays.put(row, new long[] {from, to});
  }

  /** The profiler borrows (+1) or returns (-1) a node. */
  public void loan(long second, int change) {
    loans.add(new ProfilingOutcome.Loan(second, change));
  }

  /** The outcome; whoever stayed for his whole duration has finished in the profiler. */
  public ProfilingOutcome outcome(Trace trace, String lender) {
    int size = trace.size();
    boolean[] profiled = new boolean[size];
    boolean[] finished = new boolean[size];
    long[] start = new long[size];
    long[] end = new long[size];
    Arrays.fill(start, -1);
    Arrays.fill(end, -1);
    long[] queue = new long[size];
    Allocation[] allocations = new Allocation[size];
    stays.forEach((row, stay) -> {
      profiled[row] = true;
      start[row] = stay[0];
      end[row] = stay[1];
      finished[row] = end[row] - start[row] == trace.durationSeconds(row);
      queue[row] = start[row] - trace.submitSeconds(row);
      allocations[row] = Allocation.of(0, (1L << trace.gpuCount(row)) - 1);
    });
    return new ProfilingOutcome(
        profiled, finished, start, end, queue, allocations, loans, Map.of(), lender);
  }
}
