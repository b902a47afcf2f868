package org.limpid.simulation.sink;

import org.limpid.simulation.event.EventSink;
import org.limpid.simulation.host.Hosts;
import org.limpid.simulation.host.Supply;
import org.limpid.simulation.job.Outcome;
import org.limpid.simulation.loop.Partition;

/**
 * Adds up what the jobs of one virtual cluster have of CPUs and memory, for the records of jobs and
 * for the series of the cluster. For one thread.
 */
public final class HostRecorder implements EventSink {
  private final Partition partition;
  private final Hosts hosts;
  private final HostRecords records;
  private final HostShare[] shares;
  private Supply wanted = Supply.NONE;
  private Supply given = Supply.NONE;
  private Supply used = Supply.NONE;

  /**
   * A recorder of all that is going to happen.
   *
   * @param partition the virtual cluster at the start of the run
   * @param hosts its CPUs and memory
   * @param records of all jobs of the trace
   */
  public HostRecorder(Partition partition, Hosts hosts, HostRecords records) {
    this.partition = partition;
    this.hosts = hosts;
    this.records = records;
    shares = new HostShare[partition.jobs().size()];
  }

  @Override
  public void supplied(int job, int by) {
    close(job);
    HostShare share =
        new HostShare(
            hosts.wanted(job), hosts.given(job), partition.supplySpeed(job), partition.now());
    shares[job] = share;
    wanted = wanted.plus(share.wanted());
    given = given.plus(share.given());
    used = used.plus(share.used());
    if (by != Partition.NOBODY) {
      records.demoted(partition.jobs().row(job));
    }
  }

  @Override
  public void preempted(int job, int by) {
    close(job);
  }

  @Override
  public void ended(int job, Outcome outcome) {
    close(job);
  }

  private void close(int job) {
    HostShare share = shares[job];
    if (share != null) {
      records.add(partition.jobs().row(job), partition.now() - share.since(), share);
      wanted = wanted.minus(share.wanted());
      given = given.minus(share.given());
      used = used.minus(share.used());
      shares[job] = null;
    }
  }

  /** What the running jobs want. */
  Supply wanted() {
    return wanted;
  }

  /** What they have. */
  Supply given() {
    return given;
  }

  /** What they make use of. */
  Supply used() {
    return used;
  }

  /** What all nodes have. */
  Supply all() {
    return hosts.ofNode().times(partition.nodes().nodeCount());
  }
}
