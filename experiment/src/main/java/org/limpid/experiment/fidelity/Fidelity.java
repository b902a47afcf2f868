package org.limpid.experiment.fidelity;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.limpid.data.RealWaits;
import org.limpid.data.Trace;
import org.limpid.data.replicate.Replica;
import org.limpid.experiment.simulate.Case;
import org.limpid.experiment.simulate.RunInputs;
import org.limpid.experiment.simulate.SimulationData;
import org.limpid.experiment.simulate.SimulationRequest;
import org.limpid.files.AtomicFiles;
import org.limpid.files.AtomicFolder;
import org.limpid.files.Reporter;
import org.limpid.results.table.ReportTable;
import org.limpid.simulation.run.InputProblem;
import org.limpid.simulation.run.Policies;
import org.limpid.simulation.run.PolicyResult;
import org.limpid.simulation.run.SimulationOptions;
import org.limpid.simulation.run.Simulator;

/** Runs policies on a data set that tells real starts, and compares the waits. */
public final class Fidelity {
  private final SimulationRequest request;
  private final Reporter reporter;
  private final List<ComparedRun> runs = new ArrayList<>();
  private Reality reality;

  private Fidelity(SimulationRequest request, Reporter reporter) {
    this.request = request;
    this.reporter = reporter;
  }

  /**
   * Carries out a comparison.
   *
   * @param request what to simulate
   * @param written whether the results are written to its folder, too: all of them or none
   * @throws org.limpid.files.DataException if a file can't be read or written
   * @throws InputProblem if no real start is known, or a policy can't run on the data
   */
  public static FidelityReport run(SimulationRequest request, boolean written, Reporter reporter) {
    Fidelity fidelity = new Fidelity(request, reporter);
    if (!written) {
      return fidelity.compare();
    }
    try (AtomicFolder folder = request.openFolder("fidelity")) {
      FidelityReport report = fidelity.compare();
      fidelity.write(folder.path(), report);
      folder.commit();
      return report;
    }
  }

  private FidelityReport compare() {
    SimulationData data = SimulationData.read(request.data(), request.span());
    Trace trace = data.trace();
    int[] rows = RealWaits.rows(trace).filter(data.counted(trace)).toArray();
    if (rows.length == 0) {
      throw new InputProblem(
          "The data set doesn't tell when jobs really started: expected jobs with start_time."
              + " Maybe import it from a log that has it, such as that of sacct, or SWF.");
    }
    reality = new Reality(trace, data.cluster(), rows);
    List<Case> cases = Case.ofPolicies(request.policies(), Policies.standard(), request.scenario());
    RunInputs inputs = new RunInputs(data);
    List<String> notices = new ArrayList<>(data.notices(cases));
    notices.addAll(inputs.notices(request.predictions(), cases));
    simulate(inputs.tasks(cases, Replica.unchanged(trace)));
    SizeClasses sizes = new SizeClasses(data.cluster().gpusPerNode());
    return new FidelityReport(
        trace.size() - rows.length,
        RealityFacts.of(reality),
        runs.stream().map(run -> run.figures(sizes)).toList(),
        notices);
  }

  private void simulate(List<Simulator.Task> tasks) {
    SimulationOptions options =
        new SimulationOptions(
            request.placement(),
            request.sampleSeconds(),
            request.seed(),
            request.threads(),
            false,
            0);
    reporter.begin("Simulating", (long) tasks.size() * reality.trace().size());
    List<PolicyResult> results =
        new Simulator(options, (_, jobs) -> reporter.advance(jobs)).run(tasks);
    reporter.end();
    for (PolicyResult result : results) {
      ComparedRun run = new ComparedRun(result.policy(), reality, result.jobs());
      if (run.size() == 0) {
        throw new InputProblem(
            "%s starts none of the jobs of which a real start is known."
                .formatted(result.policy()));
      }
      runs.add(run);
    }
  }

  private void write(Path folder, FidelityReport report) {
    AtomicFiles.write(
        folder.resolve("fidelity.json"),
        out -> out.write(report.toJson().getBytes(StandardCharsets.UTF_8)));
    report.groups().writeCsv(folder.resolve("waits_by_group.csv"));
    report.causes().writeCsv(folder.resolve("causes.csv"));
    jobs().writeCsv(folder.resolve("waits.csv"));
  }

  /** Both waits of every job, in seconds, and why they differ. */
  private ReportTable jobs() {
    List<String> columns = new ArrayList<>(List.of("job_id", "vc", "gpu_num", "real"));
    runs.forEach(run -> columns.addAll(List.of(run.policy(), "cause_" + run.policy())));
    ReportTable table = new ReportTable("waits", columns);
    Trace trace = reality.trace();
    for (int row : reality.rows()) {
      List<Object> cells =
          new ArrayList<>(
              List.of(
                  trace.jobId(row).value(),
                  trace.virtualCluster(row),
                  trace.gpuCount(row),
                  RealWaits.seconds(trace, row)));
      for (ComparedRun run : runs) {
        cells.add(run.simulatedSeconds(row).map(Object.class::cast).orElse(""));
        cells.add(run.cause(row).map(Cause::label).orElse(""));
      }
      table.row(cells);
    }
    return table;
  }
}
