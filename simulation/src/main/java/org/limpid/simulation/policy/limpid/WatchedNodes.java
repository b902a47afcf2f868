package org.limpid.simulation.policy.limpid;

import java.util.BitSet;
import java.util.function.IntPredicate;
import org.limpid.simulation.resource.Nodes;

/** The nodes for which something holds; only those that have changed are looked at again. */
final class WatchedNodes {
  private final BitSet holding = new BitSet();
  private final Nodes nodes;
  private final NodeChanges changes;
  private long seen = -1;

  WatchedNodes(Nodes nodes, NodeChanges changes) {
    this.nodes = nodes;
    this.changes = changes;
  }

  /** Those nodes, after a look at what has changed. */
  BitSet refreshed(IntPredicate holds) {
    long now = changes.see();
    if (seen != now) {
      refresh(now, holds);
      seen = now;
    }
    return holding;
  }

  private void refresh(long now, IntPredicate holds) {
    boolean isOld = now - seen > nodes.positionBound();
    if (isOld || !changes.reachBackTo(seen)) {
      holding.clear();
      for (int node = 0; node < nodes.positionBound(); node++) {
        look(node, holds);
      }
    } else {
      for (long change = seen; change < now; change++) {
        look(changes.node(change), holds);
      }
    }
  }

  private void look(int node, IntPredicate holds) {
    boolean isHolding = nodes.number(node) >= 0 && holds.test(node);
    if (isHolding != holding.get(node)) {
      holding.set(node, isHolding);
    }
  }
}
