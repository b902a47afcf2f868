package org.limpid.profiler;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.limpid.data.ProfilerDescription;
import org.limpid.profiler.oracle.LimpidCase;
import org.limpid.profiler.oracle.LimpidChoices;
import org.limpid.simulation.policy.PolicyInputs;
import org.limpid.simulation.policy.ProfilerSettings;
import org.limpid.simulation.policy.ProfilingOutcome;
import org.limpid.simulation.policy.Semantics;
import org.limpid.simulation.policy.Semantics.Fix;
import org.limpid.simulation.policy.Settings;
import org.limpid.simulation.policy.WorkloadPredictions;
import org.limpid.simulation.policy.limpid.LimpidSettings;
import org.limpid.simulation.policy.limpid.SharedSizes;
import org.limpid.simulation.policy.sharing.SharingSettings;
import org.limpid.simulation.resource.Allocation;
import org.limpid.simulation.resource.PlacementRule;
import org.limpid.simulation.run.Policies;
import org.limpid.simulation.run.SimulationOptions;
import org.limpid.simulation.run.Simulator;
import org.limpid.simulation.sink.JobRecords;

/** Runs the cases of the oracle of limpid in the engine. */
final class LimpidRuns {
  private LimpidRuns() {}

  /** The profiling stage of the engine. */
  static ProfilingOutcome profiling(LimpidCase given) {
    if (given.choices().profilerNodes() == 0) {
      return ProfilingOutcome.none(given.trace().size());
    }
    ProfilerDescription profiler = ProfilerSettings.profiler(given.profiler(), settings(given));
    return new ProfilingStage(
            given.cluster(), profiler, PlacementRule.CONSOLIDATE, semantics(given))
        .withProbes(given.choices().probes())
        .run(given.trace(), given.forecast(), given.startSecond(), 0);
  }

  /** The policy in the engine. */
  static JobRecords run(LimpidCase given, ProfilingOutcome profiling, SimulationOptions options) {
    PolicyInputs inputs =
        new PolicyInputs(
            given.cluster(),
            given.trace(),
            given.startSecond(),
            given.estimates(),
            null,
            given.forecast(),
            given.profiles(),
            new WorkloadPredictions(Map.of(), given.predicted()),
            profiling,
            semantics(given),
            settings(given),
            List.of());
    return new Simulator(options)
        .run(Policies.standard().named("limpid").orElseThrow(), inputs)
        .jobs();
  }

  private static Semantics semantics(LimpidCase given) {
    return Semantics.standard()
        .with(Fix.EXACT_SECONDS, given.choices().endDelaySeconds() == 0)
        .with(Fix.LOANS_KEPT, given.choices().keepsLoans());
  }

  private static Settings settings(LimpidCase given) {
    LimpidChoices choices = given.choices();
    return Settings.NONE
        .with(ProfilerSettings.NODES, choices.profilerNodes())
        .with(ProfilerSettings.SECONDS, choices.limitSeconds())
        .with(ProfilerSettings.PROBES, choices.probes())
        .with(LimpidSettings.RESERVATIONS, choices.reservations())
        .with(LimpidSettings.SIZES, SharedSizes.valueOf(choices.sizes().name()))
        .with(LimpidSettings.BELIEF, choices.belief())
        .with(LimpidSettings.LEAST_SHARE, choices.leastSharePercent())
        .with(LimpidSettings.IDLE_NODE_PRICE, choices.idleNodePricePermille())
        .with(LimpidSettings.GANG_SLOWDOWN, choices.gangSlowdownPercent())
        .with(SharingSettings.SHARING_LIMIT, choices.scoreLimit())
        .with(SharingSettings.MEMORY_MARGIN_MIB, choices.memoryMarginMib())
        .with(SharingSettings.PAIR_RATES, choices.rates());
  }

  /** One job in one line, as the oracle writes it. */
  static String line(JobRecords jobs, int row) {
    return "start %d end %d queue %d nodes %s"
        .formatted(
            jobs.startSeconds()[row],
            jobs.endSeconds()[row],
            jobs.queueSeconds()[row],
            asLists(jobs.allocations()[row]));
  }

  /** The allocation as lists: {@code [{node: [gpu, gpu]}, ...]}. */
  private static String asLists(Allocation place) {
    return IntStream.range(0, place.nodeCount())
        .mapToObj(i -> "{" + place.node(i) + ": " + gpus(place.gpuMask(i)) + "}")
        .toList()
        .toString();
  }

  private static List<Integer> gpus(long mask) {
    return IntStream.range(0, Long.SIZE).filter(gpu -> (mask >> gpu & 1) == 1).boxed().toList();
  }
}
