package org.limpid.simulation.policy.ideal;

import java.util.PriorityQueue;
import org.limpid.data.Trace;
import org.limpid.data.VirtualCluster;
import org.limpid.simulation.bytes.ByteReader;
import org.limpid.simulation.bytes.ByteWriter;
import org.limpid.simulation.bytes.Resumable;
import org.limpid.simulation.job.PartitionJobs;
import org.limpid.simulation.loop.Partition;
import org.limpid.simulation.loop.Scheduler;
import org.limpid.simulation.policy.Need;
import org.limpid.simulation.policy.Policy;
import org.limpid.simulation.policy.PolicyDescription;
import org.limpid.simulation.policy.PolicyInputs;
import org.limpid.simulation.policy.PreparedPolicy;
import org.limpid.simulation.policy.Role;

/**
 * A bound: a cluster with so many nodes that nobody waits. No policy without sharing can have a
 * smaller mean JCT, which here is the mean duration.
 */
public final class Ideal implements Policy {
  private static final PolicyDescription ABOUT =
      PolicyDescription.of("ideal", "bound: enough nodes for everybody, nobody waits")
          .called("the ideal bound")
          .as(Role.BOUND)
          .needing(Need.TRUE_DURATIONS)
          .drawnInStyle(6);

  @Override
  public PolicyDescription about() {
    return ABOUT;
  }

  @Override
  public PreparedPolicy prepare(PolicyInputs inputs) {
    return new PreparedPolicy() {
      @Override
      public Scheduler scheduler(Partition partition) {
        return new StartAtOnce(partition);
      }

      @Override
      public int nodeCount(VirtualCluster virtualCluster, PartitionJobs jobs) {
        int gpusPerNode = inputs.cluster().gpusPerNode(virtualCluster);
        return Math.max(virtualCluster.nodeCount(), nodesNeeded(jobs, inputs.trace(), gpusPerNode));
      }
    };
  }

  /** Largest number of nodes in use if every job starts at once on nodes of its own. */
  static int nodesNeeded(PartitionJobs jobs, Trace trace, int gpusPerNode) {
    PriorityQueue<long[]> running = new PriorityQueue<>((a, b) -> Long.compare(a[0], b[0]));
    int inUse = 0;
    int most = 0;
    for (int job = 0; job < jobs.size(); job++) {
      long now = jobs.arrivalSeconds(job);
      while (!running.isEmpty() && running.peek()[0] <= now) {
        inUse -= (int) running.poll()[1];
      }
      int nodes = Math.ceilDiv(jobs.gpuCount(job), gpusPerNode);
      running.add(new long[] {now + trace.durationSeconds(jobs.row(job)), nodes});
      inUse += nodes;
      most = Math.max(most, inUse);
    }
    return most;
  }

  private record StartAtOnce(Partition partition) implements Scheduler, Resumable {
    @Override
    public void arrived(int job) {
      if (!partition.tryStart(job)) {
        throw new IllegalStateException("no place in a cluster for everybody");
      }
    }

    @Override
    public void ended(int job) {}

    @Override
    public void schedule() {}

    @Override
    public void save(ByteWriter out) {}

    @Override
    public void restore(ByteReader in) {}
  }
}
