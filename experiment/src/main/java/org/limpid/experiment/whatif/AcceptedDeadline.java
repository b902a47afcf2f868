package org.limpid.experiment.whatif;

import java.util.Optional;
import org.limpid.data.JobAttribute;
import org.limpid.data.JobId;
import org.limpid.data.OptionalColumns;
import org.limpid.data.Trace;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.files.Reporter;
import org.limpid.simulation.run.Simulator;
import org.limpid.simulation.sink.JobRecords;

/**
 * Finds the earliest deadline with which a job would have been admitted, by simulation: spans from
 * its submission on are doubled until one is accepted, then the gap is halved until none is left.
 */
public final class AcceptedDeadline {
  /** Ten years. */
  private static final int LONGEST_SECONDS = 315_360_000;

  private AcceptedDeadline() {}

  /**
   * Carries out a request.
   *
   * @throws DataException if the run, its data set or its models are not there or are others, the
   *     run has no such job, or its policy looks at no deadlines
   */
  public static AcceptedDeadlineReport run(RunReference reference, JobId job, Reporter reporter) {
    FormerRun run = FormerRun.open(reference, false);
    Simulator.Task before = run.task(run.policy());
    requireDeadlines(before);
    Trace trace = before.inputs().trace();
    int row = Counterfactual.row(trace, job);
    JobRecords records = run.records(before.policy().name());
    JobTrials trials = new JobTrials(run, before, records, job);
    reporter.begin("Searching", 1);
    Optional<AcceptedDeadlineReport.Accepted> found =
        SmallestChange.upTo(
            LONGEST_SECONDS, span -> accepted(trials, job, trace.submitSeconds(row) + span));
    reporter.end();
    long deadline = trace.optional().number(JobAttribute.DEADLINE, row);
    return new AcceptedDeadlineReport(
        reference.run().toString(),
        job,
        before.policy().name(),
        run.data().reader().origin(),
        trace.submitSeconds(row),
        deadline == OptionalColumns.UNKNOWN ? Optional.empty() : Optional.of(deadline),
        records.startSeconds()[row] != JobRecords.NEVER_STARTED,
        found,
        run.notices(before));
  }

  private static void requireDeadlines(Simulator.Task before) {
    if (!before
        .policy()
        .about()
        .attributes(before.inputs().settings())
        .contains(JobAttribute.DEADLINE)) {
      throw new DataException(
          new Problem(
              "--accepted",
              0,
              "",
              before.policy().name(),
              "expected a policy that looks at deadlines",
              "Maybe elasticflow."));
    }
  }

  private static Optional<AcceptedDeadlineReport.Accepted> accepted(
      JobTrials trials, JobId job, long deadline) {
    return trials
        .probe(new Change.Deadline(job, Long.toString(deadline)), "")
        .filter(probe -> probe.startSeconds() != JobRecords.NEVER_STARTED)
        .map(probe -> new AcceptedDeadlineReport.Accepted(deadline, probe.startSeconds()));
  }
}
