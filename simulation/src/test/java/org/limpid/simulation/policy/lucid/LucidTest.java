package org.limpid.simulation.policy.lucid;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.limpid.simulation.given.Given.seconds;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.limpid.data.PairSpeeds;
import org.limpid.data.Workload;
import org.limpid.data.WorkloadProfile;
import org.limpid.simulation.given.Given;
import org.limpid.simulation.given.Workloads;
import org.limpid.simulation.policy.PolicyInputs;
import org.limpid.simulation.policy.Semantics;
import org.limpid.simulation.policy.Semantics.Fix;
import org.limpid.simulation.policy.Settings;
import org.limpid.simulation.policy.WorkloadPredictions;
import org.limpid.simulation.policy.sharing.SharingSettings;
import org.limpid.simulation.run.Policies;
import org.limpid.simulation.run.SimulationOptions;
import org.limpid.simulation.run.Simulator;
import org.limpid.simulation.sink.JobColumn;
import org.limpid.simulation.sink.JobRecords;

/**
 * Lucid on one or two nodes of 8 GPUs. An LSTM that joins a VGG runs at half speed and the VGG at a
 * quarter; any other two keep their speed.
 */
class LucidTest {
  private static final WorkloadProfile LSTM = Workloads.profile("LSTM", 3000);
  private static final WorkloadProfile VGG = Workloads.profile("VGG", 3000);

  private static Given sharing(int nodes) {
    return given(nodes).sharing(SharingMode.ALWAYS);
  }

  private static Given given(int nodes) {
    return Given.nodes(nodes)
        .profiles(Workloads.light(List.of(LSTM, VGG), Workloads.pair("LSTM", "VGG", 0.5, 0.25)));
  }

  private static long[] whole(JobRecords jobs, String column) {
    return jobs.extra().stream()
        .filter(candidate -> candidate.name().equals(column))
        .map(candidate -> ((JobColumn.Whole) candidate).values())
        .findFirst()
        .orElseThrow();
  }

  private static double[] decimal(JobRecords jobs, String column) {
    return jobs.extra().stream()
        .filter(candidate -> candidate.name().equals(column))
        .map(candidate -> ((JobColumn.Decimal) candidate).values())
        .findFirst()
        .orElseThrow();
  }

  /** Priorities are 800, 400 and 80; the smallest goes first whenever the node is free. */
  @Test
  void smallestEstimatedGpuTimeGoesFirst() {
    JobRecords jobs =
        given(1)
            .job(0, 8, 10, 100, LSTM)
            .job(1, 8, 10, 50, LSTM)
            .job(2, 8, 10, 10, LSTM)
            .run("lucid");
    assertArrayEquals(seconds(0, 20, 10), jobs.startSeconds());
    assertArrayEquals(new double[] {800, 400, 80}, decimal(jobs, "priority"));
    assertArrayEquals(seconds(0, 0, 0), whole(jobs, "sharescore"));
  }

  /** Job 0 runs alone from 0; job 1 joins it at 10, although node 1 is free. */
  private static Given newcomerEndsFirst() {
    return sharing(2).job(0, 8, 300, 300, VGG).job(10, 8, 100, 100, LSTM);
  }

  /**
   * The newcomer needs 100 / 0.5 = 200 s and ends at 210. The partner had 290 s left and did 50 of
   * them meanwhile; at full speed it ends at 210 + 240.
   */
  @Test
  void partnerRecoversWhenTheNewcomerEnds() {
    JobRecords jobs = newcomerEndsFirst().run("lucid");
    assertArrayEquals(seconds(0, 10), jobs.startSeconds());
    assertArrayEquals(seconds(450, 210), jobs.endSeconds());
    assertEquals(jobs.allocations()[0], jobs.allocations()[1]);
    assertArrayEquals(new double[] {1, 0.5}, decimal(jobs, "rate"));
    assertArrayEquals(seconds(0, 10), whole(jobs, "colocated_at"));
    assertArrayEquals(seconds(210, 0), whole(jobs, "decolocated_at"));
  }

  /**
   * The newcomer is found finished at 211. Until then the partner was slow for 201 s and has 239.75
   * s left, which take 240 s and the one second more: 211 + 240 + 1.
   */
  @Test
  void referencePartnerRecoversOneSecondLater() {
    JobRecords jobs = newcomerEndsFirst().semantics(Semantics.reference()).run("lucid");
    assertArrayEquals(seconds(452, 211), jobs.endSeconds());
    assertArrayEquals(seconds(211, 0), whole(jobs, "decolocated_at"));
  }

  private static JobRecords scored(int limit) {
    Map<Workload, Integer> scores = Map.of(VGG.workload(), 1, LSTM.workload(), 2);
    return sharing(1)
        .job(0, 8, 300, 300, VGG)
        .job(10, 8, 100, 100, LSTM)
        .with(SharingSettings.SHARING_LIMIT, limit)
        .shareScores(scores)
        .run("lucid");
  }

  /** The scores of the profiles are 0 and 0, those from outside 1 and 2. */
  @Test
  void scoresFromOutsideReplaceThoseOfTheProfiles() {
    JobRecords jobs = scored(2);
    assertArrayEquals(seconds(0, 300), jobs.startSeconds());
    assertArrayEquals(seconds(1, 2), whole(jobs, "sharescore"));
  }

  @Test
  void higherSharingLimitAllowsHigherScores() {
    JobRecords jobs = scored(3);
    assertArrayEquals(seconds(0, 10), jobs.startSeconds());
  }

  /** Two jobs of 3000 MiB must leave the margin free, and one MiB more. */
  @Test
  void memoryMarginStaysFree() {
    int free = Given.GPU_MEMORY_MIB - 6000;
    Given given = sharing(1).job(0, 8, 300, 300, VGG).job(10, 8, 100, 100, LSTM);
    assertArrayEquals(
        seconds(0, 10),
        given.with(SharingSettings.MEMORY_MARGIN_MIB, free - 1).run("lucid").startSeconds());
    assertArrayEquals(
        seconds(0, 300),
        given.with(SharingSettings.MEMORY_MARGIN_MIB, free).run("lucid").startSeconds());
  }

  @Test
  void optionsAreChecked() {
    for (int limit : new int[] {-1, 5}) {
      assertThrows(
          IllegalArgumentException.class,
          () -> Settings.NONE.with(SharingSettings.SHARING_LIMIT, limit));
    }
    assertThrows(
        IllegalArgumentException.class,
        () -> Settings.NONE.with(SharingSettings.MEMORY_MARGIN_MIB, -1));
    Map<Workload, Integer> unknown = Map.of(VGG.workload(), 3);
    assertThrows(
        IllegalArgumentException.class, () -> new WorkloadPredictions(unknown, PairSpeeds.EMPTY));
  }

  /** Job 0 has 90 s left when job 1 joins it at 10. Job 2 comes at 400 and finds one node. */
  private static Given partnerEndsFirst() {
    return sharing(1).job(0, 8, 100, 300, VGG).job(10, 8, 300, 300, LSTM).job(400, 8, 10, 10, LSTM);
  }

  /**
   * The partner needs 90 / 0.25 = 360 s and ends at 370. The newcomer has done 180 of its 300 s; it
   * recovers and ends at 370 + 120. Being alone again, it shares with job 2, which keeps its speed.
   */
  @Test
  void survivorRecoversAndSharesAgain() {
    JobRecords jobs = partnerEndsFirst().run("lucid");
    assertArrayEquals(seconds(0, 10, 400), jobs.startSeconds());
    assertArrayEquals(seconds(370, 490, 410), jobs.endSeconds());
    assertArrayEquals(seconds(370, 410, 0), whole(jobs, "decolocated_at"));
  }

  /**
   * The partner is found finished at 371. The newcomer keeps its half speed, 600 s in all, until 10
   * + 600 + 1, and nobody may join it: job 2 waits until 611.
   */
  @Test
  void referenceSurvivorKeepsItsSpeedAndStaysAlone() {
    JobRecords jobs = partnerEndsFirst().semantics(Semantics.reference()).run("lucid");
    assertArrayEquals(seconds(0, 10, 611), jobs.startSeconds());
    assertArrayEquals(seconds(371, 611, 622), jobs.endSeconds());
    assertArrayEquals(seconds(371, 611, 0), whole(jobs, "decolocated_at"));
    assertArrayEquals(new double[] {1, 1, 1}, decimal(jobs, "rate"));
  }

  /** With sharing every job is tried: job 1 needs both nodes, job 2 passes it. */
  @Test
  void whileSharingNobodyBlocksTheQueue() {
    Given given =
        sharing(2).job(0, 8, 100, 1, LSTM).job(1, 16, 10, 1, LSTM).job(1, 4, 10, 100, LSTM);
    assertArrayEquals(seconds(0, 100, 1), given.run("lucid").startSeconds());
    given.sharing(SharingMode.NEVER);
    assertArrayEquals(seconds(0, 100, 110), given.run("lucid").startSeconds());
    assertArrayEquals(seconds(0, 100, 1), given.run("lucid-backfill").startSeconds());
  }

  /**
   * Priorities are 80, 240 and 120. That of job 1 is more than twice that of job 0, so it waits for
   * the end; job 2 joins at once.
   */
  @Test
  void longJobsDoNotJoinShortOnes() {
    JobRecords jobs =
        sharing(1)
            .job(0, 8, 100, 10, LSTM)
            .job(1, 8, 10, 30, LSTM)
            .job(2, 8, 10, 15, LSTM)
            .run("lucid");
    assertArrayEquals(seconds(0, 100, 2), jobs.startSeconds());
  }

  /** The job waits 20 s for the profiler and leaves it at 220, unfinished. Job 1 finishes there. */
  private static Given profiledJobs() {
    return given(1)
        .job(0, 8, 500, 500, LSTM)
        .profiled(20, 220)
        .job(0, 8, 100, 100, LSTM)
        .profiled(220, 320);
  }

  @Test
  void profilingDelaysTheJob() {
    JobRecords jobs = profiledJobs().run("lucid");
    assertArrayEquals(seconds(220, 220), jobs.startSeconds());
    assertArrayEquals(seconds(720, 320), jobs.endSeconds());
    assertArrayEquals(seconds(20, 220), jobs.queueSeconds());
    assertArrayEquals(seconds(20, 220), whole(jobs, "profqueue"));
    assertArrayEquals(seconds(1, 1), whole(jobs, "profiled"));
    assertArrayEquals(seconds(0, 1), whole(jobs, "finished_in_profiler"));
    assertArrayEquals(seconds(0, JobColumn.NONE), whole(jobs, "sharescore"));
    assertArrayEquals(new double[] {4000, -1}, decimal(jobs, "priority"));
  }

  /** 200 of the 500 s are done in the profiler. */
  @Test
  void profiledWorkMayCount() {
    Semantics semantics = Semantics.standard().with(Fix.PROFILED_WORK_COUNTS, true);
    JobRecords jobs = profiledJobs().semantics(semantics).run("lucid");
    assertArrayEquals(seconds(220, 220), jobs.startSeconds());
    assertArrayEquals(seconds(520, 320), jobs.endSeconds());
  }

  /** The time lines are independent: the job starts at its submission, and still waited 20 s. */
  @Test
  void referenceJobIsProfiledAndRunsAtTheSameTime() {
    JobRecords jobs = profiledJobs().semantics(Semantics.reference()).run("lucid");
    assertArrayEquals(seconds(0, 220), jobs.startSeconds());
    assertArrayEquals(seconds(501, 320), jobs.endSeconds());
    assertArrayEquals(seconds(20, 220), jobs.queueSeconds());
  }

  /**
   * The loan of 100 finds no idle node before 150, when job 0 ends. The node is back at 1000, after
   * that second's placements, so that it serves from 1001 on.
   */
  private static Given loanWithoutIdleNode() {
    return given(2)
        .job(0, 16, 150, 150, LSTM)
        .job(200, 16, 10, 10, LSTM)
        .loan(100, 1)
        .loan(1000, -1);
  }

  @Test
  void keptLoanMakesLargeJobsWait() {
    JobRecords jobs = loanWithoutIdleNode().run("lucid");
    assertArrayEquals(seconds(0, 1001), jobs.startSeconds());
    assertEquals("0:0+1+2+3+4+5+6+7;9999:0+1+2+3+4+5+6+7", jobs.allocations()[1].toString());
  }

  @Test
  void referenceForgetsTheLoan() {
    JobRecords jobs = loanWithoutIdleNode().semantics(Semantics.reference()).run("lucid");
    assertArrayEquals(seconds(0, 200), jobs.startSeconds());
    assertArrayEquals(seconds(151, 211), jobs.endSeconds());
  }

  private static long[] endsOfUnmeasuredPair(PairSpeeds speeds, Semantics semantics) {
    PolicyInputs inputs =
        sharing(1)
            .job(0, 8, 300, 300, VGG)
            .job(10, 8, 100, 100, VGG)
            .semantics(semantics)
            .inputs()
            .withWorkloads(new WorkloadPredictions(Map.of(), speeds));
    return new Simulator(SimulationOptions.standard().withThreads(1))
        .run(Policies.standard().named("lucid").orElseThrow(), inputs)
        .jobs()
        .endSeconds();
  }

  /**
   * At half speed the newcomer needs 200 s and ends at 210; its partner did 10 + 100 s by then and
   * needs 190 more. The switch is off in reference mode, where both keep their speed and are found
   * one second late.
   */
  @Test
  void predictedSpeedsAreUsedForUnmeasuredPairsIfTheSwitchIsOn() {
    PairSpeeds half = new PairSpeeds(List.of(VGG.workload()), new double[][] {{0.5}});
    Semantics standard = Semantics.standard();
    Semantics off = standard.with(Fix.PREDICTED_PAIRS, false);
    assertArrayEquals(seconds(400, 210), endsOfUnmeasuredPair(half, standard));
    assertArrayEquals(seconds(300, 110), endsOfUnmeasuredPair(PairSpeeds.EMPTY, standard));
    assertArrayEquals(seconds(300, 110), endsOfUnmeasuredPair(half, off));
    assertArrayEquals(seconds(301, 111), endsOfUnmeasuredPair(half, Semantics.reference()));
  }
}
