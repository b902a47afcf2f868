package org.limpid.simulation.policy.limpid;

import java.util.Arrays;
import org.limpid.simulation.job.PartitionJobs;
import org.limpid.simulation.loop.Partition;
import org.limpid.simulation.policy.sharing.PairRates.Rates;

/**
 * What the cluster would lose if a job joined others on some GPUs, in GPUs that do nothing. A host
 * counts only for the part of the time that it is expected to be there. For one thread.
 */
final class LossSum {
  private final PartitionJobs jobs;
  private final Runners runners;
  private final PairTable pairs;
  private int newcomer;
  private int[] hosts = new int[8];
  private int hostCount;
  private double ofHosts;
  private double slowest;
  private double longest;

  LossSum(Partition partition, Runners runners, PairTable pairs) {
    jobs = partition.jobs();
    this.runners = runners;
    this.pairs = pairs;
  }

  void begin(int job) {
    newcomer = job;
    hostCount = 0;
    ofHosts = 0;
    slowest = Double.POSITIVE_INFINITY;
    longest = 0;
  }

  /** Adds the jobs on some GPUs of a node, each once; free ones add nothing. */
  void add(int node, long gpus) {
    for (long rest = gpus; rest != 0; rest &= rest - 1) {
      int host = runners.occupants().older(node, Long.numberOfTrailingZeros(rest));
      if (host != Occupants.NOBODY && !isCounted(host)) {
        count(host);
      }
    }
  }

  private boolean isCounted(int host) {
    for (int i = 0; i < hostCount; i++) {
      if (hosts[i] == host) {
        return true;
      }
    }
    return false;
  }

  private void count(int host) {
    hosts = hostCount == hosts.length ? Arrays.copyOf(hosts, 2 * hostCount) : hosts;
    hosts[hostCount++] = host;
    Rates rates = pairs.believed(jobs.workload(newcomer), jobs.workload(host));
    double together = Math.min(1, runners.left(host) / runners.left(newcomer));
    ofHosts += slowdown(host, rates) * together;
    slowest = Math.min(slowest, rates.ofNewcomer());
    longest = Math.max(longest, together);
  }

  /** GPUs that a host loses beside the newcomer, while both run. */
  private double slowdown(int host, Rates rates) {
    double lost = runners.believedRate(host) - rates.ofPartner();
    return jobs.gpuCount(host) * Math.max(0, lost);
  }

  /** What a newcomer and one host of it lose, if the host stays as long as the newcomer. */
  double whole(int job, int host) {
    Rates rates = pairs.believed(jobs.workload(job), jobs.workload(host));
    return jobs.gpuCount(job) * (1 - Math.min(1, rates.ofNewcomer())) + slowdown(host, rates);
  }

  /** What a GPU of a host costs while both run: the order in which a newcomer picks single GPUs. */
  double priceOfGpu(int job, int host) {
    Rates rates = pairs.believed(jobs.workload(job), jobs.workload(host));
    return (1 - rates.ofNewcomer()) + slowdown(host, rates);
  }

  /** What the hosts lose. */
  double ofHosts() {
    return ofHosts;
  }

  /** What the newcomer loses on so many GPUs. */
  double ofNewcomer(int gpus) {
    return hostCount == 0 ? 0 : gpus * (1 - Math.min(1, slowest)) * longest;
  }

  /** Whether there is any host. */
  boolean hasHosts() {
    return hostCount > 0;
  }
}
