package org.limpid.experiment.whatif;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.limpid.data.JobId;
import org.limpid.data.Trace;
import org.limpid.data.VirtualCluster;
import org.limpid.data.io.CsvOutput;
import org.limpid.data.io.CsvTexts;
import org.limpid.data.replicate.Replica;
import org.limpid.experiment.simulate.ReplicaPlan;
import org.limpid.files.AtomicFiles;
import org.limpid.files.AtomicFolder;
import org.limpid.files.Reporter;
import org.limpid.simulation.bytes.StateException;
import org.limpid.simulation.policy.Policy;
import org.limpid.simulation.run.Rerun;
import org.limpid.simulation.run.Simulator;
import org.limpid.simulation.sink.JobRecords;

/** Runs a policy again with something changed, and compares. */
public final class WhatIf {
  private WhatIf() {}

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
    FormerRun run = FormerRun.open(request.run(), request.relearn().isPresent());
    String name = run.policy();
    Simulator.Task before = run.task(name);
    Policy policy = before.policy();
    Simulator.Task after =
        Changes.parsed(run, policy, request.changes(), Replica.unchanged(run.data().trace()));
    JobRecords records = run.records(name);
    ReplicaPlan plan = request.relearn().orElse(ReplicaPlan.NONE);
    reporter.begin("Simulating", 1 + plan.count());
    Rerun.Result result = rerun(run, before, records, after);
    reporter.advance(1);
    ReplicaChange copies = ReplicaChange.simulate(run, policy, request.changes(), plan, reporter);
    reporter.end();
    return new WhatIfReport(
        request,
        name,
        after.policy().name(),
        run.data().reader().origin(),
        after.inputs().cluster().virtualClusters().stream().map(VirtualCluster::name).toList(),
        result.resumptions(),
        jobs(run, before, records, after, result.jobs()),
        copies,
        run.notices(after));
  }

  /** The changed run; snapshots that are not of this run are a problem of their file. */
  static Rerun.Result rerun(
      FormerRun run, Simulator.Task before, JobRecords records, Simulator.Task after) {
    try {
      return run.rerun(before, records).run(after);
    } catch (StateException unfit) {
      throw run.folder().brokenSnapshots(before.policy().name(), unfit);
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
    Map<JobId, Integer> rows = new HashMap<>();
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
                JobChange.Outcome.of(trace, recordsBefore, row),
                JobChange.Outcome.of(changed, recordsAfter, rowAfter)));
      }
    }
    return jobs;
  }

  /** The files of {@code limpid whatif --out}, see {@code docs/outputs.md}. */
  private static final class WhatIfFiles {
    /** Everything that is said, as JSON. */
    static final String REPORT = "whatif.json";

    private static final String JOBS = "changed_jobs.csv";

    private WhatIfFiles() {}

    static void write(Path folder, WhatIfReport report, CsvTexts texts) {
      byte[] json = report.toJson().getBytes(StandardCharsets.UTF_8);
      AtomicFiles.write(folder.resolve(REPORT), out -> out.write(json));
      AtomicFiles.write(
          folder.resolve(JOBS),
          out -> {
            try (CsvOutput csv = new CsvOutput(out, texts)) {
              csv.row(
                  "job_id",
                  "user",
                  "vc",
                  "gpu_num",
                  "submit_time",
                  "start_before",
                  "start_after",
                  "end_before",
                  "end_after",
                  "queue_before",
                  "queue_after",
                  "jct_before",
                  "jct_after",
                  "jct_difference",
                  "preemptions_before",
                  "preemptions_after");
              report.changed().forEach(job -> write(csv, job));
            }
          });
    }

    /** Virtual cluster, GPUs and submission are those after the change. */
    private static void write(CsvOutput csv, JobChange job) {
      JobChange.Outcome before = job.before();
      JobChange.Outcome after = job.after();
      csv.field(job.job().id())
          .field(job.job().user())
          .field(after.virtualCluster())
          .field(after.gpuCount())
          .field(after.submitSeconds())
          .field(before.startSeconds())
          .field(after.startSeconds())
          .field(before.endSeconds())
          .field(after.endSeconds())
          .field(before.queueSeconds())
          .field(after.queueSeconds())
          .field(before.jctSeconds())
          .field(after.jctSeconds())
          .field(job.jctDifference())
          .field(before.preemptions())
          .field(after.preemptions())
          .endRow();
    }
  }
}
