package org.limpid.reference.synergy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.limpid.simulation.run.InputProblem;

/**
 * Synergy-Tune: gives a job all that it wants, else its fair share, and if even that is not there,
 * demotes jobs that have more than their fair shares (section 4.2 of the paper).
 */
final class FairTuning {
  /** On fewest servers first, then by CPUs and memory for each GPU. */
  private static final Comparator<JobState> GREEDIEST_FIRST =
      Comparator.<JobState>comparingInt(job -> job.shares().size())
          .thenComparing(
              Comparator.<JobState>comparingDouble(job -> job.held().cpus() / job.gpus())
                  .reversed())
          .thenComparing(
              Comparator.<JobState>comparingDouble(job -> job.held().memoryGb() / job.gpus())
                  .reversed());

  private final Servers servers;
  private final Placement placement;
  private final Resources fairShare;

  FairTuning(Servers servers, Placement placement) {
    this.servers = servers;
    this.placement = placement;
    this.fairShare = servers.cluster().fairShare();
  }

  /**
   * Finds servers for a job, for whose GPUs there is room.
   *
   * @return what each server gives; others may have been demoted for it
   * @throws InputProblem if there is no room even so, which never came about so far
   */
  List<Share> find(JobState job) {
    return placement
        .find(job.demand())
        .orElseGet(() -> {
          Resources request = cutToFair(job);
          return placement.find(request).orElseGet(() -> makeRoom(job, request));
        });
  }

  /**
   * The fair share of a job that wants more of anything, and then no speedup, either; it raises
   * what was below the fair share. The demand of any other job.
   */
  private Resources cutToFair(JobState job) {
    Resources fair = fairShare.times(job.gpus());
    if (job.demand().fitsIn(fair)) {
      return job.demand();
    }
    job.loseSpeedup();
    return fair;
  }

  private List<Share> makeRoom(JobState job, Resources request) {
    roomyServers(job.gpus())
        .forEach((server, gpus) -> {
          Resources part = request.times(gpus / (double) job.gpus());
          Resources need = part.minus(servers.free(server)).aboveZero();
          if (!need.isNone()) {
            toDemote(server, need).forEach(this::demote);
          }
        });
    Optional<List<Share>> shares = placement.find(request);
    return shares.orElseThrow(() ->
        new InputProblem(
            "Synergy's tuning finds no room for job %d and ends here, as in its artifact."
                .formatted(job.job().id())));
  }

  /**
   * How many GPUs a job takes from which servers: all from the first one that has as many, unless
   * it takes one only; else what the fullest ones have. CPUs and memory do not count here.
   */
  private Map<Integer, Integer> roomyServers(int gpus) {
    if (gpus > 1) {
      Optional<Integer> whole = all().filter(s -> servers.freeGpus(s) >= gpus).boxed().findFirst();
      if (whole.isPresent()) {
        return Map.of(whole.get(), gpus);
      }
    }
    Map<Integer, Integer> chosen = new LinkedHashMap<>();
    int missing = gpus;
    for (int server : all().boxed().sorted(Comparator.comparing(servers::freeGpus)).toList()) {
      int taken = Math.min(servers.freeGpus(server), missing);
      if (taken > 0) {
        chosen.put(server, taken);
        missing -= taken;
      }
    }
    return chosen;
  }

  private IntStream all() {
    return IntStream.range(0, servers.count());
  }

  /**
   * The jobs of a server to demote until it has what is needed. Accident of the artifact: it goes
   * through them one by one and demotes even those that have nothing to give.
   */
  private List<JobState> toDemote(int server, Resources needed) {
    servers.jobs(server).sort(GREEDIEST_FIRST);
    List<JobState> marked = new ArrayList<>();
    Resources need = needed;
    for (JobState job : servers.jobs(server)) {
      marked.add(job);
      need = need.minus(excess(job, server)).aboveZero();
      if (need.isNone()) {
        break;
      }
    }
    return marked;
  }

  /** What a job has above its fair share on a server. */
  private Resources excess(JobState job, int server) {
    int gpus = gpusOn(job, server);
    return job.held().times(gpus / (double) job.gpus()).minus(fairShare.times(gpus)).aboveZero();
  }

  private static int gpusOn(JobState job, int server) {
    return job.shares().stream()
        .filter(share -> share.server() == server)
        .mapToInt(Share::gpus)
        .findFirst()
        .orElseThrow();
  }

  /** Gives a job its fair share on all of its servers, and counts its round anew. */
  private void demote(JobState job) {
    Resources request = cutToFair(job);
    servers.exchange(
        job,
        job.shares().stream()
            .map(share ->
                new Share(share.server(), request.times(share.gpus() / (double) job.gpus())))
            .toList());
    job.creditRoundAgain(1);
  }
}
