package org.limpid.experiment.simulate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.limpid.data.replicate.Replica;
import org.limpid.files.AtomicFolder;
import org.limpid.files.Reporter;
import org.limpid.reference.ReferenceSimulator;
import org.limpid.reference.run.ReferenceSimulators;
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
    return run(request, known, ReferenceSimulators.standard(), reporter);
  }

  /** The same with policies and simulators of artifacts of one's own. */
  public static SimulationReport run(
      SimulationRequest request,
      Policies known,
      ReferenceSimulators simulators,
      Reporter reporter) {
    try (AtomicFolder folder = request.openFolder(KIND)) {
      Stopwatch watch = new Stopwatch();
      List<ReferenceSimulator> ofArtifacts = ReferenceRuns.asked(request, simulators, known);
      List<Case> asked =
          Case.ofPolicies(without(ofArtifacts, request.policies()), known, request.scenario());
      SimulationData data = SimulationData.read(request.data(), request.span());
      String hash = data.reader().contentHash();
      RunInputs inputs = new RunInputs(data);
      ReferenceRuns artifacts = ReferenceRuns.of(ofArtifacts, request, data);
      RunnableCases runnable = inputs.runnable(asked, request, Replica.unchanged(data.trace()));
      List<Case> cases = runnable.cases();
      List<String> notices = inputs.notices(request.predictions(), cases);
      List<String> ofData = new ArrayList<>(data.notices(cases, artifacts.attributes()));
      ofData.addAll(runnable.notices());
      ofData.addAll(artifacts.notices());
      ofData.forEach(reporter::notice);
      watch.lap("read");
      RunWriter writer =
          new RunWriter(folder.path(), data.trace(), data.scaling(), request.texts());
      reporter.begin(
          "Simulating", (long) (cases.size() + artifacts.names().size()) * data.trace().size());
      Figures figuresOfRun = simulate(request, data, runnable.tasks(), writer, reporter);
      List<ReferenceRuns.Figures> figuresOfArtifacts = artifacts.run(writer, reporter);
      reporter.end();
      figuresOfRun
          .coarse(request.sampleSeconds())
          .ifPresent(notice -> {
            ofData.add(notice);
            reporter.notice(notice);
          });
      List<PolicySummary> ofEngine = figuresOfRun.summaries();
      List<PolicySummary> summaries = inOrder(request.policies(), ofEngine, figuresOfArtifacts);
      Map<String, Map<String, Double>> more = new LinkedHashMap<>();
      figuresOfArtifacts.forEach(each -> more.put(each.summary().policy(), each.figures()));
      writer.writeSummaries(summaries, more);
      watch.lap("simulate");
      Optional<ReplicaFigures> figures = replicate(request, inputs, cases, ofEngine, reporter);
      if (figures.isPresent()) {
        ReplicaTables.write(folder.path(), "policy", figures.get());
        watch.lap("replicate");
      }
      request
          .describe(
              data, summaries.stream().map(PolicySummary::policy).toList(), notices, ofData, hash)
          .withArtifacts(artifacts.described())
          .write(folder.path(), request.options(), watch.seconds());
      folder.commit();
      return new SimulationReport(
          request.out(), summaries, more, figures, notices, watch.seconds());
    }
  }

  /** The names of the policies that the engine runs. */
  private static List<String> without(List<ReferenceSimulator> others, List<String> policies) {
    Set<String> names = others.stream().map(ReferenceSimulator::name).collect(Collectors.toSet());
    return policies.stream().filter(name -> !names.contains(name)).toList();
  }

  /** All summaries in the order in which the policies were asked for. */
  private static List<PolicySummary> inOrder(
      List<String> policies, List<PolicySummary> some, List<ReferenceRuns.Figures> others) {
    return Stream.concat(some.stream(), others.stream().map(ReferenceRuns.Figures::summary))
        .sorted(Comparator.comparingInt(summary -> policies.indexOf(summary.policy())))
        .toList();
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
    new Simulator(options, (policy, jobs) -> reporter.advance(jobs))
        .run(
            tasks,
            (task, result) -> {
              interval.accumulate(result.cluster().intervalSeconds());
              summaries[task] =
                  PolicySummary.of(
                      data.cluster(),
                      data.trace(),
                      data.scaling(),
                      result,
                      data.counted(data.trace()));
              writer.write(result);
            });
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
