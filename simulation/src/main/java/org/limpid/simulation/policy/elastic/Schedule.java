package org.limpid.simulation.policy.elastic;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Plans of several jobs that don't get in each other's way, made anew from one second on: the most
 * urgent job first, each with the smallest share that keeps its deadline, or as soon as possible
 * where none does. With n jobs and k steps of free GPUs it takes time in proportion to n k, as each
 * share depends on what the jobs before it leave in every step.
 */
final class Schedule {
  private final Map<Integer, Plan> plans = new HashMap<>();
  private final Map<Integer, Share> shares = new HashMap<>();
  private final Set<Integer> late = new HashSet<>();
  private final FreeGpus free;

  /**
   * Plans jobs.
   *
   * @param claims what they want, the most urgent first
   * @param free GPUs that they may have; changed
   */
  Schedule(Planner planner, List<Claim> claims, FreeGpus free) {
    this.free = free;
    for (Claim claim : claims) {
      Optional<Share> share = planner.leastShare(claim, free);
      share.ifPresent(found -> shares.put(claim.job(), found));
      Plan plan = share.map(Share::plan).orElseGet(() -> planner.soonest(claim, free));
      if (share.isEmpty()) {
        late.add(claim.job());
      }
      plans.put(claim.job(), plan);
      free.take(plan);
    }
  }

  /** The plan of a job that was planned. */
  Plan plan(int job) {
    return plans.get(job);
  }

  /** The share of a job; empty if it is late. */
  Optional<Share> share(int job) {
    return Optional.ofNullable(shares.get(job));
  }

  /** Whether a job misses its deadline by its plan. */
  boolean isLate(int job) {
    return late.contains(job);
  }

  /** The jobs that are late, in no order. */
  Set<Integer> late() {
    return late;
  }

  /** What is left. */
  FreeGpus free() {
    return free;
  }
}
