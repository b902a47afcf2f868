package org.limpid.reference.synergy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.limpid.data.ResourceProfile;

/** Jobs by what their best division depends on, in the order in which each kind came first. */
final class AlikeJobs {
  private final SynergyCluster cluster;
  private final Map<Kind, List<JobState>> kinds = new LinkedHashMap<>();
  private final List<SpeedChoice.Group> groups = new ArrayList<>();

  /** Jobs that differ in nothing that the optimum depends on. */
  private record Kind(ResourceProfile profile, int gpus) {
    private static Kind of(JobState job) {
      return new Kind(job.job().profile(), job.gpus());
    }

    private int cells() {
      return profile.speeds().rows() * profile.speeds().columns();
    }
  }

  /**
   * Groups jobs.
   *
   * @throws IllegalArgumentException if the speeds of a model have no cell for the fair share
   */
  AlikeJobs(List<JobState> jobs, SynergyCluster cluster) {
    this.cluster = cluster;
    jobs.forEach(job -> kinds.computeIfAbsent(Kind.of(job), _ -> new ArrayList<>()).add(job));
    kinds.forEach((kind, alike) ->
        groups.add(SpeedChoice.Group.of(kind.profile(), kind.gpus(), alike.size(), cluster)));
  }

  /** What each of them has in the best division, those of a kind together. */
  Map<JobState, SpeedChoice.Option> best() {
    List<List<SpeedChoice.Option>> chosen = SpeedChoice.best(groups, cluster);
    Map<JobState, SpeedChoice.Option> best = new LinkedHashMap<>();
    int group = 0;
    for (List<JobState> alike : kinds.values()) {
      List<SpeedChoice.Option> ofGroup = chosen.get(group++);
      for (int i = 0; i < alike.size(); i++) {
        best.put(alike.get(i), ofGroup.get(i));
      }
    }
    return best;
  }

  /** How large the program is. */
  OptimalAllocation.Sizes sizes() {
    int cells =
        kinds.entrySet().stream()
            .mapToInt(kind -> kind.getValue().size() * kind.getKey().cells())
            .sum();
    int choices = groups.stream().mapToInt(group -> group.size() * group.options().size()).sum();
    return new OptimalAllocation.Sizes(kinds.size(), cells, choices);
  }
}
