package org.limpid.profiler;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.limpid.profiler.oracle.CrowdedCases;
import org.limpid.profiler.oracle.OracleCase;
import org.limpid.profiler.oracle.OracleExclusivePolicies;
import org.limpid.profiler.oracle.OracleLucid;
import org.limpid.profiler.oracle.OraclePlacer;
import org.limpid.profiler.oracle.OraclePreemptivePolicies;
import org.limpid.profiler.oracle.OracleProfiler;
import org.limpid.profiler.oracle.OracleReading;
import org.limpid.profiler.oracle.OracleResult;
import org.limpid.profiler.oracle.RandomCases;
import org.limpid.simulation.policy.PolicyInputs;
import org.limpid.simulation.policy.ProfilingOutcome;
import org.limpid.simulation.policy.Semantics;
import org.limpid.simulation.policy.Settings;
import org.limpid.simulation.policy.WorkloadPredictions;
import org.limpid.simulation.policy.lucid.LucidSettings;
import org.limpid.simulation.policy.lucid.SharingMode;
import org.limpid.simulation.resource.Allocation;
import org.limpid.simulation.resource.PlacementRule;
import org.limpid.simulation.run.Policies;
import org.limpid.simulation.run.SimulationOptions;
import org.limpid.simulation.run.Simulator;
import org.limpid.simulation.sink.JobColumn;
import org.limpid.simulation.sink.JobRecords;

/**
 * The event-driven engine against a second-by-second one, which was written independently from the
 * same specification, on random cases that are made to hit ties, loans and pairs.
 */
class OracleComparisonTest {
  private static final int CASES = 400;
  private static final int CROWDED_CASES = 5;

  @ParameterizedTest
  @CsvSource({
    "fifo, CONSOLIDATE, CONSOLIDATE",
    "sjf, CONSOLIDATE, CONSOLIDATE",
    "qssf, CONSOLIDATE, CONSOLIDATE",
    "srtf, CONSOLIDATE, CONSOLIDATE",
    "tiresias, CONSOLIDATE, CONSOLIDATE",
    "lucid, CONSOLIDATE, CONSOLIDATE",
    "fifo, FIRST_FIT, RANDOM",
    "qssf, FIRST_FIT, RANDOM",
    "srtf, FIRST_FIT, RANDOM",
    "tiresias, FIRST_FIT, RANDOM",
    "lucid, FIRST_FIT, RANDOM",
    "srtf, CONSOLIDATE_FIRST, CONSOLIDATE_FIRST",
    "lucid, CONSOLIDATE_FIRST, CONSOLIDATE_FIRST",
  })
  void equalsTheOracle(String policy, PlacementRule rule, OraclePlacer placer) {
    for (int seed = 0; seed < CASES; seed++) {
      OracleCase given =
          RandomCases.of(seed).withPlacer(placer).withReading(OracleReading.ARTIFACT);
      assertEqualsTheOracle(policy, rule, given, seed);
    }
  }

  /** Hundreds of jobs wait, and about a hundred run. */
  @ParameterizedTest
  @ValueSource(strings = {"fifo", "sjf", "qssf", "srtf", "tiresias", "lucid"})
  void equalsTheOracleInACrowd(String policy) {
    for (int seed = 0; seed < CROWDED_CASES; seed++) {
      OracleCase given = CrowdedCases.of(seed);
      assertEqualsTheOracle(policy, PlacementRule.CONSOLIDATE, given, seed);
    }
  }

  private static void assertEqualsTheOracle(
      String policy, PlacementRule rule, OracleCase given, int seed) {
    OracleResult expected = oracle(policy, given);
    JobRecords actual = engine(policy, rule, given);
    for (int row = 0; row < given.trace().size(); row++) {
      assertEquals(
          expectedLine(policy, expected, row),
          line(policy, actual, row, given.trace().submitSeconds(row)),
          "policy %s, seed %d, row %d".formatted(policy, seed, row));
    }
  }

  @Test
  void profilerChangesItsSizeWhenTheOracleDoes() {
    for (int seed = 0; seed < CASES; seed++) {
      OracleCase given =
          RandomCases.of(seed)
              .withPlacer(OraclePlacer.CONSOLIDATE)
              .withReading(OracleReading.ARTIFACT);
      List<ProfilingOutcome.Loan> expected =
          OracleProfiler.profile(given).profilerChanges.stream()
              .map(change -> new ProfilingOutcome.Loan(change.second(), change.nodes()))
              .toList();
      assertEquals(expected, profiling(PlacementRule.CONSOLIDATE, given).loans(), "seed " + seed);
    }
  }

  private static OracleResult oracle(String policy, OracleCase given) {
    return switch (policy) {
      case "fifo" -> OracleExclusivePolicies.fifo(given);
      case "sjf" -> OracleExclusivePolicies.sjf(given);
      case "qssf" -> OracleExclusivePolicies.qssf(given);
      case "srtf" -> OraclePreemptivePolicies.srtf(given);
      case "tiresias" -> OraclePreemptivePolicies.tiresias(given);
      default -> OracleLucid.run(given);
    };
  }

  private static JobRecords engine(String policy, PlacementRule rule, OracleCase given) {
    PolicyInputs inputs =
        new PolicyInputs(
            given.cluster(),
            given.trace(),
            given.startSecond(),
            given.estimates(),
            null,
            given.forecast(),
            given.profiles(),
            WorkloadPredictions.NONE,
            policy.equals("lucid") ? profiling(rule, given) : null,
            Semantics.reference(),
            // Without any forecast the reference shares at all times; we ask people to say so.
            Settings.NONE.with(
                LucidSettings.SHARING,
                given.forecast().size() == 0 ? SharingMode.ALWAYS : SharingMode.PREDICTED),
            List.of());
    SimulationOptions options = SimulationOptions.standard().withThreads(1).withPlacement(rule);
    return new Simulator(options)
        .run(Policies.standard().named(policy).orElseThrow(), inputs)
        .jobs();
  }

  private static ProfilingOutcome profiling(PlacementRule rule, OracleCase given) {
    return new ProfilingStage(given.cluster(), given.profiler(), rule, Semantics.reference())
        .run(given.trace(), given.forecast(), given.startSecond(), 0);
  }

  private static String expectedLine(String policy, OracleResult result, int row) {
    String base =
        "start %d end %d queue %d jct %d preemptions %d nodes %s"
            .formatted(
                result.start[row],
                result.end[row],
                result.queue[row],
                result.jct[row],
                result.preemptions[row],
                result.nodes[row]);
    if (!policy.equals("lucid")) {
      return base;
    }
    return base
        + " profiled %d profqueue %d finished %d score %d rate %s co %d deco %d priority %s"
            .formatted(
                result.profiled[row] ? 1 : 0,
                result.profilerQueue[row],
                result.finishedInProfiler[row] ? 1 : 0,
                result.shareScore[row],
                result.rate[row],
                result.colocated[row],
                result.delocated[row],
                result.priority[row]);
  }

  private static String line(String policy, JobRecords jobs, int row, long submit) {
    String base =
        "start %d end %d queue %d jct %d preemptions %d nodes %s"
            .formatted(
                jobs.startSeconds()[row],
                jobs.endSeconds()[row],
                jobs.queueSeconds()[row],
                jobs.endSeconds()[row] - submit,
                jobs.preemptions()[row],
                asLists(jobs.allocations()[row]));
    if (!policy.equals("lucid")) {
      return base;
    }
    long score = whole(jobs, "sharescore", row);
    return base
        + " profiled %d profqueue %d finished %d score %d rate %s co %d deco %d priority %s"
            .formatted(
                whole(jobs, "profiled", row),
                whole(jobs, "profqueue", row),
                whole(jobs, "finished_in_profiler", row),
                score == JobColumn.NONE ? OracleResult.NO_SHARE_SCORE : score,
                decimal(jobs, "rate", row),
                whole(jobs, "colocated_at", row),
                whole(jobs, "decolocated_at", row),
                decimal(jobs, "priority", row));
  }

  private static long whole(JobRecords jobs, String name, int row) {
    return ((JobColumn.Whole) column(jobs, name)).values()[row];
  }

  private static double decimal(JobRecords jobs, String name, int row) {
    return ((JobColumn.Decimal) column(jobs, name)).values()[row];
  }

  private static JobColumn column(JobRecords jobs, String name) {
    return jobs.extra().stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
  }

  /** The allocation as the reference writes it: {@code [{node: [gpu, gpu]}, ...]}. */
  private static String asLists(Allocation allocation) {
    if (allocation == null) {
      return "[]";
    }
    StringBuilder text = new StringBuilder("[");
    for (int i = 0; i < allocation.nodeCount(); i++) {
      text.append(i == 0 ? "{" : ", {").append(allocation.node(i)).append(": [");
      String separator = "";
      for (long rest = allocation.gpuMask(i); rest != 0; rest &= rest - 1) {
        text.append(separator).append(Long.numberOfTrailingZeros(rest));
        separator = ", ";
      }
      text.append("]}");
    }
    return text.append(']').toString();
  }
}
