package org.limpid.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.limpid.data.Estimates;
import org.limpid.data.ProfilerDescription;
import org.limpid.data.Trace;
import org.limpid.data.io.DatasetReader;
import org.limpid.profiler.ProfilingStage;
import org.limpid.simulation.policy.Need;
import org.limpid.simulation.policy.Policy;
import org.limpid.simulation.policy.PolicyInputs;
import org.limpid.simulation.policy.ProfilingOutcome;
import org.limpid.simulation.policy.Role;
import org.limpid.simulation.policy.Semantics;
import org.limpid.simulation.policy.Settings;
import org.limpid.simulation.resource.PlacementRule;
import org.limpid.simulation.run.Policies;
import org.limpid.simulation.run.PolicyResult;
import org.limpid.simulation.run.SimulationOptions;
import org.limpid.simulation.run.Simulator;

/** Simulates in reference mode on one thread; everything that is on disk is read beforehand. */
final class Engine {
  /** The policies of the published artifact, whose month is the yardstick. */
  static final List<String> POLICIES = List.of("fifo", "sjf", "srtf", "tiresias", "qssf", "lucid");

  /** What the command puts for negative estimates that do not belong to one policy alone. */
  private static final double SECONDS_FOR_NEGATIVE = 1000;

  /** As with {@code --explain}. */
  private static final long SNAPSHOT_SECONDS = 86_400;

  private final PolicyInputs inputs;
  private final Estimates estimates;
  private final Map<String, Estimates> ownEstimates = new HashMap<>();
  private final ProfilerDescription profiler;
  private final Simulator simulator;

  /** With decisions recorded and a snapshot a day, or without. */
  Engine(DatasetReader data, boolean explained) {
    this(data, data.profiler().orElseThrow(), explained);
  }

  Engine(DatasetReader data, ProfilerDescription profiler) {
    this(data, profiler, false);
  }

  private Engine(DatasetReader data, ProfilerDescription profiler, boolean explained) {
    simulator =
        new Simulator(
            SimulationOptions.standard()
                .withThreads(1)
                .withExplained(explained)
                .withSnapshotSeconds(explained ? SNAPSHOT_SECONDS : 0));
    this.profiler = profiler;
    Trace trace = data.trace();
    inputs =
        PolicyInputs.of(data.cluster(), trace, data.startSeconds())
            .withForecast(data.forecast())
            .withProfiles(data.profiles())
            .withSemantics(Semantics.reference());
    String subject = Policies.standard().named(Role.SUBJECT).getFirst();
    estimates = data.estimates(subject, trace).withNegativesAs(SECONDS_FOR_NEGATIVE);
    for (Policy policy : Policies.standard().all()) {
      policy
          .about()
          .ownEstimates()
          .ifPresent(name -> ownEstimates.computeIfAbsent(name, _ -> data.estimates(name, trace)));
    }
  }

  int jobs() {
    return inputs.trace().size();
  }

  /** Runs a standard policy. */
  PolicyResult run(String name) {
    return run(Policies.standard().named(name).orElseThrow());
  }

  /** Runs one policy, with a profiling stage before it if it needs one. */
  PolicyResult run(Policy policy) {
    PolicyInputs own =
        inputs.withEstimates(
            policy.about().ownEstimates().map(ownEstimates::get).orElse(estimates));
    if (!policy.needs().contains(Need.PROFILING)) {
      return simulator.run(policy, own);
    }
    Settings settings = policy.about().preferred(own.settings());
    return simulator.run(policy, own.withSettings(settings).withProfiling(profile(settings)));
  }

  private ProfilingOutcome profile(Settings settings) {
    return ProfilingStage.of(
            inputs.cluster(), profiler, settings, PlacementRule.CONSOLIDATE, inputs.semantics())
        .run(inputs.trace(), inputs.forecast(), inputs.startSecond(), 0);
  }
}
