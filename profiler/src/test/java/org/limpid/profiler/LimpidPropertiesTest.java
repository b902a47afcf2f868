package org.limpid.profiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
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
  private static final int CASES = 800;

  private static List<LimpidAudit> audits;

  @BeforeAll
  static void run() {
    audits = IntStream.range(0, CASES).mapToObj(LimpidPropertiesTest::audit).toList();
  }

  private static LimpidAudit audit(int seed) {
    LimpidCase given = LimpidCases.of(seed);
    ProfilingOutcome profiling = LimpidRuns.profiling(given);
    JobRecords records =
        LimpidRuns.run(given, profiling, SimulationOptions.standard().withThreads(1));
    return new LimpidAudit(given, profiling, records, seed);
  }

  @Test
  void everyJobEnds() {
    audits.forEach(LimpidAudit::assertAllEnded);
  }

  @Test
  void everyJobHasTheGpusThatItAskedFor() {
    audits.forEach(LimpidAudit::assertPlaces);
  }

  /** Two at most, with memory for both, gentle to each other, and known. */
  @Test
  void jobsShareOnlyIfTheyMay() {
    int pairs = audits.stream().mapToInt(LimpidAudit::assertPairs).sum();
    assertTrue(pairs > CASES, "pairs: " + pairs);
  }

  @Test
  void nobodySharesWhenNoSizesMay() {
    List<LimpidAudit> alone = audits.stream().filter(LimpidAudit::forbidsSharing).toList();
    assertEquals(0, alone.stream().mapToInt(LimpidAudit::assertPairs).sum());
    assertFalse(alone.isEmpty(), "no case without sharing");
  }

  /** The sum of rate x time is the duration, to the second. */
  @Test
  void workIsConserved() {
    audits.forEach(LimpidAudit::assertWork);
  }
}
