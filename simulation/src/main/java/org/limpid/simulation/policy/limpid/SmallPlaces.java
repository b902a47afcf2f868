package org.limpid.simulation.policy.limpid;

import java.util.BitSet;
import java.util.List;
import org.limpid.simulation.job.PartitionJobs;
import org.limpid.simulation.loop.Partition;
import org.limpid.simulation.resource.Nodes;

/**
 * The places that are considered for a job of at most one node. Where nobody asks for all of them,
 * those are left out that can't be the cheapest. For one thread.
 */
final class SmallPlaces {
  private final PartitionJobs jobs;
  private final Nodes nodes;
  private final Hosting hosting;
  private final NodePlaces places;
  private final SoleHosts hosts;
  private final Reservations reservations;
  private final Cheapest cheapest;

  SmallPlaces(
      Partition partition,
      Hosting hosting,
      NodePlaces places,
      SoleHosts hosts,
      Reservations reservations) {
    jobs = partition.jobs();
    nodes = partition.nodes();
    this.hosting = hosting;
    this.places = places;
    this.hosts = hosts;
    this.reservations = reservations;
    cheapest = new Cheapest(nodes, partition.wantsReasons());
  }

  /** Whether a job would find a place if no node was reserved. */
  boolean mayFit(JobClass mine) {
    int job = mine.job();
    return hasFree(jobs.gpuCount(job)) || (hosting.mayShare(job) && !mine.shared(places).isEmpty());
  }

  private boolean hasFree(int count) {
    for (int free = count; free <= nodes.gpusPerNode(); free++) {
      if (nodes.countWithFree(free) > 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * The cheapest place, the one of the lowest node among equals; null if there is none.
   *
   * @param end when the job is expected to end
   */
  Candidate cheapest(JobClass mine, double end) {
    int job = mine.job();
    cheapest.begin();
    considerFree(job, end);
    if (hosting.mayShare(job)) {
      if (cheapest.keepsAll()) {
        considerShared(job, mine.shared(places), end);
      } else {
        considerCheapShared(mine, end);
      }
    }
    return cheapest.found();
  }

  /** All that were considered for the last job, if reasons are asked for. */
  List<Candidate> considered() {
    return cheapest.considered();
  }

  /** Free GPUs: of nodes with equally many the first one is as cheap as any. */
  private void considerFree(int job, double end) {
    for (int free = jobs.gpuCount(job); free <= nodes.gpusPerNode(); free++) {
      boolean goesOn = true;
      for (int node = nodes.nextWithFree(free, 0);
          node >= 0 && goesOn;
          node = nodes.nextWithFree(free, node + 1)) {
        if (reservations.allow(node, end)) {
          places.considerFree(job, node, cheapest);
          goesOn = cheapest.keepsAll();
        }
      }
    }
  }

  private void considerCheapShared(JobClass mine, double end) {
    int job = mine.job();
    hosts.refresh();
    if (hosts.anyWithoutLoss(job)) {
      considerSharedWithoutLoss(job, end);
    }
    if (cheapest.cost() == Double.POSITIVE_INFINITY) {
      considerShared(job, mine.shared(places), end);
    } else if (cheapest.cost() > 0) {
      hosts.visit(job, cheapest, node -> considerShared(job, node, end));
    }
  }

  private void considerSharedWithoutLoss(int job, double end) {
    int count = jobs.gpuCount(job);
    for (int node = hosts.nextWithoutLoss(job, count, 0);
        node >= 0 && !cheapest.isFoundBefore(node);
        node = hosts.nextWithoutLoss(job, count, node + 1)) {
      considerShared(job, node, end);
    }
  }

  private void considerShared(int job, BitSet shared, double end) {
    for (int node = shared.nextSetBit(0);
        node >= 0 && !cheapest.isFoundBefore(node);
        node = shared.nextSetBit(node + 1)) {
      considerShared(job, node, end);
    }
  }

  private void considerShared(int job, int node, double end) {
    if (reservations.allow(node, end)) {
      places.considerShared(job, node, cheapest);
    }
  }
}
