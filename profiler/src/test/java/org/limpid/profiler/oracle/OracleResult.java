package org.limpid.profiler.oracle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What became of each job; every array has one value per row of the trace. */
public final class OracleResult {
  /** Share score of a job that has none, because it finished in the profiler. */
  public static final int NO_SHARE_SCORE = -1;

  /** Priority of a job that has none, because it finished in the profiler. */
  public static final double NO_PRIORITY = -1;

  /** First start; -1 if it never started. */
  public final long[] start;

  /** End; -1 if it never started. */
  public final long[] end;

  /** Seconds spent waiting, the wait for the profiler included. */
  public final long[] queue;

  /** End minus submission. */
  public final long[] jct;

  public final int[] preemptions;

  /** Last placement, e.g. {@code [{0: [1, 2]}, {3: [0]}]}; {@code []} if it never started. */
  public final String[] nodes;

  /** Whether it went through the profiler. */
  public final boolean[] profiled;

  /** Wait for the profiler, seconds. */
  public final long[] profilerQueue;

  /** Whether it ended inside the profiler. */
  public final boolean[] finishedInProfiler;

  /** Whether it counted as alone on its GPUs at its end. */
  public final boolean[] exclusive;

  /** Speed at its end. */
  public final double[] rate;

  /** 0..2, or {@link #NO_SHARE_SCORE}. */
  public final int[] shareScore;

  /** When it joined another job; 0 if it did not. */
  public final long[] colocated;

  /** When it became exclusive again; 0 if it did not. */
  public final long[] delocated;

  /** Estimate times GPU count, or {@link #NO_PRIORITY}. */
  public final double[] priority;

  /** Changes of the profiler's size in order of time. */
  public final List<Change> profilerChanges = new ArrayList<>();

  /** How often a loan of the lender was skipped because no node was idle. */
  public int failedLoans;

  /** How often the lender gave a node. */
  public int grantedLoans;

  /** One node more (+1) or less (-1) in the profiler. */
  public record Change(long second, int nodes) {}

  OracleResult(int size) {
    start = new long[size];
    end = new long[size];
    queue = new long[size];
    jct = new long[size];
    preemptions = new int[size];
    nodes = new String[size];
    profiled = new boolean[size];
    profilerQueue = new long[size];
    finishedInProfiler = new boolean[size];
    exclusive = new boolean[size];
    rate = new double[size];
    shareScore = new int[size];
    colocated = new long[size];
    delocated = new long[size];
    priority = new double[size];
    Arrays.fill(start, OracleJob.UNKNOWN);
    Arrays.fill(end, OracleJob.UNKNOWN);
    Arrays.fill(nodes, "[]");
    Arrays.fill(exclusive, true);
    Arrays.fill(rate, 1);
    Arrays.fill(shareScore, NO_SHARE_SCORE);
    Arrays.fill(priority, NO_PRIORITY);
  }

  /** Stores what became of a job that has ended. */
  void record(OracleJob job) {
    int row = job.row;
    start[row] = job.start;
    end[row] = job.end;
    queue[row] = job.queue;
    jct[row] = job.end - job.submit;
    preemptions[row] = job.preemptions;
    nodes[row] = job.nodes;
    exclusive[row] = job.exclusive;
    rate[row] = job.rate;
    shareScore[row] = job.shareScore;
    colocated[row] = job.colocatedAt;
    delocated[row] = job.delocatedAt;
    priority[row] = job.priority;
  }

  /** Job {@code row} in one line, for messages and comparisons. */
  public String line(int row) {
    return ("start %d end %d queue %d jct %d preemptions %d %s profiled %s/%s/%s "
            + "sharing %s/%s/%s/%s/%s priority %s")
        .formatted(
            start[row],
            end[row],
            queue[row],
            jct[row],
            preemptions[row],
            nodes[row],
            profiled[row],
            profilerQueue[row],
            finishedInProfiler[row],
            exclusive[row],
            rate[row],
            shareScore[row],
            colocated[row],
            delocated[row],
            priority[row]);
  }
}
