package org.limpid.profiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.limpid.profiler.oracle.LimpidCase;
import org.limpid.profiler.oracle.LimpidCases;
import org.limpid.simulation.policy.ProfilingOutcome;
import org.limpid.simulation.run.SimulationOptions;
import org.limpid.simulation.sink.JobRecords;

/**
 * What must hold of every run of limpid, found out from the records of jobs alone: who was where
 * from when to when.
 */
class LimpidPropertiesTest {
  private static final int CASES = 1500;

  @Test
  void everyJobEndsOnTheGpusThatItAskedFor() {
    for (int seed = 0; seed < CASES; seed++) {
      LimpidAudit audit = audit(seed);
      audit.assertAllEnded();
      audit.assertPlaces();
    }
  }

  /** Two at most, with memory for both, gentle to each other, and known. */
  @Test
  void jobsShareOnlyIfTheyMay() {
    int pairs = 0;
    for (int seed = 0; seed < CASES; seed++) {
      pairs += audit(seed).assertPairs();
    }
    assertTrue(pairs > CASES, "pairs: " + pairs);
  }

  /** The sum of rate x time is the duration, to the second. */
  @Test
  void workIsConserved() {
    for (int seed = 0; seed < CASES; seed++) {
      audit(seed).assertWork();
    }
  }

  @Test
  void nobodySharesWhenNoSizesMay() {
    int shared = 0;
    int cases = 0;
    for (int seed = 0; seed < CASES; seed++) {
      LimpidAudit audit = audit(seed);
      if (audit.forbidsSharing()) {
        shared += audit.assertPairs();
        cases++;
      }
    }
    assertEquals(0, shared);
    assertTrue(cases > 0, "no case without sharing");
  }

  private static LimpidAudit audit(int seed) {
    LimpidCase given = LimpidCases.of(seed);
    ProfilingOutcome profiling = LimpidRuns.profiling(given);
    JobRecords records =
        LimpidRuns.run(given, profiling, SimulationOptions.standard().withThreads(1));
    return new LimpidAudit(given, profiling, records, seed);
  }
}
