package org.limpid.simulation.run;

import java.util.Comparator;
import java.util.List;
import org.limpid.simulation.bytes.ByteReader;
import org.limpid.simulation.bytes.ByteWriter;
import org.limpid.simulation.bytes.Resumable;
import org.limpid.simulation.loop.Partition;
import org.limpid.simulation.loop.Scheduler;
import org.limpid.simulation.policy.NodeChange;
import org.limpid.simulation.policy.ProfilingOutcome;
import org.limpid.simulation.resource.Nodes;

/** Makes the nodes of one virtual cluster come and go as the inputs of a run say. */
final class NodeArrivals implements Resumable {
  private final Partition partition;
  private final List<NodeChange> changes;
  private int next;
  private int owed;
  private int number;

  /**
   * @param changes of this virtual cluster, in any order
   */
  NodeArrivals(Partition partition, List<NodeChange> changes) {
    this.partition = partition;
    this.changes = changes.stream().sorted(Comparator.comparingLong(NodeChange::second)).toList();
    number = partition.nodes().nodeCount();
  }

  /** The scheduler, with changes of nodes before it acts. */
  Scheduler before(Scheduler scheduler) {
    return changes.isEmpty() ? scheduler : new Changing(scheduler);
  }

  @Override
  public void save(ByteWriter out) {
    out.putSigned(next);
    out.putSigned(owed);
    out.putSigned(number);
  }

  @Override
  public void restore(ByteReader in) {
    next = in.takeWhole(0, changes.size());
    owed = in.takeWhole(0, Integer.MAX_VALUE);
    number = in.takeWhole(0, Integer.MAX_VALUE);
  }

  private void act() {
    while (next < changes.size() && changes.get(next).second() <= partition.now()) {
      apply(changes.get(next++).count());
    }
    while (owed > 0 && removeIdle()) {
      owed--;
    }
  }

  private void apply(int count) {
    owed += Math.max(0, -count);
    for (int node = 0; node < count; node++) {
      partition.addNode(number++);
    }
  }

  private boolean removeIdle() {
    Nodes nodes = partition.nodes();
    int best = -1;
    for (int node = idleFrom(0); node >= 0; node = idleFrom(node + 1)) {
      boolean isOwn = nodes.number(node) != ProfilingOutcome.LENT_NODE;
      if (isOwn && (best < 0 || nodes.number(node) > nodes.number(best))) {
        best = node;
      }
    }
    if (best >= 0) {
      partition.removeNode(best);
    }
    return best >= 0;
  }

  private int idleFrom(int position) {
    return partition.nodes().nextWithFree(partition.nodes().gpusPerNode(), position);
  }

  private final class Changing implements Scheduler {
    private final Scheduler scheduler;

    Changing(Scheduler scheduler) {
      this.scheduler = scheduler;
    }

    @Override
    public void arrived(int job) {
      scheduler.arrived(job);
    }

    @Override
    public void ended(int job) {
      scheduler.ended(job);
    }

    @Override
    public void schedule() {
      act();
      scheduler.schedule();
    }

    @Override
    public long wakeUp() {
      long change = next == changes.size() ? Partition.NEVER : changes.get(next).second();
      return Math.min(Math.max(change, partition.now()), scheduler.wakeUp());
    }
  }
}
