package org.limpid.reference.synergy;

import org.limpid.data.ResourceProfile;

/**
 * What a job wants at best on a given cluster, and how fast it is then.
 *
 * @param resources of all its GPUs together
 * @param speedup how many times as fast as with its fair share
 */
record Demand(Resources resources, double speedup) {
  /** Accident of the artifact: it writes this number under one name and reads another. */
  private static final double STORAGE_MBPS_PER_GPU = 62.5;

  /**
   * The demand of a job, cut down to what a server has.
   *
   * @throws IllegalArgumentException if the gain of a cut demand is not defined, as its model wants
   *     just the fair share of CPUs
   */
  static Demand of(SynergyJob job, SynergyCluster cluster) {
    return new Cut(job, cluster).demand();
  }

  /** Cuts one resource after the other; the last one that is short decides about the speedup. */
  private static final class Cut {
    private final SynergyJob job;
    private final SynergyCluster cluster;
    private double speedup;
    private boolean interpolated;

    private Cut(SynergyJob job, SynergyCluster cluster) {
      this.job = job;
      this.cluster = cluster;
      this.speedup = job.profile().bestSpeedup();
    }

    private Demand demand() {
      ResourceProfile profile = job.profile();
      Resources server = cluster.server();
      Resources fair = cluster.fairShare();
      double cpus = cut(profile.cpusPerGpu(), server.cpus(), fair.cpus());
      double memoryGb = cut(profile.memoryGbPerGpu(), server.memoryGb(), fair.memoryGb());
      double storage = cut(STORAGE_MBPS_PER_GPU, server.storageMbps(), fair.storageMbps());
      if (interpolated) {
        speedup = interpolatedSpeedup(cpus);
      }
      return new Demand(new Resources(job.gpus(), cpus, memoryGb, storage), speedup);
    }

    private double cut(double perGpu, double ofServer, double fairPerGpu) {
      double wanted = job.gpus() * perGpu;
      if (wanted <= ofServer) {
        return wanted;
      }
      interpolated = job.gpus() <= cluster.server().gpus();
      if (interpolated) {
        return ofServer;
      }
      speedup = 1;
      return job.gpus() * fairPerGpu;
    }

    /** On a line from the fair share of CPUs to those that the model wants; memory counts not. */
    private double interpolatedSpeedup(double cpus) {
      double ideal = job.gpus() * job.profile().cpusPerGpu();
      double fair = job.gpus() * cluster.server().cpus() / cluster.server().gpus();
      if (ideal == fair) {
        throw new IllegalArgumentException(
            "%s on %d GPUs wants more than a server has, but just the fair share of CPUs"
                .formatted(job.profile().model(), job.gpus()));
      }
      return 1 + (speedup - 1) / (ideal - fair) * (cpus - fair);
    }
  }
}
