package org.limpid.reference.synergy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.limpid.reference.synergy.RoundEvent.Arrival;
import org.limpid.reference.synergy.RoundEvent.LeaseEnd;
import org.limpid.reference.synergy.RoundEvent.RoundStart;

/**
 * Runs jobs by rounds, as the artifact does: who runs is decided anew at the start of each, a whole
 * round is counted when it begins, and a job that has done its iterations ends with its round. Use
 * one for one run. Not safe for several threads.
 */
public final class SynergySimulator {
  /** A job that waits for longer than this is preferred from then on. */
  private static final double MOST_WAITING_SECONDS = 1000 * 3600.0;

  /** For whom rounds need not be described. */
  private static final Consumer<RoundRecord> NOBODY = _ -> {};

  private final SynergyCluster cluster;
  private final SynergyPolicy policy;
  private final JobSource source;
  private final Consumer<RoundRecord> observer;
  private final Servers servers;
  private final RoundAllocator allocator;
  private final EventHeap events = new EventHeap();
  private final List<JobState> runnable = new ArrayList<>();
  private final List<FinishedJob> finished = new ArrayList<>();

  private SynergySimulator(
      SynergyCluster cluster,
      SynergyPolicy policy,
      JobSource source,
      Consumer<RoundRecord> observer) {
    this.cluster = cluster;
    this.policy = policy;
    this.source = source;
    this.observer = observer;
    this.servers = new Servers(cluster);
    this.allocator =
        policy.allocation() == SynergyAllocation.OPT
            ? new OptimalSpeeds(cluster)
            : new OneByOne(policy, servers);
  }

  /**
   * Replays a trace.
   *
   * @param jobs at least one, each with at most as many GPUs as the cluster has
   * @param observer is told of each round
   * @return the jobs in the order in which they finished
   * @throws IllegalArgumentException if a job can never run
   */
  public static List<FinishedJob> replay(
      List<SynergyJob> jobs,
      SynergyCluster cluster,
      SynergyPolicy policy,
      ReplayRules rules,
      Consumer<RoundRecord> observer) {
    for (SynergyJob job : jobs) {
      if (job.gpus() > cluster.gpuCount()) {
        throw new IllegalArgumentException(
            "job %d asks for %d GPUs, the cluster has %d"
                .formatted(job.id(), job.gpus(), cluster.gpuCount()));
      }
    }
    return new SynergySimulator(cluster, policy, new Replay(jobs, rules), observer).run();
  }

  /** Replays a trace and tells nobody of its rounds. */
  public static List<FinishedJob> replay(
      List<SynergyJob> jobs, SynergyCluster cluster, SynergyPolicy policy, ReplayRules rules) {
    return replay(jobs, cluster, policy, rules, NOBODY);
  }

  /** Runs the jobs of a source. */
  static List<FinishedJob> run(SynergyCluster cluster, SynergyPolicy policy, JobSource source) {
    return new SynergySimulator(cluster, policy, source, NOBODY).run();
  }

  private List<FinishedJob> run() {
    source.first().forEach(this::await);
    events.push(new RoundStart(source.firstRoundSeconds()));
    while (!events.isEmpty()) {
      switch (events.pop()) {
        case Arrival(_, JobState job) -> arrive(job);
        case LeaseEnd(double seconds, JobState job) -> endLease(seconds, job);
        case RoundStart(double seconds) -> startRound(seconds);
      }
    }
    return finished;
  }

  private void await(SynergyJob job) {
    events.push(new Arrival(job.arrivalSeconds(), new JobState(job, cluster)));
  }

  private void arrive(JobState job) {
    runnable.add(job);
    source.after(job.job()).ifPresent(this::await);
  }

  private void endLease(double seconds, JobState job) {
    servers.takeBack(job);
    if (job.isFinished()) {
      runnable.remove(job);
      finished.add(new FinishedJob(job.job(), job.firstSeconds(), seconds));
      source.finished(job.job());
    }
  }

  private void startRound(double seconds) {
    if (source.isOver(runnable.isEmpty())) {
      events.clear();
      return;
    }
    policy.order().sort(runnable, keysAt(seconds));
    servers.forgetJobs();
    runnable.forEach(JobState::resetSpeedup); // only now: the keys see what the last round left
    runnable.stream()
        .filter(job -> seconds - job.lastSeconds() > MOST_WAITING_SECONDS)
        .forEach(JobState::raisePriority);
    List<JobState> served = allocator.allocate(seconds, runnable);
    double end = seconds + JobState.ROUND_SECONDS;
    served.forEach(job -> events.push(new LeaseEnd(end, job)));
    events.push(new RoundStart(end));
    if (observer != NOBODY) {
      observer.accept(record(seconds, served));
    }
  }

  private SynergyOrder.Round keysAt(double seconds) {
    return new SynergyOrder.Round(
        seconds, cluster.total(), policy.allocation() != SynergyAllocation.FAIR);
  }

  private static RoundRecord record(double seconds, List<JobState> served) {
    return new RoundRecord(
        seconds,
        served.stream()
            .map(job ->
                new RoundRecord.Served(
                    job.job(),
                    job.demand(),
                    job.given(),
                    job.shares(),
                    job.factor(),
                    job.executed()))
            .toList());
  }
}
