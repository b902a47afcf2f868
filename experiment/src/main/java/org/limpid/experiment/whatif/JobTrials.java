package org.limpid.experiment.whatif;

import java.util.Optional;
import org.limpid.data.JobId;
import org.limpid.data.Trace;
import org.limpid.simulation.policy.Policy;
import org.limpid.simulation.run.InputProblem;
import org.limpid.simulation.run.Rerun;
import org.limpid.simulation.run.Simulator;
import org.limpid.simulation.sink.JobRecords;

/**
 * What becomes of one job when one thing is changed; only its virtual cluster is simulated again.
 * Not safe for use by several threads.
 */
final class JobTrials {
  private final FormerRun run;
  private final Policy policy;
  private final Rerun rerun;
  private final JobId job;

  JobTrials(FormerRun run, Simulator.Task before, JobRecords records, JobId job) {
    this.run = run;
    this.job = job;
    policy = before.policy();
    rerun = run.rerun(before, records);
  }

  /**
   * The job after a change; empty if the policy can't run then.
   *
   * @param words what is changed
   */
  Optional<Finding.Probe> probe(Change change, String words) {
    try {
      Simulator.Task after = Changes.of(run, policy, change);
      Trace trace = after.inputs().trace();
      int row = trace.jobIds().rowOf(job);
      JobRecords changed = rerun.run(after, trace.virtualCluster(row)::equals).jobs();
      return Optional.of(
          new Finding.Probe(words, changed.startSeconds()[row], changed.queueSeconds()[row]));
    } catch (InputProblem _) {
      return Optional.empty();
    }
  }
}
