package org.limpid.simulation.policy.elastic;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeMap;

/**
 * Gives away the GPUs that no plan needs now: first to those that have none, in the order of their
 * arrival; then, step by step, where each GPU lessens GPU time most, or adds least to it. Nobody is
 * scaled who would not be done earlier, so that a change pays for what it costs, and nobody's
 * promise is touched. With n jobs and m changes it takes n log n plus m times the steps of a plan.
 */
final class Leftover {
  private final Book book;
  private final Planner planner;
  private final Map<Integer, Integer> sizes = new TreeMap<>();
  private final PriorityQueue<Offer> offers =
      new PriorityQueue<>(
          Comparator.comparingDouble(Offer::gain).reversed().thenComparing(o -> o.claim().job()));
  private int left;
  private int changes;

  /**
   * More GPUs for a job.
   *
   * @param from GPUs that it has so far
   * @param gpus GPUs that it would have
   * @param plan its plan then; null if it has none
   * @param gain GPU time that is spared by each GPU more, in seconds; negative if it is added
   * @param changes how often plans had changed when this was found
   */
  private record Offer(Claim claim, int from, int gpus, Plan plan, double gain, int changes) {}

  private Leftover(Book book, Planner planner, int left) {
    this.book = book;
    this.planner = planner;
    this.left = left;
  }

  /**
   * Gives away what is left; plans in the book get wider by that.
   *
   * @param bestEffort jobs without a plan, in the order of their arrival
   * @return GPUs of the jobs without a plan that have any
   */
  static Map<Integer, Integer> give(Book book, Planner planner, List<Claim> bestEffort) {
    Leftover leftover = new Leftover(book, planner, book.free().free(0));
    if (leftover.left > 0) {
      leftover.giveFirst(bestEffort);
      leftover.giveMore(bestEffort);
    }
    return leftover.sizes;
  }

  private void giveFirst(List<Claim> bestEffort) {
    List<Claim> planned = book.jobs().stream().sorted().map(book::claim).toList();
    int next = 0;
    for (Claim claim : bestEffort) {
      while (next < planned.size() && planned.get(next).job() < claim.job()) {
        startEarly(planned.get(next++));
      }
      int fewest = claim.speeds().fewest();
      if (fewest <= left) {
        sizes.put(claim.job(), fewest);
        left -= fewest;
      }
    }
    while (next < planned.size()) {
      startEarly(planned.get(next++));
    }
  }

  private void startEarly(Claim claim) {
    int fewest = claim.speeds().fewest();
    if (now(claim) == 0 && fewest <= left) {
      planner
          .widened(claim, book.plan(claim.job()), fewest, book.free())
          .ifPresent(plan -> take(claim, 0, fewest, plan));
    }
  }

  private void take(Claim claim, int from, int gpus, Plan plan) {
    left -= gpus - from;
    if (plan == null) {
      sizes.put(claim.job(), gpus);
    } else {
      book.change(claim.job(), plan);
      changes++;
    }
  }

  private int now(Claim claim) {
    Plan plan = book.plan(claim.job());
    return plan == null ? sizes.getOrDefault(claim.job(), 0) : plan.gpusAt(book.free().second(0));
  }

  private void giveMore(List<Claim> bestEffort) {
    bestEffort.stream().filter(claim -> sizes.containsKey(claim.job())).forEach(this::offer);
    book.jobs().stream().map(book::claim).filter(claim -> now(claim) > 0).forEach(this::offer);
    while (left > 0 && !offers.isEmpty()) {
      Offer best = offers.remove();
      if (best.gpus() - best.from() > left || best.plan() != null && best.changes() != changes) {
        offer(best.claim());
      } else {
        take(best.claim(), best.from(), best.gpus(), best.plan());
        offer(best.claim());
      }
    }
  }

  /** What the job would get next: back to what it holds if it can, as that costs nothing. */
  private void offer(Claim claim) {
    int from = now(claim);
    int held = claim.held();
    if (held <= from || held - from > left || !offer(claim, from, held)) {
      int next = claim.speeds().after(from);
      if (next > from && next - from <= left) {
        offer(claim, from, next);
      }
    }
  }

  private boolean offer(Claim claim, int from, int gpus) {
    Plan plan = book.plan(claim.job());
    Optional<Offer> offer =
        plan == null ? unplanned(claim, from, gpus) : planned(claim, from, gpus, plan);
    offer.ifPresent(offers::add);
    return offer.isPresent();
  }

  private Optional<Offer> unplanned(Claim claim, int from, int gpus) {
    double before = planner.secondsOn(claim, from);
    double after = planner.secondsOn(claim, gpus);
    double gain = (from * before - gpus * after) / (gpus - from);
    return after < before
        ? Optional.of(new Offer(claim, from, gpus, null, gain, changes))
        : Optional.empty();
  }

  private Optional<Offer> planned(Claim claim, int from, int gpus, Plan plan) {
    long now = book.free().second(0);
    return planner
        .widened(claim, plan, gpus, book.free())
        .map(wider -> {
          double gain = (plan.gpuSeconds(now) - wider.gpuSeconds(now)) / (gpus - from);
          return new Offer(claim, from, gpus, wider, gain, changes);
        });
  }
}
