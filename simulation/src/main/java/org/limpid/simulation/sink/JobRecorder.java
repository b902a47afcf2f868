package org.limpid.simulation.sink;

import org.limpid.simulation.event.EventSink;
import org.limpid.simulation.job.Outcome;
import org.limpid.simulation.job.PartitionJobs;
import org.limpid.simulation.state.ClusterState;

/** Writes what became of each job into the records of the run when it leaves. */
public final class JobRecorder implements EventSink {
  private final PartitionJobs jobs;
  private final ClusterState state;
  private final JobRecords records;
  private final Outcomes outcomes;

  /**
   * A recorder for one virtual cluster.
   *
   * @param jobs its jobs
   * @param state what is known of them
   * @param records of all jobs of the trace; several virtual clusters write disjoint rows
   * @param outcomes of all jobs of the trace
   */
  public JobRecorder(
      PartitionJobs jobs, ClusterState state, JobRecords records, Outcomes outcomes) {
    this.jobs = jobs;
    this.state = state;
    this.records = records;
    this.outcomes = outcomes;
  }

  @Override
  public void ended(int job, Outcome outcome) {
    int row = jobs.row(job);
    records.endSeconds()[row] = state.now();
    if (outcome == Outcome.REJECTED) {
      records.startSeconds()[row] = JobRecords.NEVER_STARTED;
      records.queueSeconds()[row] = state.queueSeconds(job) + state.now() - state.waitingSince(job);
    } else {
      records.startSeconds()[row] = state.startSeconds(job);
      records.queueSeconds()[row] = state.queueSeconds(job);
      records.allocations()[row] = state.nodes().numbered(state.place(job));
    }
    records.preemptions()[row] = state.preemptions(job);
    if (outcome != Outcome.ENDED) {
      outcomes.set(row, outcome);
    }
  }
}
