package org.limpid.simulation.sink;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.limpid.data.Estimates;
import org.limpid.data.Trace;
import org.limpid.simulation.job.PartitionJobs;
import org.limpid.simulation.loop.Participant;
import org.limpid.simulation.loop.Partition;
import org.limpid.simulation.loop.Scheduler;

/**
 * The estimates of one run that are made as jobs enter their queues, or at the submission of those
 * that end in the profiler.
 */
public final class LiveEstimates {
  private final DurationEstimator estimator;
  private final double[] seconds;

  /**
   * No estimate yet.
   *
   * @param estimator makes them
   * @param jobCount number of jobs of the trace
   */
  public LiveEstimates(DurationEstimator estimator, int jobCount) {
    this.estimator = estimator;
    seconds = new double[jobCount];
    Arrays.fill(seconds, Double.NaN);
  }

  /** What makes them. */
  DurationEstimator estimator() {
    return estimator;
  }

  /** All of them, when the run is over. */
  public Estimates all() {
    return new Estimates("what the run believed", seconds);
  }

  /** Estimate of a job that has entered its queue; NaN before. */
  public double seconds(int row) {
    return seconds[row];
  }

  /**
   * The scheduler, with estimates made before it hears of an arrival.
   *
   * @param starts observes the partition
   */
  public Scheduler feeding(Scheduler scheduler, Partition partition, Starts starts) {
    return new Feeding(scheduler, partition, starts);
  }

  /** Tells the estimator of submissions and of ends outside the virtual clusters. */
  public Participant outside(Trace trace, long[] endSeconds, IntConsumer progress) {
    return new OutsideEvents(trace, endSeconds, this, progress);
  }

  /** Asks for the estimate of a job. */
  void estimate(int row, long now) {
    seconds[row] = estimator.estimateSeconds(row, now);
    if (Double.isNaN(seconds[row])) {
      throw new IllegalStateException("the estimator has no number for row " + row);
    }
  }

  private final class Feeding implements Scheduler {
    private final Scheduler scheduler;
    private final Partition partition;
    private final PartitionJobs jobs;
    private final Starts starts;

    Feeding(Scheduler scheduler, Partition partition, Starts starts) {
      this.starts = starts;
      this.scheduler = scheduler;
      this.partition = partition;
      jobs = partition.jobs();
    }

    @Override
    public void arrived(int job) {
      estimate(jobs.row(job), partition.now());
      scheduler.arrived(job);
    }

    @Override
    public void ended(int job) {
      estimator.ended(jobs.row(job), partition.now());
      scheduler.ended(job);
    }

    @Override
    public void schedule() {
      scheduler.schedule();
      starts.drain(job -> estimator.started(jobs.row(job), partition.now()));
    }

    @Override
    public long wakeUp() {
      return scheduler.wakeUp();
    }
  }
}
