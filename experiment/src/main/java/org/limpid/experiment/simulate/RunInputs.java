package org.limpid.experiment.simulate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.limpid.data.Estimates;
import org.limpid.data.Forecast;
import org.limpid.data.ProfilerDescription;
import org.limpid.data.Profiles;
import org.limpid.data.Trace;
import org.limpid.data.replicate.Replica;
import org.limpid.profiler.ProfilingStage;
import org.limpid.simulation.policy.Durations;
import org.limpid.simulation.policy.HostInputs;
import org.limpid.simulation.policy.HostResources;
import org.limpid.simulation.policy.Need;
import org.limpid.simulation.policy.Policy;
import org.limpid.simulation.policy.PolicyInputs;
import org.limpid.simulation.policy.ProfilingOutcome;
import org.limpid.simulation.run.InputProblem;
import org.limpid.simulation.run.Simulator;

/**
 * Makes the inputs of runs: the one place where a data set, predictions and scenarios meet. Safe
 * for several threads.
 */
public final class RunInputs {
  /** What every job is believed to take when all are believed to take the same. */
  private static final double ANY_SECONDS = 1000;

  private final SimulationData data;
  private final Map<PredictionSource, PolicyPredictions> predictions = new ConcurrentHashMap<>();

  /**
   * @param data jobs and machines
   */
  public RunInputs(SimulationData data) {
    this.data = data;
  }

  /**
   * What a source says of the data; it is asked once.
   *
   * @throws org.limpid.files.DataException if files can't be read
   */
  public PolicyPredictions predictions(PredictionSource source) {
    return predictions.computeIfAbsent(source, unasked -> unasked.of(data));
  }

  /**
   * What a user should know about where the predictions of a source come from, one sentence each.
   *
   * @param cases what is run with it
   */
  public List<String> notices(PredictionSource source, List<Case> cases) {
    return predictions(source).notices(cases);
  }

  /** What the inputs are made from. */
  public SimulationData data() {
    return data;
  }

  /**
   * One task per case, in order. Profiling is done once for all cases with the same profiler.
   *
   * @param cases what to run
   * @param replica a copy of the jobs of the data
   * @throws InputProblem if the data set lacks a profiler that is needed
   */
  public List<Simulator.Task> tasks(List<Case> cases, Replica replica) {
    Map<Scenario, ProfilingOutcome> profiled = new HashMap<>();
    return cases.stream().map(each -> task(each, replica, profiled)).toList();
  }

  /**
   * The same, but without the cases that can't run although they may be left out.
   *
   * @param cases what was asked for
   * @param request says which policies are dispensable
   * @param replica a copy of the jobs of the data
   * @throws InputProblem if another one lacks a profiler, or none can run
   */
  RunnableCases runnable(List<Case> cases, SimulationRequest request, Replica replica) {
    Map<Scenario, ProfilingOutcome> profiled = new HashMap<>();
    RunnableCases runnable = new RunnableCases(request.predictions().models().isPresent());
    for (Case each : cases) {
      boolean mayGo = request.dispensable().contains(each.policy().name());
      try {
        Simulator.Task task = task(each, replica, profiled);
        runnable.add(each, task, mayGo ? Simulator.lacks(task) : List.of());
      } catch (InputProblem problem) {
        if (!mayGo) {
          throw problem;
        }
        runnable.leaveOut(each, problem.getMessage());
      }
    }
    return runnable.orRefuse();
  }

  private Simulator.Task task(
      Case each, Replica replica, Map<Scenario, ProfilingOutcome> profiled) {
    Scenario scenario = each.preferredScenario();
    ProfilingOutcome profiling = null;
    if (each.policy().needs().contains(Need.PROFILING)) {
      profiling =
          profiled.computeIfAbsent(ofProfiling(scenario), known -> profiling(known, replica));
    }
    return new Simulator.Task(each.policy(), inputs(each.policy(), scenario, replica, profiling));
  }

  /** The scenario without whatever makes no difference to profiling. */
  private static Scenario ofProfiling(Scenario scenario) {
    return new Scenario(
        scenario.semantics(),
        scenario.placement(),
        Optional.empty(),
        ProfilingStage.decisive(scenario.settings()),
        scenario.predictions(),
        scenario.seed());
  }

  private PolicyInputs inputs(
      Policy policy, Scenario scenario, Replica replica, ProfilingOutcome profiling) {
    Trace trace = replica.trace();
    PolicyPredictions predicted = predictions(scenario.predictions());
    PolicyInputs bare =
        new PolicyInputs(
            data.cluster(),
            trace,
            data.startSecond(),
            null,
            null,
            policy.needs().contains(Need.FORECAST) ? predicted.forecast(replica) : Forecast.EMPTY,
            trace.hasWorkloads() ? data.profiles() : Profiles.EMPTY,
            predicted.workloads(),
            profiling,
            scenario.semantics(),
            scenario.settings().only(policy.about().settings()),
            List.of(),
            data.scaling(),
            isWithHosts(scenario) ? data.hosts() : HostInputs.NONE);
    return estimated(bare, policy, scenario, replica);
  }

  private static boolean isWithHosts(Scenario scenario) {
    return scenario.settings().get(HostResources.SETTING) != HostResources.IGNORED;
  }

  private PolicyInputs estimated(
      PolicyInputs bare, Policy policy, Scenario scenario, Replica replica) {
    if (!policy.needs().contains(Need.ESTIMATES)) {
      return bare;
    }
    Trace trace = bare.trace();
    double[] seconds = new double[trace.size()];
    return switch (scenario.settings().get(Durations.SETTING)) {
      case ESTIMATED ->
          predictions(scenario.predictions()).complete(bare, policy, scenario, replica);
      case ALL_EQUAL -> {
        Arrays.fill(seconds, ANY_SECONDS);
        yield bare.withEstimates(new Estimates("all equal", seconds));
      }
      case TRUE -> {
        Arrays.setAll(seconds, trace::durationSeconds);
        yield bare.withEstimates(new Estimates("true durations", seconds));
      }
    };
  }

  private ProfilingOutcome profiling(Scenario scenario, Replica replica) {
    if (!ProfilingStage.isWanted(scenario.settings())) {
      return ProfilingOutcome.none(replica.trace().size());
    }
    ProfilerDescription described =
        data.profiler()
            .orElseThrow(() ->
                new InputProblem(
                    "The data set describes no profiler. Maybe add a section \"profiler\" to"
                        + " dataset.json, or run without one: --profiler-nodes 0."));
    requireEqualNodes();
    Forecast forecast = predictions(scenario.predictions()).forecast(replica);
    return ProfilingStage.of(
            data.cluster(),
            described,
            scenario.settings(),
            scenario.placement(),
            scenario.semantics())
        .run(replica.trace(), forecast, data.startSecond(), scenario.seed());
  }

  /** The profiler has nodes of several virtual clusters. */
  private void requireEqualNodes() {
    if (!data.cluster().hasEqualNodes()) {
      throw new InputProblem(
          "The profiler needs nodes with equally many GPUs, and those of the virtual clusters"
              + " differ. Maybe run without one: --profiler-nodes 0.");
    }
  }
}
