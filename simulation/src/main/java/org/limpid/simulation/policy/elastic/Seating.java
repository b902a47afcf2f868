package org.limpid.simulation.policy.elastic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import org.limpid.simulation.loop.Partition;
import org.limpid.simulation.policy.scaling.JobSpeeds;
import org.limpid.simulation.policy.scaling.ScalingCost;
import org.limpid.simulation.resource.Allocation;

/**
 * Brings the jobs of a partition to given numbers of GPUs, for elastic policies that need no more
 * than that. Jobs that keep their size stay where they are if that is possible. For one thread.
 */
public final class Seating {
  private final Partition partition;
  private final ScalingCost cost;
  private final IntFunction<JobSpeeds> speeds;
  private final IntToDoubleFunction left;
  private final Mover mover;

  /**
   * @param cost what starts and changes cost
   * @param speeds of jobs
   * @param left work that is left of a running job, in seconds on the GPUs that it asks for; asked
   *     only if somebody wants to know the reasons of decisions
   */
  public Seating(
      Partition partition,
      ScalingCost cost,
      IntFunction<JobSpeeds> speeds,
      IntToDoubleFunction left) {
    this.partition = partition;
    this.cost = cost;
    this.speeds = speeds;
    this.left = left;
    mover = new Mover(partition, cost, speeds);
  }

  /**
   * Starts, scales, moves and preempts jobs, and tells of those that were scaled or moved.
   *
   * @param sizes per job that is to run its number of GPUs; all others don't run
   * @param mayMove whether a job that keeps its size may be moved so that others lie together
   */
  public void seat(Map<Integer, Integer> sizes, IntPredicate mayMove) {
    List<Arrangement.Wish> wishes = new ArrayList<>();
    sizes.forEach((job, size) -> wishes.add(new Arrangement.Wish(job, size, held(job))));
    Map<Integer, Map<Integer, Integer>> places =
        Arrangement.of(partition.nodes(), wishes, mayMove, () -> {});
    mover.move(Seats.of(partition.nodes(), wishes, places), (job, seat) -> tell(job, seat));
  }

  private Allocation held(int job) {
    return partition.isRunning(job) ? partition.allocation(job) : null;
  }

  private void tell(int job, Allocation seat) {
    if (partition.wantsReasons() && partition.isRunning(job)) {
      int before = partition.allocation(job).gpuCount();
      int to = seat.gpuCount();
      double work = left.applyAsDouble(job);
      double now = work / speeds.apply(job).rateOn(before);
      double then = cost.seconds(to) + work / speeds.apply(job).rateOn(to);
      partition.tellNote(job, Scaled.NOTE, before, to, cost.seconds(to), Math.rint(now - then));
    }
  }
}
