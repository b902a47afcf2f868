package org.limpid.simulation.policy.elastic;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;
import org.limpid.simulation.loop.Partition;
import org.limpid.simulation.policy.scaling.JobSpeeds;
import org.limpid.simulation.policy.scaling.ScalingCost;
import org.limpid.simulation.resource.Allocation;

/** Brings a partition from where its jobs are to where they are to be. */
final class Mover {
  private final Partition partition;
  private final ScalingCost cost;
  private final IntFunction<JobSpeeds> speeds;

  /**
   * @param cost what each change costs
   * @param speeds of the jobs
   */
  Mover(Partition partition, ScalingCost cost, IntFunction<JobSpeeds> speeds) {
    this.partition = partition;
    this.cost = cost;
    this.speeds = speeds;
  }

  /**
   * Jobs without a seat stop; then each job goes to its seat as soon as nobody else sits there. Two
   * that want to exchange seats can't do so at once: one of them stops and goes on in the same
   * second.
   *
   * @param seats per job that is to run its GPUs
   * @param told told of each job that comes to other GPUs than it has
   */
  void move(Map<Integer, Allocation> seats, BiConsumer<Integer, Allocation> told) {
    for (int job : partition.runningInStartOrder()) {
      if (!seats.containsKey(job)) {
        partition.preempt(job, 0);
      }
    }
    List<Integer> left = new ArrayList<>();
    seats.forEach((job, seat) -> {
      if (!partition.isRunning(job) || !sameGpus(partition.allocation(job), seat)) {
        left.add(job);
        told.accept(job, seat);
      }
    });
    while (!left.isEmpty()) {
      if (!moveAny(left, seats)) {
        partition.preempt(left.stream().filter(partition::isRunning).findFirst().orElseThrow(), 0);
      }
    }
  }

  private boolean moveAny(List<Integer> left, Map<Integer, Allocation> seats) {
    boolean any = false;
    for (Iterator<Integer> jobs = left.iterator(); jobs.hasNext(); ) {
      int job = jobs.next();
      if (isFreeFor(job, seats.get(job))) {
        seat(job, seats.get(job));
        jobs.remove();
        any = true;
      }
    }
    return any;
  }

  private boolean isFreeFor(int job, Allocation seat) {
    Map<Integer, Long> own = partition.isRunning(job) ? masks(partition.allocation(job)) : Map.of();
    for (int i = 0; i < seat.nodeCount(); i++) {
      long free = partition.nodes().freeMask(seat.node(i)) | own.getOrDefault(seat.node(i), 0L);
      if ((seat.gpuMask(i) & ~free) != 0) {
        return false;
      }
    }
    return true;
  }

  private void seat(int job, Allocation seat) {
    double rate = speeds.apply(job).rateOn(seat.gpuCount());
    double overhead = cost.seconds(seat.gpuCount()) * rate;
    if (partition.isRunning(job)) {
      partition.resize(job, seat, rate, overhead);
    } else {
      partition.start(job, seat, rate, overhead);
    }
  }

  private static boolean sameGpus(Allocation one, Allocation other) {
    return masks(one).equals(masks(other));
  }

  private static Map<Integer, Long> masks(Allocation place) {
    Map<Integer, Long> masks = new TreeMap<>();
    for (int i = 0; i < place.nodeCount(); i++) {
      masks.put(place.node(i), place.gpuMask(i));
    }
    return masks;
  }
}
