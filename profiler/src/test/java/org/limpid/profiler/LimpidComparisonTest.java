package org.limpid.profiler;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.limpid.profiler.oracle.LimpidCase;
import org.limpid.profiler.oracle.LimpidCases;
import org.limpid.profiler.oracle.LimpidResult;
import org.limpid.profiler.oracle.OracleLimpid;
import org.limpid.simulation.policy.ProfilingOutcome;
import org.limpid.simulation.run.SimulationOptions;
import org.limpid.simulation.sink.JobColumn;
import org.limpid.simulation.sink.JobRecords;

/**
 * The policy limpid and its profiling stage against a second-by-second one, which was written
 * independently from the same rules, on random cases that are made to hit ties, loans and mixed
 * hosts.
 */
class LimpidComparisonTest {
  private static final int CASES = Integer.getInteger("limpid.cases", 1500);
  private static final int CROWDED_CASES = 2;
  private static final int FIRST_SEED = Integer.getInteger("limpid.firstSeed", 0);

  @Test
  void equalsTheOracle() {
    for (int seed = FIRST_SEED; seed < FIRST_SEED + CASES; seed++) {
      assertEqualsTheOracle(LimpidCases.of(seed), seed);
    }
  }

  /** Hundreds of jobs wait. */
  @Test
  void equalsTheOracleInACrowd() {
    for (int seed = FIRST_SEED; seed < FIRST_SEED + CROWDED_CASES; seed++) {
      assertEqualsTheOracle(LimpidCases.crowded(seed), seed);
    }
  }

  private static void assertEqualsTheOracle(LimpidCase given, int seed) {
    LimpidResult expected = OracleLimpid.run(given);
    ProfilingOutcome profiling = LimpidRuns.profiling(given);
    assertProfilingEquals(expected, profiling, seed);
    JobRecords actual =
        LimpidRuns.run(given, profiling, SimulationOptions.standard().withThreads(1));
    for (int row = 0; row < given.trace().size(); row++) {
      assertEquals(
          expected.line(row), LimpidRuns.line(actual, row), "seed %d, row %d".formatted(seed, row));
    }
  }

  private static void assertProfilingEquals(
      LimpidResult expected, ProfilingOutcome actual, int seed) {
    assertArrayEquals(
        expected.probeEnd, actual.probeEndSeconds(), "probes end elsewhere, seed " + seed);
    List<ProfilingOutcome.Loan> loans =
        expected.profilerChanges.stream()
            .map(change -> new ProfilingOutcome.Loan(change.second(), change.nodes()))
            .toList();
    assertEquals(loans, actual.loans(), "loans, seed " + seed);
  }

  /** Everything that is recorded is the same with many threads, also with a record of decisions. */
  @Test
  void threadsAndExplanationsMakeNoDifference() {
    for (int seed = 0; seed < CASES / 10; seed++) {
      LimpidCase given = LimpidCases.of(seed);
      ProfilingOutcome profiling = LimpidRuns.profiling(given);
      SimulationOptions options = SimulationOptions.standard();
      JobRecords once = LimpidRuns.run(given, profiling, options.withThreads(1));
      JobRecords again =
          LimpidRuns.run(given, profiling, options.withThreads(4).withExplained(true));
      for (int row = 0; row < given.trace().size(); row++) {
        assertEquals(
            LimpidRuns.line(once, row) + further(once, row),
            LimpidRuns.line(again, row) + further(again, row),
            "seed %d, row %d".formatted(seed, row));
      }
    }
  }

  private static List<Number> further(JobRecords jobs, int row) {
    return jobs.extra().stream()
        .<Number>map(column ->
            switch (column) {
              case JobColumn.Whole whole -> whole.values()[row];
              case JobColumn.Decimal decimal -> decimal.values()[row];
            })
        .toList();
  }
}
