package org.limpid.reference.synergy;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.limpid.data.SpeedTable;

/**
 * Puts jobs on servers, each with its part of the best division. Those who want most for a GPU come
 * first and spread over the servers, so that the GPUs beside them can be filled by those who want
 * little; whole where that can be, else in parts. For one that finds no room even so, jobs are
 * demoted to their fair shares, those first who lose least, and it gets its own. That always works:
 * on a server where nobody has more than a fair share of anything, as much is left for each free
 * GPU.
 */
final class OptimalPlacement {
  private final Servers servers;
  private final Resources fairShare;
  private final Map<JobState, SpeedChoice.Option> best;

  /** What any of the jobs takes for a GPU at least; so much is left beside free GPUs. */
  private final Resources least;

  private final Set<JobState> demoted = new HashSet<>();

  /**
   * Places all jobs.
   *
   * @param best what each has in the best division; not more GPUs than the cluster has
   */
  OptimalPlacement(SynergyCluster cluster, Map<JobState, SpeedChoice.Option> best) {
    this.servers = new Servers(cluster);
    this.fairShare = fairShare(cluster);
    this.best = best;
    this.least =
        best.keySet().stream().map(this::unit).reduce(OptimalPlacement::least).orElse(fairShare);
    best.keySet().stream()
        .sorted(
            Comparator.<JobState>comparingDouble(job -> unit(job).cpus())
                .thenComparing(job -> unit(job).memoryGb())
                .thenComparing(JobState::gpus)
                .reversed()) // stable
        .forEachOrdered(this::place);
  }

  private static Resources least(Resources one, Resources other) {
    return new Resources(
        1, Math.min(one.cpus(), other.cpus()), Math.min(one.memoryGb(), other.memoryGb()), 0);
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
    Resources unit = unit(job);
    whole(unit, job.gpus())
        .or(() -> spread(unit, job.gpus(), least))
        .or(() -> spread(unit, job.gpus(), Resources.NONE))
        .ifPresentOrElse(shares -> servers.place(job, shares), () -> placeDemoted(job));
  }

  /** What each of its GPUs has in the best division. */
  private Resources unit(JobState job) {
    SpeedChoice.Option option = best.get(job);
    return new Resources(1, option.cpus() / job.gpus(), option.memoryGb() / job.gpus(), 0);
  }

  private Optional<List<Share>> whole(Resources unit, int gpus) {
    Resources request = unit.times(gpus);
    return byRoom(unit, Map.of())
        .filter(server -> fits(request, server, Resources.NONE, least))
        .map(server -> List.of(new Share(server, request)))
        .findFirst();
  }

  /** GPU by GPU, each where there is the right room for it then. */
  private Optional<List<Share>> spread(Resources unit, int gpus, Resources reserve) {
    Map<Integer, Resources> held = new TreeMap<>();
    for (int taken = 0; taken < gpus; taken++) {
      Optional<Integer> server =
          byRoom(unit, held)
              .filter(each -> fits(unit, each, held.getOrDefault(each, Resources.NONE), reserve))
              .findFirst();
      if (server.isEmpty()) {
        return Optional.empty();
      }
      held.merge(server.get(), unit, Resources::plus);
    }
    return Optional.of(
        held.entrySet().stream().map(each -> new Share(each.getKey(), each.getValue())).toList());
  }

  /** Whether a server has something, and then enough for each of the GPUs that are left. */
  private boolean fits(Resources request, int server, Resources held, Resources reserve) {
    Resources left = servers.free(server).minus(held).minus(request);
    return left.gpus() >= 0 && reserve.times(left.gpus()).fitsIn(left);
  }

  /**
   * Who wants more than its fair share goes where most is left for a GPU, others where least is.
   */
  private Stream<Integer> byRoom(Resources unit, Map<Integer, Resources> held) {
    Comparator<Integer> order =
        Comparator.comparingDouble(
            server -> room(servers.free(server).minus(held.getOrDefault(server, Resources.NONE))));
    return IntStream.range(0, servers.count())
        .boxed()
        .sorted(unit.fitsIn(fairShare) ? order : order.reversed()); // stable: then by number
  }

  /** Fair shares for each GPU, of what is scarcer. */
  private double room(Resources free) {
    return free.gpus() < 1
        ? 0
        : Math.min(free.cpus() / fairShare.cpus(), free.memoryGb() / fairShare.memoryGb())
            / free.gpus();
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
