package org.limpid.app.simulate;

import java.util.List;
import org.limpid.app.Reporter;
import org.limpid.files.AtomicFolder;
import org.limpid.simulation.metrics.PolicySummary;
import org.limpid.simulation.run.Parallel;
import org.limpid.simulation.run.Policies;
import org.limpid.simulation.run.PolicyResult;
import org.limpid.simulation.run.SimulationOptions;
import org.limpid.simulation.run.Simulator;

/** Reads a data set, runs policies on it, and writes the results. */
public final class SimulationService {
  private SimulationService() {}

  /**
   * Carries out a request. Either all results are there in the end, or none.
   *
   * @throws org.limpid.files.DataException if a file can't be read or written
   * @throws org.limpid.simulation.run.InputProblem if a policy can't run on the data
   */
  public static SimulationReport run(SimulationRequest request, Reporter reporter) {
    return run(request, Policies.standard(), reporter);
  }

  /** The same with policies of one's own. */
  public static SimulationReport run(SimulationRequest request, Policies known, Reporter reporter) {
    try (AtomicFolder folder = begin(request)) {
      Stopwatch watch = new Stopwatch();
      SimulationPlan plan = SimulationPlan.of(request, known);
      String hash = plan.reader().contentHash();
      List<Simulator.Task> tasks = plan.tasks();
      watch.lap("read");
      List<PolicyResult> results = simulate(request, plan, tasks, reporter);
      List<PolicySummary> summaries =
          Parallel.map(
              results,
              result -> PolicySummary.of(plan.cluster(), plan.trace(), result),
              request.threads());
      watch.lap("simulate");
      ResultWriter writer = new ResultWriter(folder.path(), plan.trace(), request.threads());
      writer.write(results, summaries, reporter);
      watch.lap("write");
      RunRecord.write(folder.path(), request, plan, hash, watch.seconds());
      folder.commit();
      return new SimulationReport(request.out(), summaries, watch.seconds());
    }
  }

  private static AtomicFolder begin(SimulationRequest request) {
    return request.overwrite()
        ? AtomicFolder.createOrReplace(request.out(), RunRecord.FILE_NAME)
        : AtomicFolder.create(request.out());
  }

  private static List<PolicyResult> simulate(
      SimulationRequest request,
      SimulationPlan plan,
      List<Simulator.Task> tasks,
      Reporter reporter) {
    SimulationOptions options =
        new SimulationOptions(
            request.placement(), request.sampleSeconds(), request.seed(), request.threads());
    reporter.begin("Simulating", (long) tasks.size() * plan.trace().size());
    List<PolicyResult> results =
        new Simulator(options, (policy, jobs) -> reporter.advance(jobs)).run(tasks);
    reporter.end();
    return results;
  }
}
