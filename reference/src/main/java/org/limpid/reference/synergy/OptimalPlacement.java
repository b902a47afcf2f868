package org.limpid.reference.synergy;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.limpid.data.SpeedTable;

/**
 * Puts jobs on servers, each with its part of the best division. The largest come first, whole
 * where that can be, else in parts. For one that finds no room even so, jobs are demoted to their
 * fair shares, those first who lose least, and it gets its own. That always works: on a server
 * where nobody has more than a fair share of anything, as much is left for each free GPU.
 */
final class OptimalPlacement {
  private final Servers servers;
  private final Placement placement;
  private final Resources fairShare;
  private final Map<JobState, SpeedChoice.Option> best;
  private final Set<JobState> demoted = new HashSet<>();

  /**
   * Places all jobs.
   *
   * @param best what each has in the best division; not more GPUs than the cluster has
   */
  OptimalPlacement(SynergyCluster cluster, Map<JobState, SpeedChoice.Option> best) {
    this.servers = new Servers(cluster);
    this.placement = Placement.of(true, servers);
    this.fairShare = fairShare(cluster);
    this.best = best;
    best.keySet().stream()
        .sorted(
            Comparator.comparing(JobState::gpus)
                .thenComparing(job -> best.get(job).cpus())
                .thenComparing(job -> best.get(job).memoryGb())
                .reversed()) // stable
        .forEachOrdered(this::place);
  }

  /** The storage is not divided. */
  private static Resources fairShare(SynergyCluster cluster) {
    Resources fair = cluster.fairShare();
    return new Resources(fair.gpus(), fair.cpus(), fair.memoryGb(), 0);
  }

  /** What a job has in the end. */
  OptimalAllocation.Given given(JobState job) {
    return new OptimalAllocation.Given(
        job.job(), best.get(job).speed(), speed(job), job.shares(), demoted.contains(job));
  }

  private double speed(JobState job) {
    return demoted.contains(job) ? fairSpeed(job) : best.get(job).speed();
  }

  private double fairSpeed(JobState job) {
    SpeedTable speeds = job.job().profile().speeds();
    return speeds.speed(speeds.rowOf(fairShare.cpus()), speeds.columnOf(fairShare.memoryGb()));
  }

  private void place(JobState job) {
    SpeedChoice.Option option = best.get(job);
    Resources wanted = new Resources(job.gpus(), option.cpus(), option.memoryGb(), 0);
    Optional<List<Share>> shares = placement.find(wanted);
    shares.ifPresentOrElse(found -> servers.place(job, found), () -> placeDemoted(job));
  }

  private void placeDemoted(JobState job) {
    demoted.add(job);
    Map<Integer, Integer> gpus = freeGpus(job.gpus());
    gpus.forEach((server, count) -> makeRoom(server, fairShare.times(count)));
    servers.place(
        job,
        gpus.entrySet().stream()
            .map(each -> new Share(each.getKey(), fairShare.times(each.getValue())))
            .toList());
  }

  /** GPUs by server: all of the fullest one that has enough, else what the fullest ones have. */
  private Map<Integer, Integer> freeGpus(int wanted) {
    List<Integer> fullestFirst =
        IntStream.range(0, servers.count())
            .filter(server -> servers.freeGpus(server) > 0)
            .boxed()
            .sorted(Comparator.comparing(servers::freeGpus)) // stable: then by number
            .toList();
    Optional<Integer> whole =
        fullestFirst.stream().filter(server -> servers.freeGpus(server) >= wanted).findFirst();
    if (whole.isPresent()) {
      return Map.of(whole.get(), wanted);
    }
    Map<Integer, Integer> taken = new LinkedHashMap<>();
    int missing = wanted;
    for (int server : fullestFirst) {
      int count = Math.min(missing, servers.freeGpus(server));
      if (count > 0) {
        taken.put(server, count);
        missing -= count;
      }
    }
    return taken;
  }

  /** Demotes jobs of a server until it has so much left. */
  private void makeRoom(int server, Resources needed) {
    while (!needed.fitsIn(servers.free(server))) {
      Optional<JobState> next =
          servers.jobs(server).stream()
              .filter(this::hasMoreThanFair)
              .min(Comparator.comparingDouble(job -> speed(job) - fairSpeed(job)));
      if (next.isEmpty()) {
        return; // but for rounding there is room now
      }
      demote(next.get());
    }
  }

  private boolean hasMoreThanFair(JobState job) {
    return !demoted.contains(job) && !job.held().fitsIn(fairShare.times(job.gpus()));
  }

  /** It may get more of something of which it had little, for which others make room. */
  private void demote(JobState job) {
    demoted.add(job);
    List<Share> fair =
        job.shares().stream()
            .map(share -> new Share(share.server(), fairShare.times(share.gpus())))
            .toList();
    servers.exchange(job, fair);
    fair.forEach(share -> makeRoom(share.server(), Resources.NONE));
  }
}
