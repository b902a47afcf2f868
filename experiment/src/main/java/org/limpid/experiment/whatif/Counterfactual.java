package org.limpid.experiment.whatif;

import java.util.ArrayList;
import java.util.List;
import org.limpid.data.JobId;
import org.limpid.data.Trace;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.files.Reporter;
import org.limpid.simulation.bytes.StateException;
import org.limpid.simulation.run.Simulator;
import org.limpid.simulation.sink.JobRecords;

/** Finds small changes, each alone, that would have started a job earlier. */
public final class Counterfactual {
  private Counterfactual() {}

  /**
   * Carries out a request.
   *
   * @throws DataException if the run, its data set or its models are not there or are others, or
   *     the run has no such job
   */
  public static CounterfactualReport run(Request request, Reporter reporter) {
    FormerRun run = FormerRun.open(request.run(), false);
    Simulator.Task before = run.task(run.policy());
    Trace trace = before.inputs().trace();
    int row = row(trace, request.job());
    JobRecords records = run.records(before.policy().name());
    long latest = records.startSeconds()[row] - request.earlierSeconds();
    CounterfactualSearch search = new CounterfactualSearch(run, before, records, row, latest);
    List<Finding> findings = new ArrayList<>();
    CounterfactualSearch.Kind[] kinds = CounterfactualSearch.Kind.values();
    reporter.begin("Searching", kinds.length);
    for (CounterfactualSearch.Kind kind : kinds) {
      findings.add(find(search, kind, run, before));
      reporter.advance(1);
    }
    reporter.end();
    return new CounterfactualReport(
        request,
        before.policy().name(),
        run.data().reader().origin(),
        JobChange.Outcome.of(trace, records, row),
        findings,
        run.notices(before));
  }

  private static Finding find(
      CounterfactualSearch search,
      CounterfactualSearch.Kind kind,
      FormerRun run,
      Simulator.Task before) {
    try {
      return search.find(kind);
    } catch (StateException unfit) {
      throw run.folder().brokenSnapshots(before.policy().name(), unfit);
    }
  }

  /** The row of a job that was asked for. */
  static int row(Trace trace, JobId job) {
    int row = trace.jobIds().rowOf(job);
    if (row < 0) {
      throw new DataException(
          new Problem(
              "--job",
              0,
              "",
              job.toString(),
              "expected a job of the run",
              "Maybe look for it in the column job_id of jobs.csv."));
    }
    return row;
  }

  /**
   * A job of a run that should have started earlier.
   *
   * @param run the run
   * @param job its number
   * @param earlierSeconds how much earlier it should start, at least 1
   */
  public record Request(RunReference run, JobId job, long earlierSeconds) {
    public Request {
      if (earlierSeconds < 1) {
        throw new IllegalArgumentException("expected 1 s or more, found " + earlierSeconds);
      }
    }
  }
}
