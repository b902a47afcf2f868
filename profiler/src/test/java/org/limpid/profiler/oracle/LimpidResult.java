package org.limpid.profiler.oracle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.limpid.profiler.oracle.OracleTask.Gpu;
import org.limpid.profiler.oracle.OracleTask.Node;

/** What became of each job under {@code limpid}; every array has one value per row of the trace. */
public final class LimpidResult {
  /** Start in the virtual cluster, or in the profiler if the job ended there. */
  public final long[] start;

  /** End. */
  public final long[] end;

  /** Seconds spent waiting, the wait for the profiler included. */
  public final long[] queue;

  /** The GPUs, e.g. {@code [{0: [1, 2]}, {3: [0]}]}. */
  public final String[] nodes;

  /** Second in which a probe ended; -1 without one. */
  public final long[] probeEnd;

  /** Whether the job started on a GPU on which another one was. */
  public final boolean[] joined;

  /** Changes of the profiler's size in order of time. */
  public final List<OracleResult.Change> profilerChanges = new ArrayList<>();

  LimpidResult(int size) {
    start = new long[size];
    end = new long[size];
    queue = new long[size];
    nodes = new String[size];
    probeEnd = new long[size];
    joined = new boolean[size];
    Arrays.fill(end, OracleJob.UNKNOWN);
  }

  void record(int row, long started, long ended, long waited, String gpus) {
    start[row] = started;
    end[row] = ended;
    queue[row] = waited;
    nodes[row] = gpus;
  }

  void shares(int row, boolean atStart) {
    joined[row] = atStart;
  }

  /** GPUs with the numbers that their nodes have now. */
  static String text(List<Gpu> gpus) {
    Map<Node, List<Integer>> byNode = new LinkedHashMap<>();
    gpus.forEach(gpu -> byNode.computeIfAbsent(gpu.node, _ -> new ArrayList<>()).add(gpu.number));
    List<String> shares = new ArrayList<>();
    byNode.forEach((node, numbers) -> shares.add("{" + node.number + ": " + numbers + "}"));
    return shares.toString();
  }

  /** One job in one line. */
  public String line(int row) {
    return "start %d end %d queue %d nodes %s"
        .formatted(start[row], end[row], queue[row], nodes[row]);
  }
}
