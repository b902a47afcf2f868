package org.limpid.simulation.policy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.limpid.simulation.given.Given.seconds;

import org.junit.jupiter.api.Test;
import org.limpid.simulation.given.Given;
import org.limpid.simulation.sink.JobRecords;

/** Policies that order a queue, on one or two nodes of 8 GPUs. */
class QueuePoliciesTest {
  /**
   * Job 0 holds node 0 until 100. Job 1 needs both nodes, so it waits until 100 and ends at 110.
   * Job 2 would fit on node 1 from second 2 on, and ends this many seconds after its start.
   */
  private static Given headOfLine(long durationOfLast) {
    return Given.nodes(2).job(0, 8, 100).job(1, 16, 10).job(2, 8, durationOfLast);
  }

  @Test
  void fifoLetsNobodyPassTheHead() {
    JobRecords jobs = headOfLine(5).run("fifo");
    assertArrayEquals(seconds(0, 100, 110), jobs.startSeconds());
    assertArrayEquals(seconds(100, 110, 115), jobs.endSeconds());
    assertArrayEquals(seconds(0, 99, 108), jobs.queueSeconds());
    assertEquals("0:0+1+2+3+4+5+6+7;1:0+1+2+3+4+5+6+7", jobs.allocations()[1].toString());
  }

  /** Job 2 runs from 2 to 202, so the head waits for it, too. */
  @Test
  void backfillLetsJobsPassAndMayDelayTheHead() {
    assertArrayEquals(seconds(0, 100, 2), headOfLine(5).run("fifo-backfill").startSeconds());
    assertArrayEquals(seconds(0, 202, 2), headOfLine(200).run("fifo-backfill").startSeconds());
  }

  /** Both nodes are reserved until 100: 2 + 98 s is in time, 2 + 99 s is not. */
  @Test
  void easyLetsJobsPassThatDoNotDelayTheHead() {
    assertArrayEquals(seconds(0, 100, 2), headOfLine(98).run("fifo-easy").startSeconds());
    assertArrayEquals(seconds(0, 100, 110), headOfLine(99).run("fifo-easy").startSeconds());
  }

  /** All three are of one size; while job 0 runs, the shortest of the others goes first. */
  @Test
  void sjfStartsTheShortestFirst() {
    JobRecords jobs =
        Given.nodes(1).job(0, 8, 100).job(1, 8, 50).job(2, 8, 10).job(3, 8, 50).run("sjf");
    assertArrayEquals(seconds(0, 110, 100, 160), jobs.startSeconds());
    assertArrayEquals(seconds(100, 160, 110, 210), jobs.endSeconds());
  }

  /** Job 2 is short, but needs both nodes; the head of line blocks job 1 until it has run. */
  @Test
  void sjfStopsAtTheShortestJobThatDoesNotFit() {
    Given given = Given.nodes(2).job(0, 8, 100).job(1, 8, 50).job(1, 16, 10);
    assertArrayEquals(seconds(0, 110, 100), given.run("sjf").startSeconds());
    assertArrayEquals(seconds(0, 1, 100), given.run("sjf-backfill").startSeconds());
    assertArrayEquals(seconds(0, 1, 100), given.run("sjf-easy").startSeconds());
  }

  /**
   * While job 0 runs, jobs 1 and 2 wait: 100 s on 8 GPUs are 800 GPU-seconds, 150 s on 4 are 600.
   * Job 2 goes first; job 1 has to wait for its end.
   */
  @Test
  void qssfStartsTheSmallestGpuTimeFirst() {
    JobRecords jobs = Given.nodes(1).job(0, 8, 10).job(1, 8, 100).job(3, 4, 150).run("qssf");
    assertArrayEquals(seconds(0, 160, 10), jobs.startSeconds());
  }

  /** Estimates decide, not durations: job 1 is thought to take 10 GPU-seconds less than job 2. */
  @Test
  void qssfBelievesEstimates() {
    JobRecords jobs =
        Given.nodes(1).job(0, 8, 10).job(1, 1, 900, 90).job(2, 8, 10, 12.5).run("qssf");
    assertArrayEquals(seconds(0, 10, 910), jobs.startSeconds());
  }

  /**
   * The queue is empty when both jobs arrive, so GPU counts alone decide: job 1 of 4 GPUs starts at
   * once, although it takes 4000 GPU-seconds and job 0 only 800.
   */
  @Test
  void qssfOrdersArrivalsAtAnEmptyQueueByGpuCount() {
    JobRecords jobs = Given.nodes(1).job(0, 8, 100).job(0, 4, 1000).run("qssf");
    assertArrayEquals(seconds(1000, 0), jobs.startSeconds());
  }

  /**
   * As before, but job 0 holds the node until 10: nobody can start in the second of the arrivals,
   * and from the next second on GPU time decides.
   */
  @Test
  void qssfRanksTheArrivalsOneSecondLater() {
    JobRecords jobs = Given.nodes(1).job(0, 8, 10).job(1, 8, 100).job(1, 4, 1000).run("qssf");
    assertArrayEquals(seconds(0, 10, 110), jobs.startSeconds());
  }

  /**
   * Job 0 holds half the node until 10, and job 1, which waits from 1 on, needs all of it. The jobs
   * of second 5 meet a job that waits, so they are ranked at once: 8 GPU-seconds of job 3 go before
   * the 800 of job 1, the 4000 of job 2 after them.
   */
  @Test
  void qssfRanksArrivalsAtOnceWhenSomebodyWaits() {
    JobRecords jobs =
        Given.nodes(1).job(0, 4, 10).job(1, 8, 100).job(5, 4, 1000).job(5, 4, 2).run("qssf");
    assertArrayEquals(seconds(0, 10, 110, 5), jobs.startSeconds());
  }

  /** Nobody waits: three jobs of a whole node each on one node. */
  @Test
  void idealStartsEverybodyAtOnce() {
    JobRecords jobs = Given.nodes(1).job(0, 8, 100).job(1, 8, 100).job(2, 5, 7).run("ideal");
    assertArrayEquals(seconds(0, 1, 2), jobs.startSeconds());
    assertArrayEquals(seconds(100, 101, 9), jobs.endSeconds());
  }
}
