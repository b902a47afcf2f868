package org.limpid.app.simulate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.limpid.data.ClusterDescription;
import org.limpid.data.Estimates;
import org.limpid.data.Forecast;
import org.limpid.data.ProfilerDescription;
import org.limpid.data.Profiles;
import org.limpid.data.Trace;
import org.limpid.data.VirtualCluster;
import org.limpid.data.io.DatasetReader;
import org.limpid.files.ClosestName;
import org.limpid.profiler.ProfilingStage;
import org.limpid.simulation.policy.LucidOptions;
import org.limpid.simulation.policy.Need;
import org.limpid.simulation.policy.Policy;
import org.limpid.simulation.policy.PolicyInputs;
import org.limpid.simulation.policy.ProfilingOutcome;
import org.limpid.simulation.run.InputProblem;
import org.limpid.simulation.run.Policies;
import org.limpid.simulation.run.Simulator;

/** A request together with the data that it needs, read and checked. */
final class SimulationPlan {
  /** Estimated duration of jobs for which Lucid's model gives a negative one. */
  private static final double SECONDS_FOR_NEGATIVE = 1000;

  private static final String QSSF = "qssf";
  private static final String LUCID = "lucid";

  private final SimulationRequest request;
  private final DatasetReader reader;
  private final List<Policy> policies;
  private final Trace trace;
  private final long startSecond;
  private final Map<String, Estimates> estimates = new HashMap<>();

  private SimulationPlan(SimulationRequest request, DatasetReader reader, Policies known) {
    this.request = request;
    this.reader = reader;
    policies = request.policies().stream().map(name -> find(known, name)).toList();
    TimeRange range = TimeRange.of(request, reader.origin(), reader.startSeconds());
    Trace all = reader.trace();
    trace = range.isEverything() ? all : all.between(range.from(), range.to());
    startSecond = range.start();
    if (trace.size() == 0) {
      throw new InputProblem(
          "No job is submitted %s. The first one is at %s, the last one at %s."
              .formatted(
                  range.text(request),
                  TimeRange.text(all.submitSeconds(0), reader.origin()),
                  TimeRange.text(all.submitSeconds(all.size() - 1), reader.origin())));
    }
  }

  /** Reads what the request needs. */
  static SimulationPlan of(SimulationRequest request, Policies known) {
    return new SimulationPlan(request, DatasetReader.open(request.data()), known);
  }

  private static Policy find(Policies known, String name) {
    return known
        .named(name)
        .orElseThrow(() ->
            new InputProblem(
                "There is no policy '%s'. %s"
                    .formatted(name, ClosestName.hint(name, known.names()))));
  }

  DatasetReader reader() {
    return reader;
  }

  Trace trace() {
    return trace;
  }

  ClusterDescription cluster() {
    return reader.cluster();
  }

  long startSecond() {
    return startSecond;
  }

  /** The policies, each with its inputs. */
  List<Simulator.Task> tasks() {
    ProfilingOutcome profiling = needs(Need.PROFILING) ? profiling() : null;
    PolicyInputs shared =
        new PolicyInputs(
            cluster(),
            trace,
            startSecond,
            null,
            null,
            needs(Need.FORECAST) ? reader.forecast() : Forecast.EMPTY,
            trace.hasWorkloads() ? reader.profiles() : Profiles.EMPTY,
            profiling,
            request.semantics(),
            request.sharing(),
            LucidOptions.standard());
    List<Simulator.Task> tasks = new ArrayList<>();
    for (Policy policy : policies) {
      boolean estimated = policy.needs().contains(Need.ESTIMATES);
      tasks.add(
          new Simulator.Task(
              policy, estimated ? shared.withEstimates(estimatesFor(policy)) : shared));
    }
    return tasks;
  }

  private boolean needs(Need need) {
    return policies.stream().anyMatch(policy -> policy.needs().contains(need));
  }

  /** QSSF has estimates of its own in the data set; all others take those of Lucid's model. */
  private Estimates estimatesFor(Policy policy) {
    String name = request.estimates().orElse(policy.name().startsWith(QSSF) ? QSSF : LUCID);
    if (request.estimates().isEmpty() && !reader.estimateNames().contains(name)) {
      return null;
    }
    return estimates.computeIfAbsent(name, this::readEstimates);
  }

  private Estimates readEstimates(String name) {
    Estimates read = reader.estimates(name, trace);
    return name.equals(QSSF) ? read : read.withNegativesAs(SECONDS_FOR_NEGATIVE);
  }

  private ProfilingOutcome profiling() {
    if (request.profilerNodes().orElse(1) == 0) {
      return ProfilingOutcome.none(trace.size());
    }
    ProfilerDescription described =
        reader
            .profiler()
            .orElseThrow(() ->
                new InputProblem(
                    "The data set describes no profiler. Maybe add a section \"profiler\" to"
                        + " dataset.json, or run without one: --profiler-nodes 0."));
    requireKnown(described);
    ProfilerDescription profiler =
        new ProfilerDescription(
            request.profilerNodes().orElse(described.nodeCount()),
            request.profilerSeconds().orElse(described.timeLimitSeconds()),
            request.profilerFactor().orElse(described.gpuFactor()),
            described.takenFrom(),
            described.lender(),
            described.loanNodes());
    return new ProfilingStage(cluster(), profiler, request.placement(), request.semantics())
        .run(trace, reader.forecast(), startSecond, request.seed());
  }

  private void requireKnown(ProfilerDescription profiler) {
    Set<String> names =
        Set.copyOf(cluster().virtualClusters().stream().map(VirtualCluster::name).toList());
    List<String> used = new ArrayList<>(profiler.takenFrom());
    if (profiler.lender() != null) {
      used.add(profiler.lender());
    }
    for (String name : used) {
      if (!names.contains(name)) {
        throw new InputProblem(
            "The profiler of dataset.json takes nodes from '%s', which is no virtual cluster. %s"
                .formatted(name, ClosestName.hint(name, names.stream().sorted().toList())));
      }
    }
  }
}
