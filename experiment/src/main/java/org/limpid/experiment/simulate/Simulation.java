package org.limpid.experiment.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAccumulator;
import org.limpid.data.replicate.Replica;
import org.limpid.files.AtomicFolder;
import org.limpid.files.Reporter;
import org.limpid.results.RunWriter;
import org.limpid.simulation.metrics.PolicySummary;
import org.limpid.simulation.run.Policies;
import org.limpid.simulation.run.SimulationOptions;
import org.limpid.simulation.run.Simulator;

/** Reads a data set, runs policies on it, and writes the results. */
public final class Simulation {
  /** How the folder of a run is marked. */
  public static final String KIND = "run";

  /** One snapshot a day. */
  private static final long SNAPSHOT_SECONDS = 86_400;

  private Simulation() {}

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
      List<Case> asked = Case.ofPolicies(request.policies(), known, request.scenario());
      SimulationData data = SimulationData.read(request.data(), request.span());
      String hash = data.reader().contentHash();
      RunInputs inputs = new RunInputs(data);
      RunnableCases runnable = inputs.runnable(asked, request, Replica.unchanged(data.trace()));
      List<Case> cases = runnable.cases();
      List<String> notices = inputs.notices(request.predictions(), cases);
      List<String> ofData = new ArrayList<>(data.notices(cases));
      ofData.addAll(runnable.notices());
      ofData.forEach(reporter::notice);
      watch.lap("read");
      RunWriter writer = new RunWriter(folder.path(), data.trace(), request.texts());
      Figures figuresOfRun = simulate(request, data, runnable.tasks(), writer, reporter);
      figuresOfRun
          .coarse(request.sampleSeconds())
          .ifPresent(notice -> {
            ofData.add(notice);
            reporter.notice(notice);
          });
      List<PolicySummary> summaries = figuresOfRun.summaries();
      writer.writeSummaries(summaries);
      watch.lap("simulate");
      Optional<ReplicaFigures> figures = replicate(request, inputs, cases, summaries, reporter);
      if (figures.isPresent()) {
        ReplicaTables.write(folder.path(), "policy", figures.get());
        watch.lap("replicate");
      }
      request
          .describe(data, runnable.names(), notices, ofData, hash)
          .write(folder.path(), request.options(), watch.seconds());
      folder.commit();
      return new SimulationReport(request.out(), summaries, figures, notices, watch.seconds());
    }
  }

  /** What is left of the results of the policies when their files are written. */
  private record Figures(List<PolicySummary> summaries, long intervalSeconds) {
    /** Says that the samples of a run lie further apart than was asked for, if so. */
    Optional<String> coarse(int sampleSeconds) {
      return intervalSeconds <= sampleSeconds
          ? Optional.empty()
          : Optional.of(
              "The run is so long that cluster.csv has a row every %,d s and not every %,d s. Maybe one job lasts too long, or startSeconds is too early."
                  .formatted(intervalSeconds, sampleSeconds));
    }
  }

  /** Runs the policies, and writes the files of each as soon as it is done. */
  private static Figures simulate(
      SimulationRequest request,
      SimulationData data,
      List<Simulator.Task> tasks,
      RunWriter writer,
      Reporter reporter) {
    SimulationOptions options =
        new SimulationOptions(
            request.placement(),
            request.sampleSeconds(),
            request.seed(),
            request.threads(),
            request.explained(),
            request.explained() ? SNAPSHOT_SECONDS : 0);
    PolicySummary[] summaries = new PolicySummary[tasks.size()];
    LongAccumulator interval = new LongAccumulator(Math::max, 0);
    reporter.begin("Simulating", (long) tasks.size() * data.trace().size());
    new Simulator(options, (policy, jobs) -> reporter.advance(jobs))
        .run(
            tasks,
            (task, result) -> {
              interval.accumulate(result.cluster().intervalSeconds());
              summaries[task] =
                  PolicySummary.of(
                      data.cluster(), data.trace(), result, data.counted(data.trace()));
              writer.write(result);
            });
    reporter.end();
    return new Figures(List.of(summaries), interval.get());
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
