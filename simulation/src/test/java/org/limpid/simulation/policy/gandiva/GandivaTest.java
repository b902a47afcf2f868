package org.limpid.simulation.policy.gandiva;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.limpid.simulation.given.Given.seconds;

import org.junit.jupiter.api.Test;
import org.limpid.simulation.given.Given;
import org.limpid.simulation.policy.scaling.ScalingCost;
import org.limpid.simulation.sink.JobRecords;

/** On nodes of 8 GPUs, in slices of 300 s; to go off 8 GPUs costs 10 s, off 4 GPUs 8 s. */
class GandivaTest {
  /**
   * Jobs 0 and 1 fill the node. At 300 job 2 takes the place of job 0, which has run longest and
   * then has 700 + 8 s left; at 600 job 0 takes that of job 1, which has 400 + 8 s left. Job 2 ends
   * at 700, so that job 1 goes on at once, until 1108. Job 0 runs until 600 + 708.
   */
  @Test
  void jobsOfOneSizeTakeTurns() {
    JobRecords jobs =
        Given.nodes(1).job(0, 4, 1000).job(0, 4, 1000).job(100, 4, 400).run("gandiva");
    assertArrayEquals(seconds(0, 0, 300), jobs.startSeconds());
    assertArrayEquals(seconds(1308, 1108, 700), jobs.endSeconds());
    assertArrayEquals(seconds(300, 100, 200), jobs.queueSeconds());
    assertArrayEquals(new int[] {1, 1, 0}, jobs.preemptions());
  }

  /**
   * At 300 job 2 needs the whole node, so both others give way. They come back at 600, and job 2,
   * with 100 + 10 s left, at 900, when they have 400 + 8 s left and owe another 8 s.
   */
  @Test
  void largeJobTakesTheTurnsOfSeveral() {
    JobRecords jobs =
        Given.nodes(1).job(0, 4, 1000).job(0, 4, 1000).job(100, 8, 400).run("gandiva");
    assertArrayEquals(seconds(1426, 1426, 1010), jobs.endSeconds());
    assertArrayEquals(new int[] {2, 2, 1}, jobs.preemptions());
  }

  /** Of two nodes the one is given up on which a job of the same size has run. */
  @Test
  void newcomerGoesWhereItDisturbsFewest() {
    JobRecords jobs =
        Given.nodes(2).job(0, 8, 900).job(0, 4, 900).job(0, 4, 900).job(1, 8, 100).run("gandiva");
    assertArrayEquals(new int[] {1, 0, 0, 0}, jobs.preemptions());
    assertArrayEquals(seconds(1010, 900, 900, 400), jobs.endSeconds());
    assertEquals(jobs.allocations()[0], jobs.allocations()[3]);
  }

  @Test
  void switchingMayCostNothing() {
    JobRecords jobs =
        Given.nodes(1)
            .job(0, 8, 400)
            .job(0, 8, 200)
            .with(ScalingCost.PERCENT, 0)
            .with(Gandiva.SLICE_SECONDS, 60)
            .run("gandiva");
    // Job 1 has every second minute, and 20 s left at 420; job 0 then has 160 s left.
    assertArrayEquals(seconds(600, 440), jobs.endSeconds());
  }

  @Test
  void nobodyGivesWayToNobody() {
    JobRecords jobs = Given.nodes(1).job(0, 4, 1000).job(0, 4, 2000).run("gandiva");
    assertArrayEquals(new int[] {0, 0}, jobs.preemptions());
    assertArrayEquals(seconds(1000, 2000), jobs.endSeconds());
  }
}
