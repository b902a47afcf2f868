package org.limpid.profiler;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.limpid.data.Trace;
import org.limpid.profiler.oracle.OracleCase;
import org.limpid.profiler.oracle.RandomCases;
import org.limpid.simulation.policy.PolicyInputs;
import org.limpid.simulation.policy.ProfilingOutcome;
import org.limpid.simulation.policy.ProfilingOutcome.Loan;
import org.limpid.simulation.policy.Semantics;
import org.limpid.simulation.policy.Semantics.Fix;
import org.limpid.simulation.policy.Settings;
import org.limpid.simulation.policy.WorkloadPredictions;
import org.limpid.simulation.policy.lucid.LucidSettings;
import org.limpid.simulation.policy.lucid.SharingMode;
import org.limpid.simulation.resource.Allocation;
import org.limpid.simulation.resource.PlacementRule;
import org.limpid.simulation.run.Policies;
import org.limpid.simulation.run.SimulationOptions;
import org.limpid.simulation.run.Simulator;
import org.limpid.simulation.sink.JobRecords;

/** What holds for the profiler, and for Lucid behind it, on random cases. */
class ProfilingPropertiesTest {
  private static final int CASES = 100;
  private static final double FASTEST = 1.498;

  /** One stay of a job on one GPU. */
  private record Stay(long from, long to) {}

  private static ProfilingOutcome profile(OracleCase given, PlacementRule rule, Semantics mode) {
    return new ProfilingStage(given.cluster(), given.profiler(), rule, mode)
        .run(given.trace(), given.forecast(), given.startSecond(), 7);
  }

  @ParameterizedTest
  @EnumSource(PlacementRule.class)
  void gpusOfTheProfilerServeOneJobAtATime(PlacementRule rule) {
    for (int seed = 0; seed < CASES; seed++) {
      OracleCase given = RandomCases.of(seed);
      ProfilingOutcome outcome = profile(given, rule, Semantics.reference());
      Map<String, List<Stay>> stays = new HashMap<>();
      for (int row = 0; row < given.trace().size(); row++) {
        if (outcome.profiled()[row]) {
          Stay stay = new Stay(outcome.startSeconds()[row], outcome.endSeconds()[row]);
          assertEquals(given.trace().gpuCount(row), outcome.allocations()[row].gpuCount());
          addStays(outcome.allocations()[row], stay, stays);
        }
      }
      stays.forEach((gpu, ofGpu) -> assertDisjoint(ofGpu, gpu));
    }
  }

  private static void addStays(Allocation place, Stay stay, Map<String, List<Stay>> stays) {
    for (int i = 0; i < place.nodeCount(); i++) {
      for (long rest = place.gpuMask(i); rest != 0; rest &= rest - 1) {
        String gpu = place.node(i) + ":" + Long.numberOfTrailingZeros(rest);
        stays.computeIfAbsent(gpu, key -> new ArrayList<>()).add(stay);
      }
    }
  }

  private static void assertDisjoint(List<Stay> stays, String gpu) {
    stays.sort(Comparator.comparingLong(Stay::from));
    for (int i = 1; i < stays.size(); i++) {
      assertTrue(stays.get(i - 1).to() <= stays.get(i).from(), gpu + ": " + stays);
    }
  }

  @ParameterizedTest
  @EnumSource(PlacementRule.class)
  void smallJobsStayForTheirDurationOrTheLimit(PlacementRule rule) {
    for (int seed = 0; seed < CASES; seed++) {
      OracleCase given = RandomCases.of(seed);
      Trace trace = given.trace();
      ProfilingOutcome outcome = profile(given, rule, Semantics.standard());
      long limit = given.profiler().timeLimitSeconds();
      for (int row = 0; row < trace.size(); row++) {
        boolean small = trace.gpuCount(row) <= given.profiler().maxGpuCount();
        assertEquals(small, outcome.profiled()[row]);
        assertEquals(small && trace.durationSeconds(row) <= limit, outcome.finished()[row]);
        if (small) {
          long start = outcome.startSeconds()[row];
          long stay = Math.min(limit, trace.durationSeconds(row));
          assertEquals(start + stay, outcome.endSeconds()[row]);
          assertEquals(start - trace.submitSeconds(row), outcome.queueSeconds()[row]);
          assertTrue(outcome.queueSeconds()[row] >= 0);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(PlacementRule.class)
  void jobsOfOneSizeAreServedInTheirOrder(PlacementRule rule) {
    for (int seed = 0; seed < CASES; seed++) {
      OracleCase given = RandomCases.of(seed);
      ProfilingOutcome outcome = profile(given, rule, Semantics.reference());
      Map<Integer, Long> lastStart = new HashMap<>();
      for (int row = 0; row < given.trace().size(); row++) {
        if (outcome.profiled()[row]) {
          long start = outcome.startSeconds()[row];
          Long before = lastStart.put(given.trace().gpuCount(row), start);
          assertTrue(before == null || before <= start);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void loansComeAndGoInTurn(boolean kept) {
    int loans = 0;
    for (int seed = 0; seed < CASES; seed++) {
      Semantics mode = Semantics.reference().with(Fix.LOANS_KEPT, kept);
      List<Loan> ofCase = profile(RandomCases.of(seed), PlacementRule.CONSOLIDATE, mode).loans();
      for (int i = 0; i < ofCase.size(); i++) {
        assertEquals(i % 2 == 0 ? 1 : -1, ofCase.get(i).change());
        assertTrue(i == 0 || ofCase.get(i).second() > ofCase.get(i - 1).second());
      }
      assertTrue(!kept || ofCase.size() % 2 == 0, "a loan stays open");
      loans += ofCase.size();
    }
    assertTrue(loans > CASES / 4, loans + " loans");
  }

  private static PolicyInputs inputs(OracleCase given, PlacementRule rule, Semantics mode) {
    return new PolicyInputs(
        given.cluster(),
        given.trace(),
        given.startSecond(),
        given.estimates(),
        null,
        given.forecast(),
        given.profiles(),
        WorkloadPredictions.NONE,
        profile(given, rule, mode),
        mode,
        Settings.NONE.with(LucidSettings.SHARING, SharingMode.ALWAYS),
        List.of());
  }

  private static JobRecords lucid(
      String policy, PolicyInputs inputs, PlacementRule rule, int threads) {
    SimulationOptions options =
        SimulationOptions.standard().withThreads(threads).withPlacement(rule);
    return new Simulator(options)
        .run(Policies.standard().named(policy).orElseThrow(), inputs)
        .jobs();
  }

  @ParameterizedTest
  @ValueSource(strings = {"lucid", "lucid-backfill", "lucid-easy"})
  void lucidEndsEveryJobBehindTheProfiler(String policy) {
    for (PlacementRule rule : PlacementRule.values()) {
      for (int seed = 0; seed < CASES / 4; seed++) {
        OracleCase given = RandomCases.of(seed);
        PolicyInputs inputs = inputs(given, rule, Semantics.standard());
        JobRecords jobs = lucid(policy, inputs, rule, 1);
        for (int row = 0; row < given.trace().size(); row++) {
          assertPlausible(inputs, jobs, row);
        }
        JobRecords again = lucid(policy, inputs, rule, 3);
        assertArrayEquals(jobs.endSeconds(), again.endSeconds());
        assertArrayEquals(jobs.allocations(), again.allocations());
      }
    }
  }

  /** In default mode the time lines are one: first the profiler, then the virtual cluster. */
  private static void assertPlausible(PolicyInputs inputs, JobRecords jobs, int row) {
    ProfilingOutcome profiling = inputs.profiling();
    long start = jobs.startSeconds()[row];
    long end = jobs.endSeconds()[row];
    if (profiling.finished()[row]) {
      assertEquals(profiling.startSeconds()[row], start);
      assertEquals(profiling.endSeconds()[row], end);
      assertEquals(profiling.queueSeconds()[row], jobs.queueSeconds()[row]);
      return;
    }
    boolean profiled = profiling.profiled()[row];
    long arrival = profiled ? profiling.endSeconds()[row] : inputs.trace().submitSeconds(row);
    assertTrue(start >= arrival);
    assertEquals(profiling.queueSeconds()[row] + start - arrival, jobs.queueSeconds()[row]);
    assertTrue(end - start >= inputs.trace().durationSeconds(row) / FASTEST - 1e-6);
    assertEquals(inputs.trace().gpuCount(row), jobs.allocations()[row].gpuCount());
  }
}
