package org.limpid.reference.synergy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Goes through the jobs and serves each for which there are enough GPUs; smaller ones overtake
 * larger ones that must wait.
 */
final class OneByOne implements RoundAllocator {
  private final SynergyPolicy policy;
  private final Servers servers;
  private final Placement placement;
  private final FairTuning tuning;

  OneByOne(SynergyPolicy policy, Servers servers) {
    this.policy = policy;
    this.servers = servers;
    this.placement = Placement.of(policy.consolidates(), servers);
    this.tuning = new FairTuning(servers, placement);
  }

  @Override
  public List<JobState> allocate(double seconds, List<JobState> jobs) {
    List<JobState> served = new ArrayList<>();
    int free = servers.freeGpus();
    for (JobState job : candidates(jobs)) {
      Optional<List<Share>> shares = job.gpus() <= free ? find(job) : Optional.empty();
      if (shares.isPresent()) {
        servers.place(job, shares.get());
        job.creditRound(seconds, usesSpeedup() ? job.speedup() : 1);
        served.add(job);
        free -= job.gpus();
      }
    }
    return served;
  }

  private boolean usesSpeedup() {
    return policy.allocation() != SynergyAllocation.FAIR;
  }

  /**
   * LAS alone chooses the jobs before it serves them, so that the GPUs of one that fails for CPUs
   * or memory stay idle; when it tunes, large jobs come first.
   */
  private List<JobState> candidates(List<JobState> jobs) {
    if (policy.order() != SynergyOrder.LAS) {
      return jobs;
    }
    List<JobState> chosen = fitting(jobs, servers.freeGpus());
    if (policy.allocation() == SynergyAllocation.TUNE) {
      chosen.sort(Comparator.comparing(JobState::gpus).reversed());
    }
    return chosen;
  }

  /** The jobs that fit one after the other, by their number of GPUs alone. */
  static List<JobState> fitting(List<JobState> jobs, int gpus) {
    List<JobState> fitting = new ArrayList<>();
    int free = gpus;
    for (JobState job : jobs) {
      if (job.gpus() <= free) {
        fitting.add(job);
        free -= job.gpus();
      }
    }
    return fitting;
  }

  private Optional<List<Share>> find(JobState job) {
    return switch (policy.allocation()) {
      case FAIR -> placement.find(servers.cluster().fairShare().times(job.gpus()));
      case GREEDY -> placement.find(job.demand());
      case TUNE -> Optional.of(tuning.find(job));
      case OPT -> throw new IllegalStateException("the optimum is not found job by job");
    };
  }
}
