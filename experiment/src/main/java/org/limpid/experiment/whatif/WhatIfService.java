package org.limpid.experiment.whatif;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.limpid.data.Trace;
import org.limpid.data.replicate.Replica;
import org.limpid.experiment.simulate.ReplicaPlan;
import org.limpid.experiment.whatif.FormerRun.Beliefs;
import org.limpid.files.AtomicFolder;
import org.limpid.files.Reporter;
import org.limpid.results.SnapshotFile;
import org.limpid.simulation.policy.Policy;
import org.limpid.simulation.record.JobRecords;
import org.limpid.simulation.run.Rerun;
import org.limpid.simulation.run.Simulator;
import org.limpid.simulation.state.StateException;

/** Runs a policy again with something changed, and compares. */
public final class WhatIfService {
  private WhatIfService() {}

  /**
   * Carries out a request.
   *
   * @throws org.limpid.files.DataException if the run, its data set or its models are not there or
   *     are others, if changes do not fit them, or if results can't be written
   * @throws org.limpid.simulation.run.InputProblem if the policy can't run after the changes
   */
  public static WhatIfReport run(WhatIfRequest request, Reporter reporter) {
    try (AtomicFolder folder = request.out().map(out -> open(out, request)).orElse(null)) {
      WhatIfReport report = compare(request, reporter);
      if (folder != null) {
        WhatIfFiles.write(folder.path(), report, request.texts());
        folder.commit();
      }
      return report;
    }
  }

  private static AtomicFolder open(Path out, WhatIfRequest request) {
    return AtomicFolder.begin(out, "what-if", request.overwrite());
  }

  private static WhatIfReport compare(WhatIfRequest request, Reporter reporter) {
    FormerRun run =
        FormerRun.open(
            new FormerRun.Places(request.run(), request.data(), request.models()),
            request.relearn().isPresent() ? Beliefs.RELEARNT : Beliefs.HELD,
            request.threads());
    String name = run.policy(request.policy());
    Simulator.Task before = run.task(name);
    Policy policy = before.policy();
    Simulator.Task after =
        Changes.parsed(run, policy, request.changes(), Replica.unchanged(run.data().trace()));
    JobRecords records = run.records(name);
    ReplicaPlan plan = request.relearn().orElse(ReplicaPlan.NONE);
    reporter.begin("Simulating", 1 + plan.count());
    Rerun.Result result = rerun(run, before, records, after);
    reporter.advance(1);
    ChangeOnCopies copies = ChangeOnCopies.simulate(run, policy, request.changes(), plan, reporter);
    reporter.end();
    return new WhatIfReport(
        request,
        before,
        after,
        result.redone(),
        jobs(run, before, records, after, result.jobs()),
        copies,
        run);
  }

  /** The changed run; snapshots that are not of this run are a problem of their file. */
  static Rerun.Result rerun(
      FormerRun run, Simulator.Task before, JobRecords records, Simulator.Task after) {
    try {
      return run.rerun(before, records).run(after);
    } catch (StateException unfit) {
      throw SnapshotFile.broken(run.snapshotFile(before.policy().name()), unfit);
    }
  }

  /** All jobs that count and that are there before and after. */
  static List<JobChange> jobs(
      FormerRun run,
      Simulator.Task before,
      JobRecords recordsBefore,
      Simulator.Task after,
      JobRecords recordsAfter) {
    Trace trace = before.inputs().trace();
    Trace changed = after.inputs().trace();
    Map<Long, Integer> rows = new HashMap<>();
    for (int row = 0; row < changed.size(); row++) {
      rows.put(changed.jobId(row), row);
    }
    List<JobChange> jobs = new ArrayList<>();
    for (int row = 0; row < trace.size(); row++) {
      Integer rowAfter = rows.get(trace.jobId(row));
      if (rowAfter != null && trace.submitSeconds(row) >= run.countFrom()) {
        jobs.add(
            new JobChange(
                trace.job(row),
                JobChange.Fate.of(trace, recordsBefore, row),
                JobChange.Fate.of(changed, recordsAfter, rowAfter)));
      }
    }
    return jobs;
  }
}
