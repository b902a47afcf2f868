package org.limpid.simulation.policy.batch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.limpid.simulation.given.Given.seconds;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.limpid.simulation.event.Event;
import org.limpid.simulation.event.Note;
import org.limpid.simulation.given.Given;
import org.limpid.simulation.policy.conservative.Conservative;
import org.limpid.simulation.policy.slurm.SlurmSettings;
import org.limpid.simulation.run.PolicyResult;
import org.limpid.simulation.sink.JobRecords;

/** Policies of batch systems on a few nodes of 8 GPUs; what is in hundreds are seconds. */
class BatchPoliciesTest {
  /**
   * Job 0 would run for 100 s, asked for 60, and is killed then. Job 1 needs both nodes and waits
   * for it. Job 2 would fit on node 1 all the time, but nobody passes.
   */
  @Test
  void fcfsLetsNobodyPassAndKillsAtTheLimit() {
    JobRecords jobs =
        Given.nodes(2)
            .limited(0, 8, 100, 60)
            .limited(1, 16, 10, 10)
            .limited(2, 8, 5, 10)
            .run("fcfs");
    assertArrayEquals(seconds(0, 60, 70), jobs.startSeconds());
    assertArrayEquals(seconds(60, 70, 75), jobs.endSeconds());
    assertArrayEquals(seconds(0, 0, 0), backfilled(jobs));
  }

  private static long[] backfilled(JobRecords jobs) {
    return IntStream.range(0, jobs.size())
        .mapToLong(row -> jobs.whole(BatchPolicy.BACKFILLED, row))
        .toArray();
  }

  /**
   * Jobs 0 and 2 ask for one GPU and for nodes of their own: job 0 gets all of node 0, and job 2
   * waits until job 1 has left node 1. Job 3 finds both nodes taken by somebody who wants no
   * company, and waits for job 0.
   */
  @ParameterizedTest
  @ValueSource(strings = {"fcfs", "easy", "conservative", "slurm-like"})
  void wholeNodesHaveNoOtherJob(String policy) {
    JobRecords jobs =
        Given.nodes(2)
            .onWholeNodes(0, 1, 100, 100)
            .limited(0, 1, 10, 10)
            .onWholeNodes(1, 1, 200, 200)
            .limited(11, 1, 5, 5)
            .run(policy);
    assertArrayEquals(seconds(0, 0, 10, 100), jobs.startSeconds());
    assertEquals("0:0+1+2+3+4+5+6+7", jobs.allocations()[0].toString());
    assertEquals("1:0", jobs.allocations()[1].toString());
    assertEquals("1:0+1+2+3+4+5+6+7", jobs.allocations()[2].toString());
  }

  /**
   * Job 0 holds two of three nodes until 100, and job 1, the head, needs two: it is sure of 100 to
   * 200, with a node to spare. Job 2 needs all nodes and would have them at 200. Job 3 takes one
   * node for 250 s.
   */
  private static Given spareNode() {
    return Given.nodes(3)
        .limited(0, 16, 100, 100)
        .limited(1, 16, 100, 100)
        .limited(2, 24, 100, 100)
        .limited(3, 8, 250, 250);
  }

  /** Job 3 may have the spare node, as that doesn't delay the head; it delays job 2 to 253. */
  @Test
  void easyDelaysAllButTheHead() {
    JobRecords jobs = spareNode().run("easy");
    assertArrayEquals(seconds(0, 100, 253, 3), jobs.startSeconds());
    assertArrayEquals(seconds(0, 0, 0, 1), backfilled(jobs));
  }

  /** Job 3 would delay job 2, and is planned behind it. */
  @Test
  void conservativeDelaysNobody() {
    JobRecords jobs = spareNode().run("conservative");
    assertArrayEquals(seconds(0, 100, 200, 300), jobs.startSeconds());
    assertArrayEquals(seconds(0, 0, 0, 0), backfilled(jobs));
  }

  /** With 197 s instead of 250 job 3 ends at 200, when job 2 is to start. */
  @Test
  void conservativeLetsPassWhoEndsInTime() {
    JobRecords jobs =
        Given.nodes(3)
            .limited(0, 16, 100, 100)
            .limited(1, 16, 100, 100)
            .limited(2, 24, 100, 100)
            .limited(3, 8, 197, 197)
            .run("conservative");
    assertArrayEquals(seconds(0, 100, 200, 3), jobs.startSeconds());
    assertArrayEquals(seconds(0, 0, 0, 1), backfilled(jobs));
  }

  /**
   * On one node, jobs of 100 s by their limits. When job 0 ends at 40 instead of 100 all move by
   * 60, and job 3 is told so.
   */
  @Test
  void conservativeMovesJobsWhenOneEndsEarly() {
    PolicyResult result =
        Given.nodes(1)
            .limited(0, 8, 40, 100)
            .limited(1, 8, 100, 100)
            .limited(2, 8, 100, 100)
            .limited(3, 8, 100, 100)
            .explain("conservative");
    assertArrayEquals(seconds(0, 40, 140, 240), result.jobs().startSeconds());
    assertEquals(
        List.of(new Planned(3, 297), new Planned(40, 200)),
        notes(result, 3, Planned.NOTE).map(Planned::of).toList());
  }

  private static Stream<Note> notes(PolicyResult result, int job, String kind) {
    List<Note> notes = new ArrayList<>();
    for (Event event : result.decisions().partitions().getFirst()) {
      if (event instanceof Note note && note.job() == job && note.kind().equals(kind)) {
        notes.add(note);
      }
    }
    return notes.stream();
  }

  /** Who isn't planned doesn't start, and only the head is planned. */
  @Test
  void conservativeIsFcfsIfOnlyTheHeadIsPlanned() {
    assertArrayEquals(
        spareNode().run("fcfs").startSeconds(),
        spareNode().with(Conservative.DEPTH, 1).run("conservative").startSeconds());
  }

  /**
   * A size of all four nodes is worth 8,640 s, of one 2,160 s. Job 0 holds all nodes. Job 2 comes
   * 900 s after job 1, but is larger by three nodes, which are worth 6,480 s: it goes first. Job 3
   * is as large, and comes 6,900 s after job 1, which has overtaken it by age: job 1 starts at
   * 20,010, between the two.
   */
  @Test
  void ageOvertakesSize() {
    JobRecords jobs = aged().run("slurm-like");
    assertArrayEquals(seconds(0, 20_010, 20_000, 20_020), jobs.startSeconds());
  }

  private static Given aged() {
    return Given.nodes(4)
        .limited(0, 32, 20_000, 20_000)
        .limited(100, 8, 10, 10)
        .limited(1000, 32, 10, 10)
        .limited(7000, 32, 10, 10);
  }

  /** Without a price of size it is the order of arrival. */
  @Test
  void sizeMayBeWorthNothing() {
    JobRecords jobs = aged().with(SlurmSettings.SIZE_WEIGHT, 0).run("slurm-like");
    assertArrayEquals(seconds(0, 20_000, 20_010, 20_020), jobs.startSeconds());
  }

  /**
   * Job 0 holds one of two nodes until 5,000 and job 1 needs both. Nobody passes it until the pass
   * of 600: there the slots 0 to 7 have one node free, and job 1 is planned for the eighth. Job 2
   * takes one slot and starts. Job 3 takes nine, which job 1 is in the way of in every pass: it
   * follows job 1.
   */
  @Test
  void slurmBackfillsInPassesOnly() {
    JobRecords jobs =
        Given.nodes(2)
            .limited(0, 8, 5000, 5000)
            .limited(10, 16, 10, 10)
            .limited(20, 8, 100, 100)
            .limited(30, 8, 5000, 5000)
            .run("slurm-like");
    assertArrayEquals(seconds(0, 5000, 600, 5010), jobs.startSeconds());
    assertArrayEquals(seconds(0, 0, 1, 0), backfilled(jobs));
  }

  /** The same with a pass every 100 s. */
  @Test
  void passesComeAsOftenAsChosen() {
    JobRecords jobs =
        Given.nodes(2)
            .limited(0, 8, 5000, 5000)
            .limited(10, 16, 10, 10)
            .limited(20, 8, 100, 100)
            .with(SlurmSettings.INTERVAL, 100)
            .run("slurm-like");
    assertArrayEquals(seconds(0, 5000, 100), jobs.startSeconds());
  }

  /** A job that names no limit is planned for a year, so nobody long passes who waits for it. */
  @Test
  void jobsWithoutLimitAreNotKilled() {
    JobRecords jobs = Given.nodes(1).job(0, 8, 1000).limited(1, 8, 100, 50).run("conservative");
    assertArrayEquals(seconds(1000, 1050), jobs.endSeconds());
  }

  @Test
  void notesSayWhy() {
    assertEquals(
        "Its size is worth a priority of 25: as if it had come 36 min earlier.",
        notes(aged().explain("slurm-like"), 1, Priority.NOTE)
            .map(Priority::of)
            .findFirst()
            .orElseThrow()
            .text());
    assertEquals(
        "Backfilled: it passes 2 jobs that go on waiting, as those are planned for later.",
        notes(spareNode().explain("easy"), 3, Backfilled.NOTE)
            .map(Backfilled::of)
            .findFirst()
            .orElseThrow()
            .text());
  }
}
