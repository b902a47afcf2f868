package org.limpid.reference.synergy;

import java.util.List;

/**
 * Synergy-Opt: gives each job CPUs and memory so that the sum of all speeds is the largest, and
 * none is slower than with its fair share (section 4.1 of the paper). It places nothing: what the
 * cluster has in all is the only limit. A placement in equal parts on all servers always exists, so
 * the artifact's second step, which looks for any placement, can't fail and changes nothing.
 *
 * <p>For LAS, FTF, DRF and Tetris the artifact takes the number of GPUs of a server for its CPUs
 * and memory, and then ends with an error; here they have the right limits.
 */
final class OptimalSpeeds implements RoundAllocator {
  private final SynergyCluster cluster;

  OptimalSpeeds(SynergyCluster cluster) {
    this.cluster = cluster;
  }

  @Override
  public List<JobState> allocate(double seconds, List<JobState> jobs) {
    List<JobState> served = OneByOne.fitting(jobs, cluster.gpuCount());
    new AlikeJobs(served, cluster).best().forEach((job, option) -> give(job, option, seconds));
    return served;
  }

  private static void give(JobState job, SpeedChoice.Option option, double seconds) {
    job.holdAnywhere(new Resources(job.gpus(), option.cpus(), option.memoryGb(), 0));
    job.creditRound(seconds, option.speed());
  }
}
