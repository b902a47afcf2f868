package org.limpid.data.doctor;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.limpid.data.Trace;

/** Changes to a data set, collected from checks. Not safe for several threads. */
final class Mending {
  private final BitSet leftOut = new BitSet();
  private final Map<Integer, UnaryOperator<Trace.Job>> changes = new HashMap<>();
  private final Map<String, Integer> nodes = new HashMap<>();

  /** Leaves out a row. */
  void leaveOut(int row) {
    leftOut.set(row);
  }

  /** Changes a row, after what was noted for it before. */
  void change(int row, UnaryOperator<Trace.Job> change) {
    changes.merge(row, change, (first, second) -> job -> second.apply(first.apply(job)));
  }

  /** Gives a virtual cluster as many nodes. */
  void nodes(String virtualCluster, int count) {
    nodes.put(virtualCluster, count);
  }

  boolean keeps(int row) {
    return !leftOut.get(row);
  }

  Trace.Job mended(Trace trace, int row) {
    Trace.Job job = trace.job(row);
    return changes.getOrDefault(row, UnaryOperator.identity()).apply(job);
  }

  int nodesOf(String virtualCluster, int before) {
    return nodes.getOrDefault(virtualCluster, before);
  }
}
