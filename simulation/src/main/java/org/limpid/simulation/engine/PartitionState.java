package org.limpid.simulation.engine;

import org.limpid.simulation.bytes.ByteReader;
import org.limpid.simulation.bytes.ByteWriter;
import org.limpid.simulation.cluster.Allocation;
import org.limpid.simulation.state.Resumable;

/**
 * Saves and restores a {@link Partition}: the clock, the nodes, and the jobs that have arrived and
 * not ended. Of jobs that have ended nothing is kept but that they have.
 */
final class PartitionState {
  private final Partition partition;

  PartitionState(Partition partition) {
    this.partition = partition;
  }

  void save(ByteWriter out) {
    out.putSigned(partition.now);
    out.putSigned(partition.starts);
    out.putSigned(partition.arrived);
    partition.nodes.save(out);
    partition.running.save(out);
    int[] present = partition.presentJobs();
    out.putSigned(present.length);
    for (int job : present) {
      out.putSigned(job);
      saveJob(job, out);
    }
    if (partition.placer instanceof Resumable placer) {
      placer.save(out);
    }
  }

  void restore(ByteReader in) {
    partition.now = in.takeSigned();
    partition.starts = in.takeSigned();
    partition.arrived = in.takeWhole(0, partition.jobs.size());
    partition.nodes.restore(in);
    partition.running.restore(in);
    for (int job = 0; job < partition.arrived; job++) {
      partition.endSeconds[job] = Partition.ENDED_BEFORE;
    }
    int present = in.takeWhole(0, partition.arrived);
    for (int i = 0; i < present; i++) {
      restoreJob(in.takeWhole(0, partition.arrived - 1), in);
    }
    partition.ended = partition.arrived - present;
    for (int job : partition.runningInStartOrder()) {
      putBack(partition.allocations[job]);
    }
    if (partition.placer instanceof Resumable placer) {
      placer.restore(in);
    }
  }

  private void saveJob(int job, ByteWriter out) {
    out.putDouble(partition.remaining[job]);
    out.putSigned(partition.now - partition.waitingSince[job]);
    out.putSigned(partition.startSeconds[job]);
    out.putSigned(partition.queueSeconds[job]);
    out.putSigned(partition.preemptions[job]);
    if (partition.isRunning(job)) {
      out.putDouble(partition.rates[job]);
      out.putSigned(partition.now - partition.advancedTo[job]);
      savePlace(partition.allocations[job], out);
    }
  }

  private void restoreJob(int job, ByteReader in) {
    partition.endSeconds[job] = Partition.NOT_YET;
    partition.remaining[job] = in.takeAmount();
    partition.waitingSince[job] = partition.now - in.takeSigned();
    partition.startSeconds[job] = in.takeSigned();
    partition.queueSeconds[job] = in.takeSigned();
    partition.preemptions[job] = in.takeWhole(0, Integer.MAX_VALUE);
    if (partition.isRunning(job)) {
      partition.rates[job] = in.takeAmount();
      partition.advancedTo[job] = partition.now - in.takeSigned();
      partition.allocations[job] = place(in);
    } else {
      partition.countWaiting(job, 1);
    }
  }

  private static void savePlace(Allocation place, ByteWriter out) {
    out.putSigned(place.nodeCount());
    for (int i = 0; i < place.nodeCount(); i++) {
      out.putSigned(place.node(i));
      out.putSigned(place.gpuMask(i));
    }
  }

  private Allocation place(ByteReader in) {
    int[] nodes = new int[in.takeWhole(0, partition.nodes.positionBound())];
    long[] masks = new long[nodes.length];
    for (int i = 0; i < nodes.length; i++) {
      nodes[i] = in.takeWhole(0, partition.nodes.positionBound() - 1);
      masks[i] = in.takeSigned();
    }
    return new Allocation(nodes, masks);
  }

  /** Who started later on GPUs that are held shares them. */
  private void putBack(Allocation place) {
    if (partition.nodes.isFree(place)) {
      partition.nodes.hold(place);
    } else {
      partition.nodes.share(place);
    }
  }
}
