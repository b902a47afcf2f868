package org.limpid.profiler;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limpid.data.ClusterDescription;
import org.limpid.data.Forecast;
import org.limpid.data.ProfilerDescription;
import org.limpid.data.Trace;
import org.limpid.data.VirtualCluster;
import org.limpid.simulation.policy.ProfilingOutcome;
import org.limpid.simulation.policy.ProfilingOutcome.Loan;
import org.limpid.simulation.policy.Semantics;
import org.limpid.simulation.resource.PlacementRule;

/** A profiler of one node with 8 GPUs and a limit of 200 s, worked out by hand. */
class ProfilingStageTest {
  private static final ClusterDescription CLUSTER =
      new ClusterDescription(
          List.of(new VirtualCluster("a", 4), new VirtualCluster("b", 4)), 8, 96, 24_576);

  private final Trace.Builder jobs = new Trace.Builder();
  private Semantics semantics = Semantics.standard();
  private Forecast forecast = Forecast.EMPTY;

  private ProfilingStageTest job(long submit, int gpus, long duration) {
    jobs.add(
        new Trace.Job(
            jobs.size(), "user", "a", "", gpus, gpus, "COMPLETED", submit, duration, null));
    return this;
  }

  private ProfilingStageTest wholeNodes(int count, long submit, long duration) {
    for (int i = 0; i < count; i++) {
      job(submit, 8, duration);
    }
    return this;
  }

  private ProfilingOutcome run() {
    return run(new ProfilerDescription(1, 200, 8, List.of(), "a", 1));
  }

  private ProfilingOutcome run(ProfilerDescription profiler) {
    return new ProfilingStage(CLUSTER, profiler, PlacementRule.CONSOLIDATE, semantics)
        .run(jobs.build(), forecast, 0, 0);
  }

  /**
   * At 0 job 1 goes first, since it asks for one GPU only, and leaves too few for job 0. At 10 job
   * 2 passes job 0, too, and runs until 110; then job 0 stays for its 200 s.
   */
  @Test
  void fewestGpusGoFirst() {
    ProfilingOutcome outcome = job(0, 8, 500).job(0, 1, 50).job(10, 2, 100).run();
    assertArrayEquals(new long[] {110, 0, 10}, outcome.startSeconds());
    assertArrayEquals(new long[] {310, 50, 110}, outcome.endSeconds());
    assertArrayEquals(new long[] {110, 0, 0}, outcome.queueSeconds());
    assertArrayEquals(new boolean[] {false, true, true}, outcome.finished());
    assertEquals("0:1+2", outcome.allocations()[2].toString());
  }

  @Test
  void jobsOfExactlyTheLimitFinish() {
    ProfilingOutcome outcome = job(0, 1, 200).job(0, 1, 201).run();
    assertArrayEquals(new boolean[] {true, false}, outcome.finished());
    assertArrayEquals(new long[] {200, 200}, outcome.endSeconds());
  }

  @Test
  void largeJobsAreNotProfiled() {
    ProfilingOutcome outcome = job(0, 9, 10).job(0, 8, 10).run();
    assertArrayEquals(new boolean[] {false, true}, outcome.profiled());
    assertArrayEquals(new long[] {-1, 0}, outcome.startSeconds());
    assertArrayEquals(new long[] {-1, 10}, outcome.endSeconds());
    assertNull(outcome.allocations()[0]);
  }

  /** A factor of 16 would let jobs of 16 GPUs in, but there are only 8. */
  @Test
  void jobsLargerThanTheProfilerAreNotProfiled() {
    ProfilingOutcome outcome =
        job(0, 16, 10).job(0, 8, 10).run(new ProfilerDescription(1, 200, 16, List.of(), null, 0));
    assertArrayEquals(new boolean[] {false, true}, outcome.profiled());
  }

  /** Three nodes from two givers: "a" gives two of them. */
  @Test
  void giversGiveNodesInTurn() {
    ProfilingOutcome outcome =
        job(0, 1, 1).run(new ProfilerDescription(3, 200, 8, List.of("a", "b"), null, 0));
    assertEquals(Map.of("a", 2, "b", 1), outcome.nodesTaken());
    assertEquals(List.of(), outcome.loans());
  }

  /** One job of 12 starts at 0 and 11 wait; of 11, only 10 wait, which is not more than 10. */
  @ParameterizedTest
  @CsvSource({"12, 1", "11, 0"})
  void borrowsANodeWhenMoreThanTenWait(int count, int borrowed) {
    semantics = Semantics.reference();
    assertEquals(borrowed, wholeNodes(count, 0, 50).run().loans().size());
  }

  /** The jobs come at 3; the next second divisible by 10 is 10. The node serves from 11 on. */
  @Test
  void borrowedNodeServesFromTheNextSecondOn() {
    ProfilingOutcome outcome = wholeNodes(12, 3, 50).run();
    assertEquals(new Loan(10, 1), outcome.loans().getFirst());
    assertEquals(3, outcome.startSeconds()[0]);
    assertEquals(11, outcome.startSeconds()[1]);
    assertEquals("9999:0+1+2+3+4+5+6+7", outcome.allocations()[1].toString());
  }

  /**
   * Twelve jobs of 50 s run two by two until 301, when the borrowed node gets idle. At 400 it is
   * returned. The last job keeps the clock going until then.
   */
  private ProfilingStageTest twelveAndALateOne() {
    return wholeNodes(12, 0, 50).job(800, 1, 10);
  }

  @Test
  void returnsAnIdleNodeAtAFullHundred() {
    assertEquals(List.of(new Loan(0, 1), new Loan(400, -1)), twelveAndALateOne().run().loans());
  }

  /** 5 times the 8 GPUs of the largest job: a mean of 40 is few, more is not. */
  @ParameterizedTest
  @CsvSource({"40, 400", "40.5, 600"})
  void keepsTheNodeWhileManyGpusAreForecast(double gpus, long returned) {
    forecast = new Forecast(new long[] {600}, new double[] {1}, new double[] {gpus});
    assertEquals(
        List.of(new Loan(0, 1), new Loan(returned, -1)), twelveAndALateOne().run().loans());
  }

  /** At 600 the forecast is used up; the artifact gives the node back at its second look, 700. */
  @Test
  void referenceReturnsAtTheSecondLookAfterTheForecast() {
    semantics = Semantics.reference();
    forecast = new Forecast(new long[] {600}, new double[] {1}, new double[] {41});
    assertEquals(List.of(new Loan(0, 1), new Loan(700, -1)), twelveAndALateOne().run().loans());
  }

  /** All is over at 301, before the node could be returned. */
  @Test
  void keptLoanEndsWithTheStage() {
    assertEquals(List.of(new Loan(0, 1), new Loan(301, -1)), wholeNodes(12, 0, 50).run().loans());
  }

  @Test
  void referenceLoanMayStayOpen() {
    semantics = Semantics.reference();
    assertEquals(List.of(new Loan(0, 1)), wholeNodes(12, 0, 50).run().loans());
  }

  @Test
  void nobodyLendsWithoutLender() {
    ProfilingOutcome outcome =
        wholeNodes(30, 0, 50).run(new ProfilerDescription(1, 200, 8, List.of(), null, 1));
    assertEquals(List.of(), outcome.loans());
    assertEquals(29 * 50, outcome.startSeconds()[29]);
  }
}
