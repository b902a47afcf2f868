package org.limpid.simulation.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.limpid.data.JobAttribute;
import org.limpid.data.Trace;
import org.limpid.simulation.given.RandomCase;
import org.limpid.simulation.policy.Need;
import org.limpid.simulation.policy.Policy;
import org.limpid.simulation.policy.PolicyInputs;
import org.limpid.simulation.policy.Semantics;
import org.limpid.simulation.policy.Settings;
import org.limpid.simulation.policy.lucid.LucidSettings;
import org.limpid.simulation.policy.lucid.SharingMode;
import org.limpid.simulation.resource.PlacementRule;
import org.limpid.simulation.sink.JobRecords;

/** How results change when the inputs change in a known way. */
class MetamorphicTest {
  private static final int CASES = RandomCase.count(8);

  /** Decisions are made at multiples of 10, 60 and 100 s, forecasts in slots of 600 s. */
  private static final long SHIFT = 1800;

  static final List<String> ALL_POLICIES = Policies.standard().names();

  /** Nobody's run takes less than its duration: without sharing, profiling and more GPUs. */
  static final List<String> POLICIES_WITHOUT_SHARING =
      Policies.standard().all().stream()
          .filter(policy -> !policy.needs().contains(Need.PROFILES))
          .filter(
              policy -> !policy.about().attributes(Settings.NONE).contains(JobAttribute.SCALING))
          .map(Policy::name)
          .toList();

  private static JobRecords run(String policy, PolicyInputs inputs) {
    return run(policy, inputs, PlacementRule.CONSOLIDATE);
  }

  private static JobRecords run(String policy, PolicyInputs inputs, PlacementRule rule) {
    SimulationOptions options = SimulationOptions.standard().withThreads(1).withPlacement(rule);
    return new Simulator(options)
        .run(Policies.standard().named(policy).orElseThrow(), inputs)
        .jobs();
  }

  @ParameterizedTest
  @FieldSource("ALL_POLICIES")
  void shiftOfAllTimesShiftsAllResults(String policy) {
    for (int seed = 0; seed < CASES; seed++) {
      for (Semantics semantics : List.of(Semantics.reference(), Semantics.standard())) {
        PolicyInputs inputs = RandomCase.of(seed).withSemantics(semantics);
        JobRecords expected = run(policy, inputs, PlacementRule.RANDOM);
        JobRecords shifted =
            run(policy, ChangedInputs.shifted(inputs, SHIFT), PlacementRule.RANDOM);
        assertArrayEquals(later(expected.startSeconds()), shifted.startSeconds());
        assertArrayEquals(later(expected.endSeconds()), shifted.endSeconds());
        assertArrayEquals(expected.queueSeconds(), shifted.queueSeconds());
        assertArrayEquals(expected.preemptions(), shifted.preemptions());
        assertArrayEquals(expected.allocations(), shifted.allocations());
      }
    }
  }

  private static long[] later(long[] seconds) {
    return LongStream.of(seconds)
        .map(second -> second == JobRecords.NEVER_STARTED ? second : second + SHIFT)
        .toArray();
  }

  @ParameterizedTest
  @FieldSource("ALL_POLICIES")
  void anotherVirtualClusterChangesNothingElsewhere(String policy) {
    for (int seed = 0; seed < CASES; seed++) {
      PolicyInputs inputs = RandomCase.of(seed).with(LucidSettings.SHARING, SharingMode.ALWAYS);
      ChangedInputs.WithNeighbour both = ChangedInputs.withNeighbour(inputs);
      JobRecords expected = run(policy, inputs);
      JobRecords actual = run(policy, both.inputs());
      for (int row = 0; row < inputs.trace().size(); row++) {
        int moved = both.rowOf()[row];
        assertEquals(expected.startSeconds()[row], actual.startSeconds()[moved]);
        assertEquals(expected.endSeconds()[row], actual.endSeconds()[moved]);
        assertEquals(expected.queueSeconds()[row], actual.queueSeconds()[moved]);
        assertEquals(expected.allocations()[row], actual.allocations()[moved]);
      }
    }
  }

  @ParameterizedTest
  @FieldSource("POLICIES_WITHOUT_SHARING")
  void idealIsNeverBeaten(String policy) {
    for (int seed = 0; seed < CASES; seed++) {
      for (PlacementRule rule : PlacementRule.values()) {
        PolicyInputs inputs = RandomCase.of(seed);
        Trace trace = inputs.trace();
        double bound = meanJct(trace, run("ideal", inputs, rule));
        assertTrue(bound <= meanJct(trace, run(policy, inputs, rule)));
        double meanDuration =
            IntStream.range(0, trace.size())
                .mapToLong(trace::durationSeconds)
                .average()
                .orElseThrow();
        assertEquals(meanDuration, bound);
      }
    }
  }

  private static double meanJct(Trace trace, JobRecords jobs) {
    return IntStream.range(0, trace.size())
        .mapToLong(row -> jobs.endSeconds()[row] - trace.submitSeconds(row))
        .average()
        .orElseThrow();
  }

  /** Whoever can't start then finds no free GPU at all, so nobody can pass. */
  @Test
  void disciplinesAgreeWhenEveryJobAsksForOneGpu() {
    for (int seed = 0; seed < CASES; seed++) {
      PolicyInputs inputs = RandomCase.ofOneGpuEach(seed);
      for (String policy : List.of("fifo", "sjf", "qssf")) {
        JobRecords strict = run(policy, inputs);
        PolicyPropertiesTest.assertSameJobs(strict, run(policy + "-backfill", inputs));
        PolicyPropertiesTest.assertSameJobs(strict, run(policy + "-easy", inputs));
      }
    }
  }

  @Test
  void nobodyWaitsUnderTheIdeal() {
    for (int seed = 0; seed < CASES; seed++) {
      PolicyInputs inputs = RandomCase.of(seed);
      JobRecords ideal = run("ideal", inputs);
      for (int row = 0; row < inputs.trace().size(); row++) {
        assertEquals(inputs.trace().submitSeconds(row), ideal.startSeconds()[row]);
        assertEquals(0, ideal.queueSeconds()[row]);
      }
    }
  }
}
