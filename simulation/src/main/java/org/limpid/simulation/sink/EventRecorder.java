package org.limpid.simulation.sink;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.limpid.simulation.event.Event;
import org.limpid.simulation.event.EventCode;
import org.limpid.simulation.event.EventSink;
import org.limpid.simulation.event.PartitionLog;
import org.limpid.simulation.host.Hosts;
import org.limpid.simulation.host.Supply;
import org.limpid.simulation.job.Outcome;
import org.limpid.simulation.job.PartitionJobs;
import org.limpid.simulation.loop.Partition;
import org.limpid.simulation.resource.Allocation;
import org.limpid.simulation.resource.Nodes;

/**
 * Records the events of one virtual cluster.
 *
 * <p>One that repeats what the job was told before is counted, not recorded: that it was not placed
 * for the same reason, that the same job blocks the others. For one thread.
 */
public final class EventRecorder implements EventSink {
  private static final byte NOT_TRIED = 0;
  private static final byte TOO_FEW_FREE = 1;
  private static final byte NO_PLACE = 2;

  private final Partition partition;
  private final PartitionJobs jobs;
  private final EventCode code = new EventCode();
  private final byte[] reason;
  private final int[] tries;
  private final int nodeCount;
  private int blocking = Partition.NOBODY;

  /**
   * A recorder of all that is going to happen.
   *
   * @param partition the virtual cluster at the start of the run
   */
  public EventRecorder(Partition partition) {
    this.partition = partition;
    jobs = partition.jobs();
    nodeCount = partition.nodes().nodeCount();
    reason = new byte[jobs.size()];
    tries = new int[jobs.size()];
  }

  /**
   * What was recorded.
   *
   * @param virtualCluster name of the virtual cluster
   * @param gpusPerNode GPUs of each of its nodes
   * @param placer label of the placement rule
   */
  public PartitionLog log(String virtualCluster, int gpusPerNode, String placer) {
    int[] rows = new int[jobs.size()];
    Arrays.setAll(rows, jobs::row);
    return new PartitionLog(
        virtualCluster,
        nodeCount,
        gpusPerNode,
        placer,
        rows,
        jobs.gpuCounts().clone(),
        code.count(),
        code.bytes());
  }

  @Override
  public boolean wantsReasons() {
    return true;
  }

  @Override
  public void arrived(int job) {
    code.write(new Event.Arrived(partition.now(), job));
  }

  @Override
  public void started(int job) {
    code.write(
        new Event.Started(
            partition.now(),
            job,
            forgetTries(job),
            partition.allocation(job),
            partition.rate(job),
            List.of()));
  }

  @Override
  public void startedShared(int job) {
    List<Event.Partner> partners = new ArrayList<>();
    for (int partner : partition.state().partners(job)) {
      partners.add(new Event.Partner(partner, partition.rate(partner)));
    }
    code.write(
        new Event.Started(
            partition.now(),
            job,
            forgetTries(job),
            partition.allocation(job),
            partition.rate(job),
            partners));
  }

  @Override
  public void resized(int job, Allocation before) {
    code.write(
        new Event.Resized(partition.now(), job, partition.allocation(job), partition.rate(job)));
  }

  @Override
  public void supplied(int job, int by) {
    Hosts hosts = partition.hosts().orElseThrow();
    Supply given = hosts.given(job);
    Supply wanted = hosts.wanted(job);
    code.write(
        new Event.Supplied(
            partition.now(),
            job,
            given.cpus(),
            given.memoryGb(),
            wanted.cpus(),
            wanted.memoryGb(),
            partition.supplySpeed(job),
            partition.wantedSpeed(job),
            by));
  }

  @Override
  public void preempted(int job, int by) {
    code.write(new Event.Preempted(partition.now(), job, by));
  }

  @Override
  public void ended(int job, Outcome outcome) {
    code.write(new Event.Ended(partition.now(), job, outcome));
  }

  @Override
  public void notPlaced(int job) {
    tries[job]++;
    Nodes nodes = partition.nodes();
    byte why = jobs.gpuCount(job) > nodes.freeGpus() ? TOO_FEW_FREE : NO_PLACE;
    if (reason[job] != why) {
      reason[job] = why;
      int idle = nodes.countWithFree(nodes.gpusPerNode());
      code.write(
          new Event.NotPlaced(partition.now(), job, nodes.freeGpus(), mostFree(nodes), idle));
    }
  }

  @Override
  public void noted(long second, int job, String kind, double[] values) {
    code.writeNote(second, job, kind, values);
  }

  @Override
  public void told(Event event) {
    if (event instanceof Event.Blocked it) {
      if (it.job() == blocking) {
        return;
      }
      blocking = it.job();
    }
    code.write(event);
  }

  private int forgetTries(int job) {
    int count = tries[job];
    tries[job] = 0;
    reason[job] = NOT_TRIED;
    if (blocking == job) {
      blocking = Partition.NOBODY;
    }
    return count;
  }

  private static int mostFree(Nodes nodes) {
    int free = nodes.gpusPerNode();
    while (free > 0 && nodes.countWithFree(free) == 0) {
      free--;
    }
    return free;
  }
}
