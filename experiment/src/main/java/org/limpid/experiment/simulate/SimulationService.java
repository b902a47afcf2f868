package org.limpid.experiment.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.limpid.data.replicate.Replica;
import org.limpid.files.AtomicFolder;
import org.limpid.files.Reporter;
import org.limpid.simulation.metrics.PolicySummary;
import org.limpid.simulation.run.Parallel;
import org.limpid.simulation.run.Policies;
import org.limpid.simulation.run.PolicyResult;
import org.limpid.simulation.run.SimulationOptions;
import org.limpid.simulation.run.Simulator;

/** Reads a data set, runs policies on it, and writes the results. */
public final class SimulationService {
  /** How the folder of a run is marked. */
  public static final String KIND = "run";

  /** One snapshot a day. */
  private static final long SNAPSHOT_SECONDS = 86_400;

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
    try (AtomicFolder folder = request.openFolder(KIND)) {
      Stopwatch watch = new Stopwatch();
      List<Case> cases = Case.ofPolicies(request.policies(), known, request.scenario());
      SimulationData data = SimulationData.read(request.data(), request.span());
      String hash = data.reader().contentHash();
      RunInputs inputs = new RunInputs(data);
      List<String> notices = inputs.notices(request.predictions(), cases);
      List<String> ofData = new ArrayList<>(data.notices());
      ofData.forEach(reporter::notice);
      List<Simulator.Task> tasks = inputs.tasks(cases, Replica.unchanged(data.trace()));
      watch.lap("read");
      List<PolicyResult> results = simulate(request, data, tasks, reporter);
      coarse(request, results)
          .ifPresent(notice -> {
            ofData.add(notice);
            reporter.notice(notice);
          });
      List<PolicySummary> summaries = summarise(request, data, results);
      watch.lap("simulate");
      ResultWriter writer =
          new ResultWriter(folder.path(), data.trace(), request.threads(), request.texts());
      writer.write(results, summaries, reporter);
      watch.lap("write");
      Optional<ReplicaFigures> figures = replicate(request, inputs, cases, summaries, reporter);
      if (figures.isPresent()) {
        SummaryFiles.writeReplicas(folder.path(), "policy", figures.get());
        watch.lap("replicate");
      }
      RunRecord.write(folder.path(), request, data, notices, ofData, hash, watch.seconds());
      folder.commit();
      return new SimulationReport(request.out(), summaries, figures, notices, watch.seconds());
    }
  }

  private static List<PolicyResult> simulate(
      SimulationRequest request,
      SimulationData data,
      List<Simulator.Task> tasks,
      Reporter reporter) {
    SimulationOptions options =
        new SimulationOptions(
            request.placement(),
            request.sampleSeconds(),
            request.seed(),
            request.threads(),
            request.explained(),
            request.explained() ? SNAPSHOT_SECONDS : 0);
    reporter.begin("Simulating", (long) tasks.size() * data.trace().size());
    List<PolicyResult> results =
        new Simulator(options, (policy, jobs) -> reporter.advance(jobs)).run(tasks);
    reporter.end();
    return results;
  }

  /** Says that the samples of a run lie further apart than was asked for, if so. */
  private static Optional<String> coarse(SimulationRequest request, List<PolicyResult> results) {
    return results.stream()
        .mapToLong(result -> result.cluster().intervalSeconds())
        .filter(interval -> interval > request.sampleSeconds())
        .max()
        .stream()
        .mapToObj(interval ->
            "The run is so long that cluster.csv has a row every %,d s and not every %,d s. Maybe one job lasts too long, or startSeconds is too early."
                .formatted(interval, request.sampleSeconds()))
        .findFirst();
  }

  private static List<PolicySummary> summarise(
      SimulationRequest request, SimulationData data, List<PolicyResult> results) {
    return Parallel.map(
        results,
        result ->
            PolicySummary.of(data.cluster(), data.trace(), result, data.counted(data.trace())),
        request.threads());
  }

  private static Optional<ReplicaFigures> replicate(
      SimulationRequest request,
      RunInputs inputs,
      List<Case> cases,
      List<PolicySummary> summaries,
      Reporter reporter) {
    int count = request.replicas().count();
    if (count == 0) {
      return Optional.empty();
    }
    reporter.begin(
        "Simulating replicas", (long) count * cases.size() * inputs.data().trace().size());
    ReplicaRuns runs = new ReplicaRuns(inputs, request.replicas(), request.threads(), reporter);
    ReplicaFigures figures = runs.run(cases, summaries.stream().map(PolicySummary::all).toList());
    reporter.end();
    return Optional.of(figures);
  }
}
