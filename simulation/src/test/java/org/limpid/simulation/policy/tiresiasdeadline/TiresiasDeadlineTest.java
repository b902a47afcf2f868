package org.limpid.simulation.policy.tiresiasdeadline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.limpid.simulation.given.Given.seconds;

import org.junit.jupiter.api.Test;
import org.limpid.simulation.given.Given;
import org.limpid.simulation.sink.JobRecords;

/** On nodes of 8 GPUs; to go off 8 GPUs costs 10 s, off 4 GPUs 8 s. */
class TiresiasDeadlineTest {
  /**
   * 8 GPUs attain 3250 GPU s in second 407. Then job 0 goes down, and job 1 takes its GPUs until
   * 507. Job 0 had 593 s left and 10 s to pay.
   */
  @Test
  void whoHasAttainedMuchGivesWay() {
    JobRecords jobs = Given.nodes(1).job(0, 8, 1000).job(10, 8, 100).run("tiresias-deadline");
    assertArrayEquals(seconds(0, 407), jobs.startSeconds());
    assertArrayEquals(seconds(1110, 507), jobs.endSeconds());
    assertArrayEquals(seconds(100, 397), jobs.queueSeconds());
    assertArrayEquals(new int[] {1, 0}, jobs.preemptions());
  }

  /**
   * Job 0 has gone down at 407, when nobody waited, and a second time at 900. Job 1 takes its GPUs
   * at 1000, and goes down at 1407, but not behind job 0: it ends at 1500.
   */
  @Test
  void whoCameDownLaterStandsInAHigherQueue() {
    JobRecords jobs = Given.nodes(1).job(0, 8, 2000).job(1000, 8, 500).run("tiresias-deadline");
    assertArrayEquals(seconds(2510, 1500), jobs.endSeconds());
  }

  /** Both are in the second queue at 1407; job 1 runs there, and job 0 has to wait. */
  @Test
  void nobodyGivesWayWithinAQueue() {
    JobRecords jobs = Given.nodes(1).job(0, 8, 600).job(420, 8, 450).run("tiresias-deadline");
    assertArrayEquals(seconds(1060, 870), jobs.endSeconds());
    assertArrayEquals(new int[] {1, 0}, jobs.preemptions());
  }

  /**
   * Jobs 0 and 1 go down at 813. Job 2 needs 4 GPUs and takes those of job 1, which came down last,
   * until 1013; job 0 goes on.
   */
  @Test
  void onlyAsManyGiveWayAsHaveTo() {
    JobRecords jobs =
        Given.nodes(1).job(0, 4, 1500).job(0, 4, 1500).job(500, 4, 200).run("tiresias-deadline");
    assertArrayEquals(seconds(1500, 1708, 1013), jobs.endSeconds());
  }
}
