package org.limpid.simulation.queue;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.limpid.simulation.given.Given;
import org.limpid.simulation.given.RandomCase;
import org.limpid.simulation.loop.Partition;
import org.limpid.simulation.loop.PartitionEngine;
import org.limpid.simulation.policy.QueueScheduler;

/** Backfill by time limits on random traces, against {@link SlowPlan}. */
class BatchBackfillTest {
  private static final int CASES = RandomCase.count(50);
  private static final int JOBS = 30;

  /** Jobs of whole nodes; most end before their limits if they may, else all reach them. */
  private static SlowPlan any(int seed, boolean endEarly) {
    SplittableRandom random = new SplittableRandom(seed);
    int nodes = 1 + random.nextInt(6);
    List<SlowPlan.Job> jobs = new ArrayList<>();
    int second = 0;
    for (int job = 0; job < JOBS; job++) {
      second += random.nextInt(3) * random.nextInt(8);
      int limit = 1 + random.nextInt(random.nextBoolean() ? 8 : 40);
      int duration = endEarly ? 1 + random.nextInt(limit) : limit;
      jobs.add(new SlowPlan.Job(second, 1 + random.nextInt(nodes), duration, limit));
    }
    return new SlowPlan(nodes, jobs);
  }

  private static Given given(SlowPlan plan) {
    Given given = Given.nodes(plan.nodes());
    for (SlowPlan.Job job : plan.jobs()) {
      given.limited(job.submit(), job.nodes() * Given.GPUS_PER_NODE, job.duration(), job.limit());
    }
    return given;
  }

  @Test
  void conservativeIsTheSlowOne() {
    for (int seed = 0; seed < CASES; seed++) {
      SlowPlan plan = any(seed, seed % 3 > 0);
      assertArrayEquals(
          plan.conservative().starts(),
          given(plan).run("conservative").startSeconds(),
          "seed " + seed);
    }
  }

  @Test
  void easyIsTheSlowOne() {
    for (int seed = 0; seed < CASES; seed++) {
      SlowPlan plan = any(seed, seed % 3 > 0);
      assertArrayEquals(
          plan.easy().starts(), given(plan).run("easy").startSeconds(), "seed " + seed);
    }
  }

  /** Even where jobs end before their limits: nobody starts later than it was first planned for. */
  @Test
  void conservativeKeepsItsPromises() {
    int earlier = 0;
    for (int seed = 0; seed < CASES; seed++) {
      SlowPlan plan = any(seed, seed % 3 > 0);
      long[] promises = new long[JOBS];
      long[] starts = conservative(plan, promises);
      for (int job = 0; job < JOBS; job++) {
        assertTrue(starts[job] <= promises[job], "seed " + seed + ", job " + job);
        earlier += starts[job] < promises[job] ? 1 : 0;
      }
      assertArrayEquals(plan.conservative().promises(), promises, "seed " + seed);
    }
    assertTrue(earlier > 3 * CASES, "only " + earlier + " start earlier");
  }

  /** Runs jobs and notes for when each was first planned. */
  private static long[] conservative(SlowPlan plan, long[] promises) {
    Partition partition = given(plan).partition();
    ExpectedRun expected = ExpectedRun.exact(job -> plan.jobs().get(job).limit());
    Arrays.fill(promises, -1);
    ConservativeBackfill discipline =
        new ConservativeBackfill(
            partition,
            expected,
            JOBS,
            (job, second) -> promises[job] = promises[job] < 0 ? second : promises[job]);
    WaitingQueue queue = new WaitingQueue(partition.jobs()::gpuCount, expected);
    PartitionEngine.run(
        partition,
        new QueueScheduler(partition, JobStarter.of(partition), _ -> 0, discipline, queue));
    return Given.records(partition).startSeconds();
  }

  /** The head is sure of the second that it is first told. */
  @Test
  void easyKeepsItsPromiseToTheHead() {
    int promised = 0;
    for (int seed = 0; seed < CASES; seed++) {
      SlowPlan plan = any(seed, seed % 3 > 0);
      long[] starts = given(plan).run("easy").startSeconds();
      long[] promises = plan.easy().promises();
      for (int job = 0; job < JOBS; job++) {
        assertTrue(promises[job] < 0 || starts[job] <= promises[job], "seed " + seed);
        promised += promises[job] < 0 ? 0 : 1;
      }
    }
    assertTrue(promised > 3 * CASES, "only " + promised + " promises");
  }

  /** Else the comparisons would say little. */
  @Test
  void theTwoDiffer() {
    int different = 0;
    for (int seed = 0; seed < CASES; seed++) {
      SlowPlan plan = any(seed, true);
      different += Arrays.equals(plan.easy().starts(), plan.conservative().starts()) ? 0 : 1;
    }
    assertTrue(different > CASES / 4, "only " + different);
  }
}
