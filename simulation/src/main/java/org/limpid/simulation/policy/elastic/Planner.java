package org.limpid.simulation.policy.elastic;

import java.util.Optional;
import org.limpid.simulation.loop.Partition;
import org.limpid.simulation.policy.scaling.JobSpeeds;
import org.limpid.simulation.policy.scaling.ScalingCost;

/**
 * Plans a job around what is planned already. All plans count what a change of GPUs costs: the job
 * holds its GPUs and does nothing for so many seconds. Immutable; its methods change nothing that
 * they are given.
 *
 * @param cost seconds without progress after a change
 */
record Planner(ScalingCost cost) {
  /** What sums of seconds may be wrong by; far less than the iteration that work is rounded up. */
  private static final double ROUNDING = 1e-6;

  /**
   * The smallest share that keeps the deadline, raised as late as possible, by progressive filling:
   * numbers of GPUs are tried from the fewest on, and where fewer are free the job gets those.
   *
   * <p>Takes time proportional to the number of choices times that of the steps before the
   * deadline, since how many GPUs are free in each of them makes a difference.
   *
   * @return empty if no share keeps it
   */
  Optional<Share> leastShare(Claim claim, FreeGpus free) {
    int steps = stepsBefore(claim.deadline(), free);
    double[] before = new double[steps + 1];
    JobSpeeds speeds = claim.speeds();
    for (int choice = 0; choice < speeds.size() && steps > 0; choice++) {
      int gpus = speeds.gpus(choice);
      if (progress(claim, gpus, steps, free)[steps] >= claim.work() - ROUNDING) {
        int lower = choice == 0 ? 0 : speeds.gpus(choice - 1);
        if (lower > 0) {
          before = progress(claim, lower, steps, free);
        }
        return Optional.of(
            share(claim, gpus, lower, latestRaise(claim, gpus, lower, before, free), free));
      }
    }
    return Optional.empty();
  }

  private static int stepsBefore(long deadline, FreeGpus free) {
    int steps = 0;
    while (steps < free.size() && free.second(steps) < deadline) {
      steps++;
    }
    return steps;
  }

  /** Per step the work that is done before it with so many GPUs at most; the last: in sum. */
  private double[] progress(Claim claim, int most, int steps, FreeGpus free) {
    double[] done = new double[steps + 1];
    int held = claim.held();
    for (int step = 0; step < steps; step++) {
      int gpus = level(claim, most, free, step);
      done[step + 1] = done[step] + entering(claim, held, gpus) + during(claim, gpus, step, free);
      held = gpus;
    }
    return done;
  }

  private static int level(Claim claim, int most, FreeGpus free, int step) {
    return claim.speeds().fitting(Math.min(most, free.free(step)));
  }

  /** Work that a change costs, as a negative number. */
  private double entering(Claim claim, int held, int gpus) {
    return gpus == held || gpus == 0 ? 0 : -cost.seconds(gpus) * claim.speeds().rateOn(gpus);
  }

  private static double during(Claim claim, int gpus, int step, FreeGpus free) {
    long until =
        step + 1 < free.size()
            ? Math.min(claim.deadline(), free.second(step + 1))
            : claim.deadline();
    return (until - free.second(step)) * claim.speeds().rateOn(gpus);
  }

  /**
   * The last step from which on the share is enough when the job has less before.
   *
   * @param before per step the work that is done before it with the smaller share
   */
  private int latestRaise(Claim claim, int gpus, int lower, double[] before, FreeGpus free) {
    double after = 0;
    int next = 0;
    for (int step = before.length - 2; step > 0; step--) {
      int level = level(claim, gpus, free, step);
      if (step < before.length - 2) {
        after += entering(claim, level, next);
      }
      after += during(claim, level, step, free);
      int previous = lower == 0 ? 0 : level(claim, lower, free, step - 1);
      if (before[step] + entering(claim, previous, level) + after >= claim.work() - ROUNDING) {
        return step;
      }
      next = level;
    }
    return 0;
  }

  private Share share(Claim claim, int gpus, int lower, int raise, FreeGpus free) {
    Walk walk = new Walk(claim, claim.held());
    for (int step = 0; !walk.isDone() && step < free.size(); step++) {
      int most = step < raise ? lower : gpus;
      walk.go(free.second(step), until(step, free), level(claim, most, free, step));
    }
    return new Share(gpus, lower, free.second(raise), walk.plan());
  }

  private static long until(int step, FreeGpus free) {
    return step + 1 < free.size() ? free.second(step + 1) : Partition.NEVER;
  }

  /** As many GPUs as the job can use wherever they are free, whatever its deadline. */
  Plan soonest(Claim claim, FreeGpus free) {
    Walk walk = new Walk(claim, claim.held());
    for (int step = 0; !walk.isDone() && step < free.size(); step++) {
      walk.go(free.second(step), until(step, free), level(claim, Integer.MAX_VALUE, free, step));
    }
    return walk.plan();
  }

  /**
   * A plan with more GPUs from now on for as long as they are free, and then as it was; what it has
   * done by then it need not do later, so it ends earlier.
   *
   * @param plan the plan as it is
   * @param free what is free beside it
   * @return empty if the job would not be done earlier
   */
  Optional<Plan> widened(Claim claim, Plan plan, int gpus, FreeGpus free) {
    Walk walk = new Walk(claim, claim.held());
    boolean wide = true;
    for (int step = 0; !walk.isDone() && step < free.size(); step++) {
      long from = free.second(step);
      while (!walk.isDone() && from < Math.min(until(step, free), plan.end())) {
        long to = Math.min(until(step, free), plan.nextChange(from));
        int planned = plan.gpusAt(from);
        wide &= free.free(step) + planned >= gpus;
        walk.go(from, to, wide ? Math.max(gpus, planned) : planned);
        from = to;
      }
    }
    return walk.isDone() && walk.plan().end() < plan.end()
        ? Optional.of(walk.plan())
        : Optional.empty();
  }

  /**
   * A plan in which the job pays for being moved now, and is done later by that.
   *
   * @param free what is free beside it
   * @return empty if it would miss its deadline, or the GPUs are not free at its end
   */
  Optional<Plan> moved(Claim claim, Plan plan, FreeGpus free) {
    Walk walk = new Walk(claim, Walk.ELSEWHERE);
    int last = 0;
    for (int step = 0; !walk.isDone() && step < free.size(); step++) {
      long from = free.second(step);
      while (!walk.isDone() && from < until(step, free)) {
        boolean planned = from < plan.end();
        int gpus = planned ? plan.gpusAt(from) : last;
        if (!planned && free.free(step) < gpus) {
          return Optional.empty();
        }
        long to = planned ? Math.min(until(step, free), plan.nextChange(from)) : until(step, free);
        walk.go(from, to, gpus);
        last = gpus;
        from = to;
      }
    }
    return walk.isDone() && walk.plan().end() <= Math.max(claim.deadline(), plan.end())
        ? Optional.of(walk.plan())
        : Optional.empty();
  }

  /** Seconds until a job is done that goes on on so many GPUs. */
  double secondsOn(Claim claim, int gpus) {
    double change = gpus == claim.held() ? 0 : cost.seconds(gpus);
    return change + claim.work() / claim.speeds().rateOn(gpus);
  }

  /** The same for one of the choices of a job, rounded up. */
  long wholeSecondsOn(Claim claim, int choice) {
    return (long) Math.ceil(secondsOn(claim, claim.speeds().gpus(choice)) - ROUNDING);
  }

  /** A job on its way through a plan that is made. */
  private final class Walk {
    /** GPUs that are none of those that it gets. */
    static final int ELSEWHERE = -1;

    private final Claim claim;
    private final Plan.Builder steps = new Plan.Builder();
    private double left;
    private int held;
    private Plan plan;

    Walk(Claim claim, int held) {
      this.claim = claim;
      this.held = held;
      left = claim.work();
    }

    boolean isDone() {
      return plan != null;
    }

    /** So many GPUs from one second to another. */
    void go(long from, long to, int gpus) {
      steps.add(from, gpus);
      left -= entering(claim, held, gpus);
      held = gpus;
      double rate = claim.speeds().rateOn(gpus);
      double seconds = (double) to - from;
      if (rate > 0 && left <= rate * seconds + ROUNDING) {
        plan = steps.until(from + Math.max(1, (long) Math.ceil(left / rate - ROUNDING)));
      }
      left -= rate * seconds;
    }

    Plan plan() {
      return plan == null ? Plan.NEVER_ENDING : plan;
    }
  }
}
