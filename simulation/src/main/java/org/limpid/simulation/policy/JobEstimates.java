package org.limpid.simulation.policy;

import org.limpid.data.Estimates;
import org.limpid.simulation.engine.PartitionJobs;
import org.limpid.simulation.queue.ExpectedRun;

/** Estimates of the jobs of one partition. */
public final class JobEstimates {
  private JobEstimates() {}

  /** What the estimates of the inputs say about a job; NaN if there is none. */
  public static ExpectedRun.DurationEstimate of(Estimates estimates, PartitionJobs jobs) {
    return estimates == null ? job -> Double.NaN : job -> estimates.seconds(jobs.row(job));
  }

  /** Expected run times by estimate. */
  public static ExpectedRun expectedRun(Estimates estimates, PartitionJobs jobs) {
    return ExpectedRun.rough(of(estimates, jobs));
  }
}
