package org.limpid.simulation.policy.profiling;

import java.util.List;
import org.limpid.simulation.bytes.ByteReader;
import org.limpid.simulation.bytes.ByteWriter;
import org.limpid.simulation.bytes.Resumable;
import org.limpid.simulation.loop.Partition;
import org.limpid.simulation.policy.ProfilingOutcome;
import org.limpid.simulation.policy.ProfilingOutcome.Loan;
import org.limpid.simulation.resource.Nodes;

/**
 * Lends nodes of one virtual cluster to the profiler and takes them back.
 *
 * <p>Lent is the idle node with the highest number. A node comes back as number {@value
 * ProfilingOutcome#LENT_NODE} and stands last in the node order. Later it is the one that is lent
 * again: if it is busy, it swaps numbers with the idle one first, and jobs stay where they are.
 *
 * <p>In reference mode a loan for which no node is idle is dropped, and a return does nothing
 * exactly if a node {@value ProfilingOutcome#LENT_NODE} is there. So a return after a first loan
 * that was dropped adds a node that nobody gave, and if then another node is lent because that one
 * is busy, its return is lost. With loans kept, a dropped loan is made up for as soon as a node is
 * idle, unless it was returned by then, and what was lent comes back.
 */
public final class NodeLender implements Resumable {
  private final Partition partition;
  private final List<Loan> loans;
  private final boolean keepsLoans;
  private int next;
  private boolean owed;
  private boolean lent;
  private boolean everLent;

  /**
   * @param partition the virtual cluster
   * @param loans when nodes are to be lent and come back, ascending
   * @param keepsLoans whether loans are kept
   */
  public NodeLender(Partition partition, List<Loan> loans, boolean keepsLoans) {
    this.partition = partition;
    this.loans = loans;
    this.keepsLoans = keepsLoans;
  }

  /** Does what is due in the current second; returns whether a node came back. */
  public boolean act() {
    boolean returned = false;
    while (next < loans.size() && loans.get(next).second() <= partition.now()) {
      if (loans.get(next++).change() > 0) {
        owed = true;
      } else {
        returned |= takeBack();
      }
    }
    if (owed && give()) {
      owed = false;
    }
    owed &= keepsLoans;
    return returned;
  }

  /** The next second in which something is due. */
  public long nextSecond() {
    return next == loans.size() ? Partition.NEVER : loans.get(next).second();
  }

  @Override
  public void save(ByteWriter out) {
    out.putSigned(next);
    out.putBoolean(owed);
    out.putBoolean(lent);
    out.putBoolean(everLent);
  }

  @Override
  public void restore(ByteReader in) {
    next = in.takeWhole(0, loans.size());
    owed = in.takeBoolean();
    lent = in.takeBoolean();
    everLent = in.takeBoolean();
  }

  private boolean takeBack() {
    owed = false;
    boolean due = keepsLoans ? lent : partition.nodes().positionOf(ProfilingOutcome.LENT_NODE) < 0;
    if (due) {
      partition.addNode(ProfilingOutcome.LENT_NODE);
      lent = false;
    }
    return due;
  }

  private boolean give() {
    Nodes nodes = partition.nodes();
    int idle = nodes.idleNodeWithHighestNumber();
    if (idle < 0) {
      return false;
    }
    if (everLent && nodes.number(idle) != ProfilingOutcome.LENT_NODE) {
      partition.swapNumbers(nodes.positionOf(ProfilingOutcome.LENT_NODE), idle);
    }
    partition.removeNode(idle);
    everLent = true;
    lent = true;
    return true;
  }
}
