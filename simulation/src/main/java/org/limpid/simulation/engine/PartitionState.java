package org.limpid.simulation.engine;

import org.limpid.simulation.cluster.Allocation;
import org.limpid.simulation.state.Resumable;
import org.limpid.simulation.state.StateReader;
import org.limpid.simulation.state.StateWriter;

/**
 * Saves and restores a {@link Partition}: the clock, the nodes, and the jobs that have arrived and
 * not ended. Of jobs that have ended nothing is kept but that they have.
 */
final class PartitionState {
  private final Partition partition;

  PartitionState(Partition partition) {
    this.partition = partition;
  }

  void save(StateWriter out) {
    out.whole(partition.now);
    out.whole(partition.starts);
    out.whole(partition.arrived);
    partition.nodes.save(out);
    partition.running.save(out);
    int[] present = partition.presentJobs();
    out.whole(present.length);
    for (int job : present) {
      out.whole(job);
      saveJob(job, out);
    }
    if (partition.placer instanceof Resumable placer) {
      placer.save(out);
    }
  }

  void restore(StateReader in) {
    partition.now = in.whole();
    partition.starts = in.whole();
    partition.arrived = in.whole(0, partition.jobs.size());
    partition.nodes.restore(in);
    partition.running.restore(in);
    for (int job = 0; job < partition.arrived; job++) {
      partition.endSeconds[job] = Partition.ENDED_BEFORE;
    }
    int present = in.whole(0, partition.arrived);
    for (int i = 0; i < present; i++) {
      restoreJob(in.whole(0, partition.arrived - 1), in);
    }
    partition.ended = partition.arrived - present;
    for (int job : partition.runningInStartOrder()) {
      putBack(partition.allocations[job]);
    }
    if (partition.placer instanceof Resumable placer) {
      placer.restore(in);
    }
  }

  private void saveJob(int job, StateWriter out) {
    out.decimal(partition.remaining[job]);
    out.whole(partition.now - partition.waitingSince[job]);
    out.whole(partition.startSeconds[job]);
    out.whole(partition.queueSeconds[job]);
    out.whole(partition.preemptions[job]);
    if (partition.isRunning(job)) {
      out.decimal(partition.rates[job]);
      out.whole(partition.now - partition.advancedTo[job]);
      savePlace(partition.allocations[job], out);
    }
  }

  private void restoreJob(int job, StateReader in) {
    partition.endSeconds[job] = Partition.NOT_YET;
    partition.remaining[job] = in.decimal();
    partition.waitingSince[job] = partition.now - in.whole();
    partition.startSeconds[job] = in.whole();
    partition.queueSeconds[job] = in.whole();
    partition.preemptions[job] = in.whole(0, Integer.MAX_VALUE);
    if (partition.isRunning(job)) {
      partition.rates[job] = in.decimal();
      partition.advancedTo[job] = partition.now - in.whole();
      partition.allocations[job] = place(in);
    } else {
      partition.countWaiting(job, 1);
    }
  }

  private static void savePlace(Allocation place, StateWriter out) {
    out.whole(place.nodeCount());
    for (int i = 0; i < place.nodeCount(); i++) {
      out.whole(place.node(i));
      out.whole(place.gpuMask(i));
    }
  }

  private Allocation place(StateReader in) {
    int[] nodes = new int[in.whole(0, partition.nodes.positionBound())];
    long[] masks = new long[nodes.length];
    for (int i = 0; i < nodes.length; i++) {
      nodes[i] = in.whole(0, partition.nodes.positionBound() - 1);
      masks[i] = in.whole();
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
