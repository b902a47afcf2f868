package org.limpid.simulation.policy.limpid;

import java.util.BitSet;
import java.util.function.IntPredicate;
import org.limpid.simulation.resource.Nodes;

/** The nodes for which something holds; only those that have changed are looked at again. */
final class WatchedNodes {
  private final BitSet holding = new BitSet();
  private long seen = -1;

  /** Looks at what has changed. */
  void refresh(Nodes nodes, NodeChanges changes, IntPredicate holds) {
    if (seen == changes.count()) {
      return;
    }
    boolean isOld = changes.count() - seen > nodes.positionBound();
    if (isOld || !changes.reachBackTo(seen)) {
      holding.clear();
      for (int node = 0; node < nodes.positionBound(); node++) {
        look(node, nodes, holds);
      }
    } else {
      for (long change = seen; change < changes.count(); change++) {
        look(changes.node(change), nodes, holds);
      }
    }
    seen = changes.count();
  }

  private void look(int node, Nodes nodes, IntPredicate holds) {
    boolean isHolding = nodes.number(node) >= 0 && holds.test(node);
    if (isHolding != holding.get(node)) {
      holding.set(node, isHolding);
    }
  }

  /** Those nodes, as of {@link #refresh}. */
  BitSet holding() {
    return holding;
  }
}
