package org.limpid.profiler;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.limpid.data.ClusterDescription;
import org.limpid.data.Estimates;
import org.limpid.data.Forecast;
import org.limpid.data.PairProfile;
import org.limpid.data.PairSpeeds;
import org.limpid.data.ProfilerDescription;
import org.limpid.data.Profiles;
import org.limpid.data.Trace;
import org.limpid.data.VirtualCluster;
import org.limpid.data.Workload;
import org.limpid.data.WorkloadProfile;
import org.limpid.profiler.oracle.LimpidCase;
import org.limpid.profiler.oracle.LimpidChoices;
import org.limpid.profiler.oracle.LimpidChoices.Sizes;
import org.limpid.profiler.oracle.LimpidResult;
import org.limpid.profiler.oracle.OracleLimpid;
import org.limpid.simulation.policy.limpid.LimpidSettings.Belief;
import org.limpid.simulation.policy.sharing.PairRates.Source;
import org.limpid.simulation.run.SimulationOptions;
import org.limpid.simulation.sink.JobRecords;

/**
 * Small cases of {@code limpid} whose results follow by hand from its rules, for the engine and for
 * the oracle: nodes of 4 GPUs, three light workloads, of which one was never measured beside
 * another. A job that joins one of its own workload runs at 0.5, the other one at 0.75; a job that
 * joins one of the other workload runs at 1.25, the other one at 1.
 */
class LimpidHandWorkedTest {
  private static final WorkloadProfile A = profile("ResNet18");
  private static final WorkloadProfile B = profile("LSTM");
  private static final WorkloadProfile UNMEASURED = profile("VGG");
  private static final Profiles PROFILES =
      new Profiles(
          Stream.of(A, B, UNMEASURED).map(each -> new Profiles.SingleProfile(each, 0)).toList(),
          List.of(pair(A, A, 0.5, 0.75), pair(B, B, 0.5, 0.75), pair(B, A, 1.25, 1)));

  private final Trace.Builder jobs = new Trace.Builder();
  private final List<Double> estimates = new ArrayList<>();

  private static WorkloadProfile profile(String model) {
    return new WorkloadProfile(new Workload(model, "data", 32, false), 1, 50, 25, 4000);
  }

  private static PairProfile pair(
      WorkloadProfile first, WorkloadProfile second, double firstRate, double secondRate) {
    return new PairProfile(
        first.workload(), second.workload(), firstRate, secondRate, 80, 40, 8000);
  }

  /** The estimate is the truth. */
  private void submit(long second, int gpus, long duration, WorkloadProfile profile) {
    submit(second, gpus, duration, profile, duration);
  }

  private void submit(
      long second, int gpus, long duration, WorkloadProfile profile, double estimate) {
    estimates.add(estimate);
    jobs.add(
        new Trace.Job(
            jobs.size(), "user", "vc", "", gpus, 1, "COMPLETED", second, duration, profile));
  }

  /**
   * What the oracle says, and the engine as well. The virtual cluster has so many nodes when it has
   * given some to the profiler; jobs of up to a node are profiled.
   */
  private LimpidResult on(int nodes, LimpidChoices choices) {
    LimpidCase given =
        new LimpidCase(
            new ClusterDescription(
                List.of(new VirtualCluster("vc", nodes + choices.profilerNodes())), 4, 96, 24_576),
            jobs.build(),
            1000,
            new Estimates("given", estimates.stream().mapToDouble(Double::doubleValue).toArray()),
            new Forecast(new long[] {0}, new double[] {1}, new double[] {1}),
            PROFILES,
            PairSpeeds.EMPTY,
            new ProfilerDescription(1, 200, 4, List.of("vc"), null, 0),
            choices);
    LimpidResult result = OracleLimpid.run(given);
    JobRecords records =
        LimpidRuns.run(given, LimpidRuns.profiling(given), SimulationOptions.standard());
    for (int row = 0; row < records.size(); row++) {
      assertEquals(result.line(row), LimpidRuns.line(records, row), "row " + row);
    }
    return result;
  }

  /**
   * Both start at 1000. After 133 s at 0.75 the first has 0.25 s left and ends in 1134. By then the
   * second has done 67 s and has 33 s left, alone.
   */
  @Test
  void survivorRecovers() {
    submit(1000, 4, 100, A);
    submit(1000, 4, 100, A);
    LimpidResult result = on(1, LimpidChoices.standard(0));
    assertEquals("start 1000 end 1134 queue 0 nodes [{0: [0, 1, 2, 3]}]", result.line(0));
    assertEquals("start 1000 end 1167 queue 0 nodes [{0: [0, 1, 2, 3]}]", result.line(1));
  }

  /** Beside A nobody loses anything; beside a free GPU the node would lose 3 free ones. */
  @Test
  void losslessPairIsPreferredToFreeGpus() {
    submit(1000, 1, 100, A);
    submit(1001, 1, 100, B);
    LimpidResult result = on(2, LimpidChoices.standard(0));
    assertEquals("start 1000 end 1100 queue 0 nodes [{0: [0]}]", result.line(0));
    assertEquals("start 1001 end 1081 queue 0 nodes [{0: [0]}]", result.line(1));
  }

  /** Who trusts a pair that nobody has measured shares for nothing; who doubts it does not. */
  @Test
  void pairThatNobodyMeasuredIsDoubted() {
    submit(1000, 1, 100, A);
    submit(1001, 1, 100, UNMEASURED);
    LimpidChoices cautious = LimpidChoices.standard(0);
    LimpidResult doubted = on(2, cautious);
    assertEquals("start 1001 end 1101 queue 0 nodes [{0: [1]}]", doubted.line(1));
    LimpidResult trusted = on(2, cautious.with(Belief.MEASURED));
    assertEquals("start 1001 end 1101 queue 0 nodes [{0: [0]}]", trusted.line(1));
  }

  /** A node with 3 free GPUs costs less than one with 4, and both less than a pair with losses. */
  @Test
  void freeGpusArePreferredToAPairWithLosses() {
    submit(1000, 1, 100, A);
    submit(1001, 1, 100, A);
    LimpidResult result = on(2, LimpidChoices.standard(0));
    assertEquals("start 1001 end 1101 queue 0 nodes [{0: [1]}]", result.line(1));
  }

  /**
   * The second joins the first on two of its four GPUs: 0.5 and 0.75. The first is done after 80 s,
   * in which the second does 40 s of 100.
   */
  @Test
  void jobMayMixFreeAndSharedGpus() {
    submit(1000, 2, 60, A);
    submit(1000, 4, 100, A);
    LimpidResult result = on(1, LimpidChoices.standard(0));
    assertEquals("start 1000 end 1080 queue 0 nodes [{0: [0, 1]}]", result.line(0));
    assertEquals("start 1000 end 1140 queue 0 nodes [{0: [0, 1, 2, 3]}]", result.line(1));
  }

  /** The newcomer gains on both of its GPUs and needs 80 s. */
  @Test
  void partnersOnAllGpusMayMakeAJobFaster() {
    submit(1000, 1, 200, A);
    submit(1000, 3, 200, A);
    submit(1001, 2, 100, B);
    LimpidResult result = on(1, LimpidChoices.standard(0));
    assertEquals("start 1001 end 1081 queue 0 nodes [{0: [1, 2]}]", result.line(2));
  }

  /**
   * GPUs beside A cost less than nothing, so B takes both and one of the free ones, which holds it
   * to its speed alone.
   */
  @Test
  void freeGpuHoldsAJobToItsSpeedAlone() {
    submit(1000, 2, 200, A);
    submit(1001, 3, 100, B);
    LimpidResult result = on(1, LimpidChoices.standard(0));
    assertEquals("start 1001 end 1101 queue 0 nodes [{0: [0, 1, 2]}]", result.line(1));
  }

  /** The same if jobs may join one host only: B finds no place before A has ended. */
  @Test
  void smallerJobsDoNotMix() {
    submit(1000, 2, 200, A);
    submit(1001, 3, 100, B);
    LimpidResult result = on(1, LimpidChoices.standard(0).with(Sizes.SMALLER));
    assertEquals("start 1200 end 1300 queue 199 nodes [{0: [0, 1, 2]}]", result.line(1));
  }

  /**
   * The job of two nodes waits for node 0 until 1300 and reserves both. In 1002 the job of 200 s is
   * back in time, that of 400 s is not: it starts when the large one has ended.
   */
  @Test
  void reservedNodesAreForJobsThatAreBackInTime() {
    submitAroundALargeJob();
    LimpidResult result = on(2, LimpidChoices.standard(0).with(Sizes.NONE));
    assertEquals(1300, result.start[1]);
    assertEquals(1350, result.start[2]);
    assertEquals("start 1002 end 1202 queue 0 nodes [{1: [0]}]", result.line(3));
  }

  @Test
  void withoutReservationsALargeJobIsPassed() {
    submitAroundALargeJob();
    LimpidResult result = on(2, LimpidChoices.standard(0).with(Sizes.NONE).withReservations(0));
    assertEquals(1402, result.start[1]);
    assertEquals(1002, result.start[2]);
  }

  private void submitAroundALargeJob() {
    submit(1000, 4, 300, A);
    submit(1001, 8, 50, A, 10);
    submit(1002, 1, 400, A);
    submit(1002, 1, 200, A);
  }

  /**
   * The probe of the first job fills the profiler until 1100, the second job does until 1200. Then
   * it joins the first, which is known by its probe and has 800 s left: 400 s at 0.5 take until
   * 2000. The first has done 600 s more by then.
   */
  @Test
  void probeMakesALargeJobKnown() {
    submit(1000, 8, 1000, A);
    submit(1010, 4, 500, A);
    LimpidResult result = on(2, LimpidChoices.standard(1));
    assertEquals(1100, result.probeEnd[0]);
    assertEquals(
        "start 1000 end 2200 queue 0 nodes [{0: [0, 1, 2, 3]}, {1: [0, 1, 2, 3]}]", result.line(0));
    assertEquals("start 1200 end 2000 queue 90 nodes [{0: [0, 1, 2, 3]}]", result.line(1));
  }

  /**
   * Three jobs fill the profiler of one node until 1100 .. 1300. The probes wait for all of them,
   * though they were submitted earlier than the last, and then for each other.
   */
  @Test
  void probesWaitBehindAllProfiledJobs() {
    submit(1000, 4, 500, A);
    submit(1001, 8, 500, A);
    submit(1002, 8, 500, A);
    submit(1050, 4, 500, A);
    submit(1060, 4, 500, A);
    LimpidResult result = on(2, LimpidChoices.standard(1));
    assertEquals(1400, result.probeEnd[1]);
    assertEquals(1500, result.probeEnd[2]);
  }

  /**
   * No probes. The large job starts in 1050 and is known 100 s later; the small one has been
   * profiled until 1100 and waits for that.
   */
  @Test
  void jobIsKnownWhenItHasRunForTheTimeLimit() {
    submit(1000, 4, 500, A);
    submit(1050, 8, 500, A);
    LimpidChoices choices =
        new LimpidChoices(
            1, 100, 0, 4, 2, 0, Sizes.ANY, Source.MEASURED, Belief.PAIR, 0, 10, 1, 0, true);
    LimpidResult result = on(2, choices);
    assertEquals(1050, result.start[1]);
    assertEquals(1150, result.start[0]);
    assertEquals(50, result.queue[0]);
  }

  /** A job that ends in the profiler is recorded there; it waits for the one before it. */
  @Test
  void shortJobsEndInTheProfiler() {
    submit(1000, 4, 100, A);
    submit(1000, 4, 50, A);
    LimpidResult result = on(2, LimpidChoices.standard(1));
    assertEquals("start 1000 end 1100 queue 0 nodes [{0: [0, 1, 2, 3]}]", result.line(0));
    assertEquals("start 1100 end 1150 queue 100 nodes [{0: [0, 1, 2, 3]}]", result.line(1));
  }

  /**
   * The second job of two nodes joins the first on exactly its GPUs, the third finds nobody alone.
   * The first is done after 134 s; the third then joins the second, which has 33 s left.
   */
  @Test
  void largeJobsJoinEachOther() {
    submit(1000, 8, 100, A);
    submit(1000, 8, 100, A);
    submit(1000, 8, 100, A);
    LimpidResult result = on(2, LimpidChoices.standard(0).with(Sizes.EQUAL));
    assertEquals(1134, result.end[0]);
    assertEquals(1134, result.start[2]);
    assertEquals(1178, result.end[1], "33 s at 0.75 take 44 s");
    assertEquals(1256, result.end[2], "22 s done at 0.5, then 78 s alone");
  }

  /** With an end delay each is found finished one second later. */
  @Test
  void endDelayIsOneSecond() {
    submit(1000, 4, 100, A);
    submit(1001, 4, 100, A);
    LimpidChoices choices =
        new LimpidChoices(
            0, 100, 2, 4, 2, 0, Sizes.NONE, Source.MEASURED, Belief.PAIR, 0, 10, 1, 1, true);
    LimpidResult result = on(1, choices);
    assertEquals(1101, result.end[0]);
    assertEquals(1202, result.end[1]);
  }

  /**
   * Job 0 leaves the profiler in 1100 and will end in 1600, as it is expected to. The large job
   * waits for it and reserves both nodes. The others leave the profiler in 1540 with 100 s done and
   * 400 s left: job 1, believed to take 50 s, is expected to take another 100 s and may not use the
   * nodes; job 2, believed to take 120 s, is expected to take 20 s and might, but it is of the kind
   * that has just failed. The large job ends in 1650.
   */
  @Test
  void jobsOfAKindFailTogether() {
    submit(1000, 4, 600, A);
    submit(1440, 1, 500, A, 50);
    submit(1440, 1, 500, A, 120);
    submit(1450, 8, 50, A, 1);
    LimpidResult result = on(2, LimpidChoices.standard(1).with(Sizes.NONE));
    assertEquals(1600, result.start[3]);
    assertEquals(1650, result.start[1]);
    assertEquals(1650, result.start[2]);
  }
}
