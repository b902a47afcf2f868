package org.limpid.simulation.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.limpid.simulation.event.EventSink;
import org.limpid.simulation.job.Outcome;
import org.limpid.simulation.job.PartitionJobs;
import org.limpid.simulation.loop.Partition;
import org.limpid.simulation.policy.Settings;
import org.limpid.simulation.policy.scaling.ScalingCost;
import org.limpid.simulation.resource.Allocation;
import org.limpid.simulation.resource.Nodes;

/**
 * Watches a partition and counts for itself: who is on which GPU, how much work is done, and
 * whether events follow each other as they must.
 */
final class Audit implements EventSink {
  private enum State {
    WAITS,
    RUNS,
    ENDED
  }

  private final Partition partition;
  private final int endDelay;
  private final int jobsPerGpu;
  private final State[] states;
  private final double[] work;
  private final double[] fastest;
  private final double[] changes;
  private long clock;
  private int pairs;

  /**
   * @param endDelay seconds between the end of the work of a job and its end
   * @param jobsPerGpu how many jobs may be on one GPU
   */
  Audit(Partition partition, long startSecond, int endDelay, int jobsPerGpu) {
    this.endDelay = endDelay;
    this.partition = partition;
    PartitionJobs jobs = partition.jobs();
    this.jobsPerGpu = jobsPerGpu;
    states = new State[jobs.size()];
    Arrays.fill(states, State.WAITS);
    work = new double[jobs.size()];
    fastest = new double[jobs.size()];
    changes = new double[jobs.size()];
    clock = startSecond;
  }

  /** Seconds between the end of the work of a job and its end. */
  int endDelay() {
    return endDelay;
  }

  /** Work that the job has done, in seconds of the job alone. */
  double work(int job) {
    return work[job];
  }

  /** The highest speed that the job had. */
  double fastest(int job) {
    return fastest[job];
  }

  /** What all starts and changes of size of an elastic job cost, in seconds of the job alone. */
  double changes(int job) {
    return changes[job];
  }

  /** How often a job joined another one. */
  int pairs() {
    return pairs;
  }

  @Override
  public void holds(long from, long to) {
    assertEquals(clock, from, "the clock jumps");
    assertTrue(to >= from, "the clock goes back");
    clock = to;
    int[][] jobsOnGpu = new int[partition.nodes().positionBound()][Long.SIZE];
    partition.forEachRunning(job -> {
      assertEquals(State.RUNS, states[job]);
      Allocation place = partition.allocation(job);
      assertTrue(partition.jobs().demand(job).allows(place.gpuCount()), () -> job + " on " + place);
      occupy(place, jobsOnGpu);
      work[job] += partition.rate(job) * (to - from);
      fastest[job] = Math.max(fastest[job], partition.rate(job));
    });
    assertCounts(partition.nodes(), jobsOnGpu);
    assertEquals(count(State.RUNS), partition.runningJobs());
  }

  private void occupy(Allocation place, int[][] jobsOnGpu) {
    for (int i = 0; i < place.nodeCount(); i++) {
      for (long rest = place.gpuMask(i); rest != 0; rest &= rest - 1) {
        int jobs = ++jobsOnGpu[place.node(i)][Long.numberOfTrailingZeros(rest)];
        assertTrue(jobs <= jobsPerGpu, () -> jobs + " jobs on a GPU of " + place);
      }
    }
  }

  private static void assertCounts(Nodes nodes, int[][] jobsOnGpu) {
    int free = 0;
    for (int node = 0; node < jobsOnGpu.length; node++) {
      boolean isHere = nodes.number(node) >= 0;
      for (int gpu = 0; gpu < nodes.gpusPerNode(); gpu++) {
        boolean isFree = jobsOnGpu[node][gpu] == 0;
        assertTrue(isHere || isFree, "a job runs on a node that is lent");
        free += isHere && isFree ? 1 : 0;
      }
    }
    assertEquals(free, nodes.freeGpus());
  }

  @Override
  public void started(int job) {
    change(job, State.WAITS, State.RUNS);
    countChange(job);
  }

  @Override
  public void resized(int job, Allocation before) {
    countChange(job);
  }

  private void countChange(int job) {
    ScalingCost cost = ScalingCost.of(Settings.NONE, partition.nodes().gpuCount());
    int gpus = partition.allocation(job).gpuCount();
    changes[job] += partition.rate(job) * cost.seconds(gpus);
  }

  @Override
  public void startedShared(int job) {
    for (int partner : partition.state().partners(job)) {
      assertEquals(State.RUNS, states[partner]);
    }
    change(job, State.WAITS, State.RUNS);
    pairs++;
  }

  @Override
  public void preempted(int job, int by) {
    change(job, State.RUNS, State.WAITS);
  }

  @Override
  public void ended(int job, Outcome outcome) {
    change(job, outcome == Outcome.REJECTED ? State.WAITS : State.RUNS, State.ENDED);
  }

  void assertAllEnded() {
    assertEquals(states.length, count(State.ENDED));
  }

  private void change(int job, State from, State to) {
    assertEquals(from, states[job], "job " + job);
    states[job] = to;
  }

  private int count(State state) {
    return (int) Arrays.stream(states).filter(candidate -> candidate == state).count();
  }
}
