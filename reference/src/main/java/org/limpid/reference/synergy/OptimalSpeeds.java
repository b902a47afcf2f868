package org.limpid.reference.synergy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.limpid.data.ResourceProfile;

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
    Map<Kind, List<JobState>> byKind = new LinkedHashMap<>();
    served.forEach(job -> byKind.computeIfAbsent(Kind.of(job), _ -> new ArrayList<>()).add(job));
    List<SpeedChoice.Group> groups = new ArrayList<>();
    byKind.forEach((kind, alike) ->
        groups.add(SpeedChoice.Group.of(kind.profile(), kind.gpus(), alike.size(), cluster)));
    List<List<SpeedChoice.Option>> chosen = SpeedChoice.best(groups, cluster);
    int group = 0;
    for (List<JobState> alike : byKind.values()) {
      List<SpeedChoice.Option> ofGroup = chosen.get(group++);
      for (int i = 0; i < alike.size(); i++) {
        give(alike.get(i), ofGroup.get(i), seconds);
      }
    }
    return served;
  }

  private static void give(JobState job, SpeedChoice.Option option, double seconds) {
    job.holdAnywhere(new Resources(job.gpus(), option.cpus(), option.memoryGb(), 0));
    job.creditRound(seconds, option.speed());
  }

  /** Jobs that differ in nothing that the optimum depends on. */
  private record Kind(ResourceProfile profile, int gpus) {
    private static Kind of(JobState job) {
      return new Kind(job.job().profile(), job.gpus());
    }
  }
}
