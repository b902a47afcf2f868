package org.limpid.simulation.policy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.limpid.simulation.given.Given.seconds;

import org.junit.jupiter.api.Test;
import org.limpid.simulation.given.Given;
import org.limpid.simulation.sink.JobRecords;

/** SRTF and Tiresias on one or two nodes of 8 GPUs; reference mode has one more second a job. */
class PreemptivePoliciesTest {
  private static final Semantics REFERENCE = Semantics.reference();

  /**
   * At 5 job 0 has 95 s left and job 1 has 20 s. Job 0 is preempted and owes 95 + 40 s. Job 1 ends
   * at 25, job 0 at 25 + 135.
   */
  @Test
  void srtfPreemptsForShorterJobs() {
    JobRecords jobs = Given.nodes(1).job(0, 8, 100).job(5, 8, 20).run("srtf");
    assertArrayEquals(seconds(0, 5), jobs.startSeconds());
    assertArrayEquals(seconds(160, 25), jobs.endSeconds());
    assertArrayEquals(seconds(20, 0), jobs.queueSeconds());
    assertArrayEquals(new int[] {1, 0}, jobs.preemptions());
  }

  /** Job 1 is found finished at 26 instead of 25, job 0 at 26 + 135 + 1. */
  @Test
  void referenceSrtfTakesOneMoreSecond() {
    JobRecords jobs = Given.nodes(1).job(0, 8, 100).job(5, 8, 20).semantics(REFERENCE).run("srtf");
    assertArrayEquals(seconds(162, 26), jobs.endSeconds());
    assertArrayEquals(seconds(21, 0), jobs.queueSeconds());
  }

  /** More than 8 GPUs cost 60 s: job 0 owes 95 + 60 s from 25 on. */
  @Test
  void preemptionOfLargeJobsCostsMore() {
    JobRecords jobs = Given.nodes(2).job(0, 16, 100).job(5, 16, 20).run("srtf");
    assertArrayEquals(seconds(180, 25), jobs.endSeconds());
  }

  /** At 40 both have 60 s left; the waiting one wins, and job 0 owes 100 s from 100 on. */
  @Test
  void waitingJobWinsAtEqualRemainingTime() {
    JobRecords jobs = Given.nodes(1).job(0, 8, 100).job(40, 8, 60).run("srtf");
    assertArrayEquals(seconds(200, 100), jobs.endSeconds());
    JobRecords longer = Given.nodes(1).job(0, 8, 100).job(40, 8, 61).run("srtf");
    assertArrayEquals(seconds(100, 161), longer.endSeconds());
  }

  /**
   * At 0 jobs 0 and 1 take 6 GPUs of a node each, job 2 takes the 2 left on node 0. At 10 the quota
   * of 16 GPUs goes to job 3 (4), job 1 (6) and job 0 (6); job 2 gets nothing and is preempted. But
   * job 3 finds 2 + 2 GPUs and can't be placed: job 2 was preempted for nothing. When job 1 ends at
   * 900, job 3 takes its node, and job 2 goes on at node 0 with 1990 + 40 s.
   */
  @Test
  void quotaIgnoresFragmentation() {
    JobRecords jobs =
        Given.nodes(2).job(0, 6, 1000).job(0, 6, 900).job(0, 2, 2000).job(10, 4, 10).run("srtf");
    assertArrayEquals(seconds(0, 0, 0, 900), jobs.startSeconds());
    assertArrayEquals(seconds(1000, 900, 2930, 910), jobs.endSeconds());
    assertArrayEquals(new int[] {0, 0, 1, 0}, jobs.preemptions());
    // Sorted by remaining time, job 1 is the first to be placed at 0.
    assertEquals("1:0+1+2+3+4+5", jobs.allocations()[0].toString());
    assertEquals("1:6+7", jobs.allocations()[2].toString());
  }

  /**
   * 8 GPUs pass 18,000 GPU-seconds in second 2251, which counts at 2280, the next minute. Job 1 has
   * waited since 10; now it goes first and ends at 2380. Job 0 has 3000 - 2280 s and 40 s to pay,
   * and starts again at the next minute, 2400.
   */
  @Test
  void tiresiasDemotesAtAMinute() {
    JobRecords jobs = Given.nodes(1).job(0, 8, 3000).job(10, 8, 100).run("tiresias");
    assertArrayEquals(seconds(0, 2280), jobs.startSeconds());
    assertArrayEquals(seconds(3160, 2380), jobs.endSeconds());
    assertArrayEquals(seconds(120, 2270), jobs.queueSeconds());
    assertArrayEquals(new int[] {1, 0}, jobs.preemptions());
  }

  @Test
  void referenceTiresiasTakesOneMoreSecond() {
    JobRecords jobs =
        Given.nodes(1).job(0, 8, 3000).job(10, 8, 100).semantics(REFERENCE).run("tiresias");
    assertArrayEquals(seconds(3161, 2381), jobs.endSeconds());
  }

  /** At 3600 job 0 has exactly 5 x 3600 = 18,000 GPU-seconds, which is not more than that. */
  @Test
  void tiresiasKeepsJobsThatAreAtTheThreshold() {
    JobRecords jobs = Given.nodes(1).job(0, 5, 5000).job(10, 8, 100).run("tiresias");
    assertArrayEquals(seconds(0, 3660), jobs.startSeconds());
  }

  /** Job 1 arrives at 10 and finds all GPUs free, but decisions are made at full minutes only. */
  @Test
  void tiresiasStartsJobsAtFullMinutes() {
    JobRecords jobs = Given.nodes(1).job(0, 1, 5).job(10, 1, 5).job(60, 1, 5).run("tiresias");
    assertArrayEquals(seconds(0, 60, 60), jobs.startSeconds());
    assertArrayEquals(seconds(5, 65, 65), jobs.endSeconds());
  }

  /** Among jobs of the high queue submission decides, and nobody there is preempted. */
  @Test
  void tiresiasServesTheHighQueueBySubmission() {
    JobRecords jobs = Given.nodes(1).job(0, 8, 600).job(1, 8, 60).job(2, 8, 6).run("tiresias");
    assertArrayEquals(seconds(0, 600, 660), jobs.startSeconds());
  }
}
