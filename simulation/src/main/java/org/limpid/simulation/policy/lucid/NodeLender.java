package org.limpid.simulation.policy.lucid;

import java.util.List;
import org.limpid.simulation.cluster.Nodes;
import org.limpid.simulation.engine.Partition;
import org.limpid.simulation.policy.ProfilingOutcome.Loan;

/**
 * Lends nodes of one virtual cluster to the profiler and takes them back.
 *
 * <p>The first node lent is the idle one with the highest number. It comes back as number {@value
 * #TRAVELLER}, last in the node order, and is the one that is lent again: if another idle node has
 * a higher place, the two swap numbers first, and jobs stay where they are.
 *
 * <p>In reference mode a loan for which no node is idle is dropped, and so is its return. With
 * loans kept, it is made up for as soon as a node is idle, unless it was returned by then.
 */
final class NodeLender {
  /** Number of the node that travels. */
  static final int TRAVELLER = 9999;

  private final Partition partition;
  private final List<Loan> loans;
  private final boolean keepsLoans;
  private int next;
  private int owed;
  private boolean lent;

  NodeLender(Partition partition, List<Loan> loans, boolean keepsLoans) {
    this.partition = partition;
    this.loans = loans;
    this.keepsLoans = keepsLoans;
  }

  /** Does what is due in the current second; returns whether a node came back. */
  boolean act() {
    boolean returned = false;
    while (next < loans.size() && loans.get(next).second() <= partition.now()) {
      if (loans.get(next++).change() > 0) {
        owed++;
      } else if (lent) {
        partition.addNode(TRAVELLER);
        lent = false;
        returned = true;
      } else {
        owed = 0;
      }
    }
    if (owed > 0 && give()) {
      owed = 0;
      lent = true;
    } else if (!keepsLoans) {
      owed = 0;
    }
    return returned;
  }

  /** The next second in which something is due. */
  long nextSecond() {
    return next == loans.size() ? Partition.NEVER : loans.get(next).second();
  }

  private boolean give() {
    Nodes nodes = partition.nodes();
    int idle = nodes.idleNodeWithHighestNumber();
    if (idle < 0) {
      return false;
    }
    int traveller = nodes.positionOf(TRAVELLER);
    if (traveller >= 0 && traveller != idle) {
      nodes.swapNumbers(traveller, idle);
    }
    partition.removeNode(idle);
    return true;
  }
}
