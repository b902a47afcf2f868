package org.limpid.reference.mirage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Times in the tests are minutes unless their names say otherwise. */
final class BatchSimulatorTest {
  private static final int MINUTE = 60;

  private static BatchJob job(int id, int submit, int nodes, int limit, int run) {
    return new BatchJob(
        Integer.toString(id),
        (long) submit * MINUTE,
        nodes,
        (long) limit * MINUTE,
        (long) run * MINUTE);
  }

  private static BatchSimulator simulator(int nodes, List<BatchJob> jobs) {
    return BatchLog.of(BatchSettings.ofNodes(nodes), jobs).simulator();
  }

  private static BatchSimulator ran(int nodes, List<BatchJob> jobs) {
    BatchSimulator simulator = simulator(nodes, jobs);
    simulator.runToEnd();
    return simulator;
  }

  private static List<Long> starts(BatchSimulator simulator, int jobs) {
    return LongStream.range(0, jobs)
        .mapToObj(job -> simulator.startSecond((int) job) / MINUTE)
        .toList();
  }

  /**
   * Three nodes. At 0 job 1 takes two of them up to 60. Job 2 wants all three, and as it is the
   * head of the queue no job starts while one node is free, but in the pass at 10: there job 2 gets
   * the slots from 60 to 90; job 3, whose limit of an hour reaches into them, those from 90 on,
   * though it will run for ten minutes only; job 4 with its limit of 50 fits before and starts. At
   * 60 both have ended and job 2 starts, as the head, at 90 job 3.
   */
  @Test
  void onlyJobsThatDelayNoReservationAreBackfilled() {
    BatchSimulator simulator =
        ran(
            3,
            List.of(
                job(1, 0, 2, 60, 60),
                job(2, 1, 3, 30, 30),
                job(3, 2, 1, 60, 10),
                job(4, 3, 1, 50, 50)));
    assertEquals(List.of(0L, 60L, 90L, 10L), starts(simulator, 4));
    assertTrue(simulator.isBackfilled(3));
    assertFalse(simulator.isBackfilled(0) || simulator.isBackfilled(1));
    assertEquals(100 * MINUTE, simulator.endSecond(2));
    assertEquals(100 * MINUTE, simulator.clock());
  }

  /**
   * Three nodes are held up to 200. A job of one node begins with a priority of 33.33, one of three
   * with 100, and each gains 0.6944 a minute: 96 minutes make up for two nodes.
   */
  @Test
  void ageOvertakesSize() {
    BatchJob blocker = job(1, 0, 3, 200, 200);
    BatchJob small = job(2, 10, 1, 30, 30);
    assertEquals(
        List.of(0L, 230L, 200L),
        starts(ran(3, List.of(blocker, small, job(3, 105, 3, 30, 30))), 3));
    assertEquals(
        List.of(0L, 200L, 230L),
        starts(ran(3, List.of(blocker, small, job(3, 107, 3, 30, 30))), 3));
  }

  /** Jobs of one minute with equal priorities: "10" comes before "9". */
  @Test
  void identifiersOrderJobsOfAMinuteAsTexts() {
    BatchSimulator simulator = ran(1, List.of(job(9, 0, 1, 10, 10), job(10, 0, 1, 10, 10)));
    assertEquals(List.of(0L, 10L), starts(simulator, 2));
    assertEquals(
        List.of("10", "9"),
        BatchLog.of(BatchSettings.ofNodes(1), List.of(job(9, 0, 1, 10, 10), job(10, 0, 1, 10, 10)))
            .jobs()
            .stream()
            .map(BatchJob::id)
            .toList());
  }

  /** A job of 0 s holds its node for a tick, one of 90 s for two; recorded are whole ticks. */
  @Test
  void nodesAreHeldForWholeTicks() {
    List<BatchJob> jobs =
        List.of(
            new BatchJob("1", 59, 1, 60, 0),
            new BatchJob("2", 59, 1, 120, 90),
            new BatchJob("3", 59, 1, 60, 500));
    BatchSimulator simulator = ran(1, jobs);
    assertEquals(0, simulator.submitSecond(0));
    assertEquals(List.of(0L, 1L, 3L), starts(simulator, 3));
    assertEquals(0, simulator.endSecond(0));
    assertEquals(2 * MINUTE, simulator.endSecond(1));
    assertEquals(4 * MINUTE, simulator.endSecond(2));
  }

  /**
   * The unit test of the artifact, in ticks of a second: 87 of 88 nodes are held for two days from
   * second 0; a job of 4 nodes of second 60 waits for them, one of a node of second 120 starts in
   * the pass of then.
   */
  @Test
  void ticksMayBeSeconds() {
    long day = 86_400;
    BatchLog log =
        BatchLog.of(
            new BatchSettings(88, 1),
            List.of(
                new BatchJob("222", 0, 87, 2 * day, 2 * day),
                new BatchJob("333", 60, 4, 2 * day, 2 * day),
                new BatchJob("444", 120, 1, 2 * day, 2 * day)));
    BatchSimulator simulator = log.simulator();
    assertEquals(2 * day, simulator.runToStart(1));
    assertEquals(2 * day + 1, simulator.clock());
    assertEquals(120, simulator.startSecond(2));
    assertTrue(simulator.isBackfilled(2));
  }

  @Test
  void aCopyGoesOnAlone() {
    List<BatchJob> jobs = randomJobs(new Random(5), 60, 8);
    BatchSimulator simulator = simulator(8, jobs);
    simulator.runTo(100 * MINUTE);
    BatchSimulator copy = simulator.copy();
    copy.runToEnd();
    assertEquals(100 * MINUTE, simulator.clock());
    simulator.runToEnd();
    assertEquals(starts(simulator, 60), starts(copy, 60));
    assertEquals(starts(ran(8, jobs), 60), starts(copy, 60));
  }

  @Test
  void aJobLargerThanTheClusterIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> simulator(2, List.of(job(1, 0, 3, 10, 10))));
  }

  private static List<BatchJob> randomJobs(Random random, int count, int nodes) {
    List<BatchJob> jobs = new ArrayList<>();
    for (int id = 0; id < count; id++) {
      int limit = 1 + random.nextInt(300);
      jobs.add(
          new BatchJob(
              Integer.toString(id),
              random.nextInt(600 * MINUTE),
              1 + random.nextInt(nodes),
              (long) limit * MINUTE,
              random.nextInt(limit * MINUTE + 30)));
    }
    return jobs;
  }

  @Test
  void noNodeIsGivenTwice() {
    for (int seed = 0; seed < 30; seed++) {
      Random random = new Random(seed);
      int nodes = 1 + random.nextInt(20);
      BatchLog log = BatchLog.of(BatchSettings.ofNodes(nodes), randomJobs(random, 150, nodes));
      BatchSimulator simulator = log.simulator();
      simulator.runToEnd();
      long[] held = new long[100_000];
      for (int index = 0; index < log.jobs().size(); index++) {
        BatchJob job = log.jobs().get(index);
        long start = simulator.startSecond(index);
        assertTrue(start >= simulator.submitSecond(index), () -> "job " + job);
        long minutes = Math.max(1, Math.ceilDiv(job.runSeconds(), (long) MINUTE));
        for (long minute = start / MINUTE; minute < start / MINUTE + minutes; minute++) {
          held[(int) minute] += job.nodes();
          assertTrue(held[(int) minute] <= nodes, "minute " + minute + " of seed " + seed);
        }
      }
    }
  }

  /**
   * Where all jobs are there from the beginning, run for as long as they may, and all that happens
   * happens at backfill passes, the definition lets no job delay one that comes before it: the
   * first jobs start as if there were no others.
   */
  @Test
  void backfilledJobsDelayNobodyBeforeThem() {
    for (int seed = 0; seed < 30; seed++) {
      Random random = new Random(seed);
      List<BatchJob> jobs =
          IntStream.range(100, 140)
              .mapToObj(id -> {
                int tens = 10 * (1 + random.nextInt(12));
                return job(id, 0, 1 + random.nextInt(6), tens, tens);
              })
              .toList();
      BatchLog log = BatchLog.of(BatchSettings.ofNodes(6), jobs);
      List<BatchJob> urgent = log.jobs().stream().sorted((a, b) -> b.nodes() - a.nodes()).toList();
      List<Long> all = starts(ran(6, jobs), log.jobs(), urgent);
      for (int count : List.of(5, 20, 39)) {
        List<BatchJob> first = urgent.subList(0, count);
        BatchLog fewer = BatchLog.of(BatchSettings.ofNodes(6), first);
        assertEquals(all.subList(0, count), starts(ran(6, first), fewer.jobs(), first));
      }
    }
  }

  private static List<Long> starts(
      BatchSimulator simulator, List<BatchJob> order, List<BatchJob> asked) {
    return asked.stream().map(job -> simulator.startSecond(order.indexOf(job))).toList();
  }
}
