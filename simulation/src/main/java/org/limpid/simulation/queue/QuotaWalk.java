package org.limpid.simulation.queue;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToLongFunction;
import org.limpid.simulation.job.Conventions;
import org.limpid.simulation.loop.Partition;

/**
 * The decision of a preemptive policy: candidates, waiting and running, take GPUs from a quota in
 * order of priority. Who doesn't fit what is left is skipped, and loses its GPUs if it runs.
 *
 * <p>First all preemptions are done, then the chosen waiting jobs are placed in order. One that
 * can't be placed goes on waiting, although others may have been preempted for it.
 */
public final class QuotaWalk {
  /** Work added by a preemption, for saving and restoring the state of the job. */
  private static final long OVERHEAD_SECONDS = 40;

  private static final long LARGE_JOB_OVERHEAD_SECONDS = 60;

  private final Partition partition;
  private final IntBuffer chosen = new IntBuffer();
  private final IntBuffer victims = new IntBuffer();
  private final IntBuffer winners = new IntBuffer();
  private int quota;

  /**
   * @param partition whose GPUs are given away
   */
  public QuotaWalk(Partition partition) {
    this.partition = partition;
  }

  /** Begins a decision with all GPUs of the partition. */
  public void begin() {
    quota = partition.nodes().gpuCount();
    chosen.clear();
    victims.clear();
    winners.clear();
  }

  /**
   * Offers GPUs to the jobs of two queues, merged.
   *
   * <p>Running jobs are passed block by block where a whole block fits and no waiting job comes in
   * between. A waiting job that doesn't fit when it is looked for won't fit at its turn, since the
   * quota only shrinks.
   */
  public void offer(JobQueue waiting, JobQueue running, Precedence before) {
    JobQueue.Walk waits = waiting.walk();
    JobQueue.Walk runs = running.walk();
    boolean moreWaiting = waits.nextOfAtMost(quota);
    boolean moreRunning = runs.next();
    long runningGpus = running.weight();
    while (moreWaiting || (moreRunning && runningGpus > quota)) {
      if (moreRunning
          && fitsAsBlock(runs)
          && !(moreWaiting && before.waitingFirst(waits.key(), runs.lastKeyOfBlock()))) {
        quota -= (int) runs.weightOfBlock();
        runningGpus -= runs.weightOfBlock();
        moreRunning = runs.nextBlock();
      } else if (moreWaiting && (!moreRunning || before.waitingFirst(waits.key(), runs.key()))) {
        if (takes(waits)) {
          chosen.add(waits.job());
        }
        moreWaiting = waits.nextOfAtMost(quota);
      } else {
        runningGpus -= runs.weight();
        if (!takes(runs)) {
          victims.add(runs.job());
          winners.add(chosen.lastOr(Partition.NOBODY));
        }
        moreRunning = runs.next();
      }
    }
    // All that is left fits.
    quota -= (int) runningGpus;
  }

  /** Carries the decision out. */
  public void decide(Effects effects) {
    for (int i = 0; i < victims.size; i++) {
      int job = victims.jobs[i];
      effects.beforePreemption(job);
      partition.preempt(job, winners.jobs[i], overhead(job));
      effects.preempted(job);
    }
    for (int i = 0; i < chosen.size; i++) {
      if (partition.tryStart(chosen.jobs[i])) {
        effects.started(chosen.jobs[i]);
      } else {
        partition.tellBlocked(chosen.jobs[i]);
      }
    }
  }

  /**
   * Carries the decision out like {@link #decide}, but whoever gets nothing keeps its GPUs if they
   * don't help a chosen job to a place; those of least priority go first.
   *
   * @param overheadSeconds what a preemption costs a job, seconds of work
   */
  public void takeOver(IntToLongFunction overheadSeconds, Takeover.Effects effects) {
    List<Integer> losers = Arrays.stream(victims.jobs, 0, victims.size).boxed().toList();
    Takeover takeover = new Takeover(partition, losers.reversed(), overheadSeconds, effects);
    for (int i = 0; i < chosen.size; i++) {
      takeover.tryStart(chosen.jobs[i]);
    }
  }

  private boolean fitsAsBlock(JobQueue.Walk runs) {
    return runs.startsBlock() && runs.weightOfBlock() <= quota;
  }

  private boolean takes(JobQueue.Walk walk) {
    if (walk.weight() > quota) {
      return false;
    }
    quota -= walk.weight();
    return true;
  }

  private long overhead(int job) {
    return partition.jobs().gpuCount(job) > Conventions.LARGE_JOB_GPUS
        ? LARGE_JOB_OVERHEAD_SECONDS
        : OVERHEAD_SECONDS;
  }

  /**
   * Whether a waiting job goes before a running one, by their keys; if so, then also before all
   * running ones behind that.
   */
  @FunctionalInterface
  public interface Precedence {
    /** Whether the waiting job goes first. */
    boolean waitingFirst(double waitingKey, double runningKey);
  }

  /** Keeps the queues of the policy up to date while a decision is carried out. */
  public interface Effects {
    /** A running job is about to lose its GPUs. */
    void beforePreemption(int job);

    /** A job has lost its GPUs and waits. */
    void preempted(int job);

    /** A waiting job has got GPUs. */
    void started(int job);
  }

  private static final class IntBuffer {
    private int[] jobs = new int[16];
    private int size;

    void add(int job) {
      if (size == jobs.length) {
        jobs = Arrays.copyOf(jobs, 2 * size);
      }
      jobs[size++] = job;
    }

    int lastOr(int otherwise) {
      return size == 0 ? otherwise : jobs[size - 1];
    }

    void clear() {
      size = 0;
    }
  }
}
