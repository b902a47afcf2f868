package org.limpid.simulation.run;

import java.util.Set;
import org.limpid.data.VirtualCluster;
import org.limpid.simulation.job.PartitionJobs;
import org.limpid.simulation.loop.Partition;
import org.limpid.simulation.loop.Scheduler;
import org.limpid.simulation.policy.Need;
import org.limpid.simulation.policy.Policy;
import org.limpid.simulation.policy.PolicyDescription;
import org.limpid.simulation.policy.PolicyInputs;
import org.limpid.simulation.policy.PreparedPolicy;
import org.limpid.simulation.policy.ProfilingOutcome;

/** Starts jobs when they arrive or never, and gives a node away: a policy that gets stuck. */
record GivesNodesAway(ProfilingOutcome profiling, Set<Need> needs) implements Policy {
  GivesNodesAway(ProfilingOutcome profiling) {
    this(profiling, Set.of());
  }

  @Override
  public PolicyDescription about() {
    return PolicyDescription.of("gives-nodes-away", "gives nodes away")
        .needing(needs.toArray(Need[]::new));
  }

  @Override
  public PreparedPolicy prepare(PolicyInputs inputs) {
    return new PreparedPolicy() {
      @Override
      public Scheduler scheduler(Partition partition) {
        return new LendingScheduler(partition, profiling);
      }

      @Override
      public int nodeCount(VirtualCluster virtualCluster, PartitionJobs jobs) {
        int taken = profiling.nodesTaken().getOrDefault(virtualCluster.name(), 0);
        return virtualCluster.nodeCount() - taken;
      }
    };
  }

  private record LendingScheduler(Partition partition, ProfilingOutcome profiling)
      implements Scheduler {
    @Override
    public void arrived(int job) {
      partition.tryStart(job);
    }

    @Override
    public void ended(int job) {}

    @Override
    public void schedule() {
      if (partition.now() == wakeUpSecond()) {
        partition.removeNode(partition.nodes().idleNodeWithHighestNumber());
      }
    }

    @Override
    public long wakeUp() {
      return partition.now() < wakeUpSecond() ? wakeUpSecond() : Partition.NEVER;
    }

    private long wakeUpSecond() {
      return profiling.loans().getFirst().second();
    }
  }
}
