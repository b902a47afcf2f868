package org.limpid.profiler.oracle;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.limpid.profiler.oracle.OracleTask.Gpu;
import org.limpid.profiler.oracle.OracleTask.Node;

/**
 * A virtual cluster that lends a node to the profiler: the idle one with the highest number. It
 * comes back as number 9999, last in the order, and is the one that is lent again: if it is busy it
 * exchanges numbers with the idle one.
 *
 * <p>As the artifact has it, a loan is dropped if no node is idle, and a return does nothing only
 * if a node 9999 is there. If loans are kept, the node is given as soon as one is idle unless it
 * was returned before, and comes back if it was given.
 */
final class OracleLending {
  private final List<Node> nodes;
  private final int gpusPerNode;
  private final boolean keepsLoans;
  private final Map<Long, Integer> changes = new HashMap<>();
  private boolean isOwed;
  private boolean isAway;
  private boolean hasGiven;

  OracleLending(
      List<Node> nodes,
      int gpusPerNode,
      boolean keepsLoans,
      List<OracleResult.Change> profilerChanges) {
    this.nodes = nodes;
    this.gpusPerNode = gpusPerNode;
    this.keepsLoans = keepsLoans;
    profilerChanges.forEach(change -> changes.merge(change.second(), change.nodes(), this::both));
  }

  /** The profiler never borrows and returns in one second, but at the end of its stage. */
  private int both(int first, int second) {
    throw new IllegalArgumentException("two changes in one second: " + first + ", " + second);
  }

  /** Whether something is to be lent or returned in this second. */
  boolean isDue(long now) {
    return changes.containsKey(now);
  }

  /** Does what is due; returns whether a node came back. */
  boolean act(long now, List<OracleTask> running) {
    int change = changes.getOrDefault(now, 0);
    boolean returned = change < 0 && takeBack();
    isOwed = change > 0 || change == 0 && isOwed;
    if (isOwed && give(running)) {
      isOwed = false;
    }
    isOwed &= keepsLoans;
    return returned;
  }

  private boolean takeBack() {
    boolean due = keepsLoans ? isAway : wanderer() == null;
    if (due) {
      nodes.add(new Node(OracleCluster.WANDERING_NUMBER, gpusPerNode));
      isAway = false;
    }
    return due;
  }

  private Node wanderer() {
    return nodes.stream()
        .filter(node -> node.number == OracleCluster.WANDERING_NUMBER)
        .findFirst()
        .orElse(null);
  }

  private boolean give(List<OracleTask> running) {
    Node idle =
        nodes.stream()
            .filter(Node::isIdle)
            .max(Comparator.comparingInt((Node node) -> node.number))
            .orElse(null);
    if (idle == null) {
      return false;
    }
    if (hasGiven && idle.number != OracleCluster.WANDERING_NUMBER) {
      swapNumbers(wanderer(), idle, running);
    }
    nodes.remove(idle);
    hasGiven = true;
    isAway = true;
    return true;
  }

  private static void swapNumbers(Node wanderer, Node idle, List<OracleTask> running) {
    wanderer.number = idle.number;
    idle.number = OracleCluster.WANDERING_NUMBER;
    running.forEach(task -> task.gpus = withLast(task.gpus, wanderer));
  }

  private static List<Gpu> withLast(List<Gpu> gpus, Node node) {
    return gpus.stream().sorted(Comparator.comparing(gpu -> gpu.node == node)).toList();
  }
}
