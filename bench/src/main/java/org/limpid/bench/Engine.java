package org.limpid.bench;

import java.util.List;
import org.limpid.data.Estimates;
import org.limpid.data.ProfilerDescription;
import org.limpid.data.Trace;
import org.limpid.data.io.DatasetReader;
import org.limpid.profiler.ProfilingStage;
import org.limpid.simulation.policy.PolicyInputs;
import org.limpid.simulation.policy.ProfilingOutcome;
import org.limpid.simulation.policy.Semantics;
import org.limpid.simulation.resource.PlacementRule;
import org.limpid.simulation.run.Policies;
import org.limpid.simulation.run.PolicyResult;
import org.limpid.simulation.run.SimulationOptions;
import org.limpid.simulation.run.Simulator;

/** Simulates in reference mode on one thread; everything that is on disk is read beforehand. */
final class Engine {
  /** The policies of {@code --policy all}. */
  static final List<String> POLICIES = List.of("fifo", "sjf", "srtf", "tiresias", "qssf", "lucid");

  private static final String LUCID = "lucid";

  /** What the command puts for negative estimates of Lucid's model. */
  private static final double SECONDS_FOR_NEGATIVE = 1000;

  /** As with {@code --explain}. */
  private static final long SNAPSHOT_SECONDS = 86_400;

  private final PolicyInputs inputs;
  private final Estimates ofQssf;
  private final ProfilerDescription profiler;
  private final Policies policies = Policies.standard();
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
    Trace trace = data.trace();
    this.profiler = profiler;
    ofQssf = data.estimates("qssf", trace);
    inputs =
        PolicyInputs.of(data.cluster(), trace, data.startSeconds())
            .withForecast(data.forecast())
            .withProfiles(data.profiles())
            .withSemantics(Semantics.reference())
            .withEstimates(data.estimates(LUCID, trace).withNegativesAs(SECONDS_FOR_NEGATIVE));
  }

  int jobs() {
    return inputs.trace().size();
  }

  /** Runs one policy; for Lucid with the profiling stage before it. */
  PolicyResult run(String policy) {
    PolicyInputs own =
        switch (policy) {
          case LUCID -> inputs.withProfiling(profile());
          case "qssf" -> inputs.withEstimates(ofQssf);
          default -> inputs;
        };
    return simulator.run(policies.named(policy).orElseThrow(), own);
  }

  private ProfilingOutcome profile() {
    return new ProfilingStage(
            inputs.cluster(), profiler, PlacementRule.CONSOLIDATE, inputs.semantics())
        .run(inputs.trace(), inputs.forecast(), inputs.startSecond(), 0);
  }
}
