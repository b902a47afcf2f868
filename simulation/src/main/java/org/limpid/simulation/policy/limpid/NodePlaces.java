package org.limpid.simulation.policy.limpid;

import org.limpid.simulation.job.PartitionJobs;
import org.limpid.simulation.loop.Partition;
import org.limpid.simulation.policy.limpid.Candidate.Form;
import org.limpid.simulation.resource.Nodes;

/** The places on one node that are considered for a job, and what each would cost. */
final class NodePlaces {
  private final PartitionJobs jobs;
  private final Nodes nodes;
  private final Runners runners;
  private final Hosting hosting;
  private final LossSum loss;
  private final double idleNodePrice;
  private final double[] prices;
  private final long[] gpus;

  /**
   * @param idleNodePrice price of breaking up an idle node, in GPUs
   */
  NodePlaces(
      Partition partition, Runners runners, Hosting hosting, LossSum loss, double idleNodePrice) {
    jobs = partition.jobs();
    nodes = partition.nodes();
    this.runners = runners;
    this.hosting = hosting;
    this.loss = loss;
    this.idleNodePrice = idleNodePrice;
    prices = new double[nodes.gpusPerNode()];
    gpus = new long[nodes.gpusPerNode()];
  }

  /** Whether a job finds so many GPUs on a node that are free or such as it may share. */
  boolean hasShared(int job, int node, int count) {
    long once = nodes.heldOnceMask(node);
    int free = nodes.freeGpus(node);
    if (once == 0 || (hosting.mixes() && free + Long.bitCount(once) < count)) {
      return false;
    }
    long open = hosting.openGpus(job, node);
    return hosting.mixes()
        ? open != 0 && free + Long.bitCount(open) >= count
        : jobs.gpuCount(job) == count && hasOneHost(job, node, count, open);
  }

  private boolean hasOneHost(int job, int node, int count, long open) {
    for (long rest = open; rest != 0; ) {
      int host = runners.occupants().older(node, Long.numberOfTrailingZeros(rest));
      long ofHost = hosting.gpusOf(host, node, rest);
      if (isOneHost(job, host, ofHost, count)) {
        return true;
      }
      rest &= ~ofHost;
    }
    return false;
  }

  private boolean isOneHost(int job, int host, long ofHost, int count) {
    return Long.bitCount(ofHost) >= count
        && !(hosting.mirrors() && Long.bitCount(ofHost) != jobs.gpuCount(host));
  }

  /** Considers free GPUs of a node that has enough. */
  void considerFree(int job, int node, Cheapest cheapest) {
    double price = idleNodePrice / nodes.gpusPerNode() * nodes.freeGpus(node);
    cheapest.offerFree(node, nodes.lowestFree(node, jobs.gpuCount(job)), price);
  }

  /** Considers places beside others on a node. */
  void considerShared(int job, int node, Cheapest cheapest) {
    int count = jobs.gpuCount(job);
    long open = hosting.openGpus(job, node);
    for (long rest = open; rest != 0; ) {
      int host = runners.occupants().older(node, Long.numberOfTrailingZeros(rest));
      long ofHost = hosting.gpusOf(host, node, rest);
      if (isOneHost(job, host, ofHost, count)) {
        offer(Form.ONE_HOST, job, node, lowest(ofHost, count), cheapest);
      }
      rest &= ~ofHost;
    }
    if (count > 1 && open != 0 && hosting.mixes()) {
      long mixed = cheapestGpus(job, node, open, count);
      if (mixed != 0) {
        offer(Form.MIXED, job, node, mixed, cheapest);
      }
    }
  }

  private void offer(Form form, int job, int node, long mask, Cheapest cheapest) {
    loss.begin(job);
    loss.add(node, mask);
    if (loss.hasHosts()) {
      cheapest.offer(form, node, mask, loss.ofHosts(), loss.ofNewcomer(jobs.gpuCount(job)));
    }
  }

  private static long lowest(long mask, int count) {
    long rest = mask;
    for (int i = 0; i < count; i++) {
      rest &= rest - 1;
    }
    return mask & ~rest;
  }

  /**
   * The cheapest GPUs of a node one by one, free ones or such as a job may share; among equals
   * those with lower numbers.
   *
   * @param open those that it may share
   * @return 0 if there are too few
   */
  long cheapestGpus(int job, int node, long open, int count) {
    int found = 0;
    for (long rest = open | nodes.freeMask(node); rest != 0; rest &= rest - 1) {
      long gpu = rest & -rest;
      insert(gpu, (open & gpu) == 0 ? 0 : price(job, node, gpu), found++);
    }
    long chosen = 0;
    for (int i = 0; i < count && found >= count; i++) {
      chosen |= gpus[i];
    }
    return chosen;
  }

  private double price(int job, int node, long gpu) {
    int host = runners.occupants().older(node, Long.numberOfTrailingZeros(gpu));
    return loss.priceOfGpu(job, host);
  }

  private void insert(long gpu, double price, int size) {
    int place = size;
    while (place > 0 && prices[place - 1] > price) {
      prices[place] = prices[place - 1];
      gpus[place] = gpus[place - 1];
      place--;
    }
    prices[place] = price;
    gpus[place] = gpu;
  }
}
