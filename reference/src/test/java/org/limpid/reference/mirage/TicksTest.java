package org.limpid.reference.mirage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.limpid.data.ClusterDescription;
import org.limpid.data.JobAttribute;
import org.limpid.data.JobAttributes;
import org.limpid.data.Trace;
import org.limpid.data.VirtualCluster;
import org.limpid.simulation.policy.PolicyInputs;
import org.limpid.simulation.run.Policies;
import org.limpid.simulation.run.SimulationOptions;
import org.limpid.simulation.run.Simulator;
import org.limpid.simulation.sink.JobRecords;

/**
 * The policy slurm-like from event to event is the simulator of the artifact without ticks: where
 * everything happens on whole minutes, both do the same.
 */
final class TicksTest {
  private static final int CASES = 60;
  private static final int JOBS = 120;
  private static final int GPUS_PER_NODE = 3;

  /** Of a node more and a minute later none weighs as much as another: 8,640 s / 7 is no minute. */
  private static final int NODES = 7;

  /** Jobs of whole minutes, the first in minute 0; some run into their limits. */
  private static List<BatchJob> any(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<BatchJob> jobs = new ArrayList<>();
    long minute = 0;
    for (int job = 0; job < JOBS; job++) {
      int limit = 1 + random.nextInt(random.nextBoolean() ? 30 : 600);
      int minutes = 1 + random.nextInt(random.nextInt(4) == 0 ? 2 * limit : limit);
      jobs.add(
          new BatchJob(
              "" + (1000 + job),
              60 * minute,
              1 + random.nextInt(random.nextBoolean() ? 2 : NODES),
              60L * limit,
              60L * minutes));
      minute += random.nextInt(3) * random.nextInt(90);
    }
    return jobs;
  }

  private static JobRecords byEvents(List<BatchJob> jobs) {
    Trace.Builder trace = new Trace.Builder();
    for (BatchJob job : jobs) {
      int gpus = job.nodes() * GPUS_PER_NODE;
      JobAttributes known =
          JobAttributes.NONE
              .with(JobAttribute.TIME_LIMIT, job.limitSeconds())
              .with(JobAttribute.WHOLE_NODES, 1);
      trace.add(
          new Trace.Job(
                  Long.parseLong(job.id()),
                  "user",
                  "vc",
                  "",
                  gpus,
                  gpus,
                  "COMPLETED",
                  job.submitSecond(),
                  job.loggedSeconds(),
                  null)
              .with(known));
    }
    ClusterDescription cluster =
        new ClusterDescription(List.of(new VirtualCluster("vc", NODES)), GPUS_PER_NODE, 0, 1000);
    return new Simulator(SimulationOptions.standard().withThreads(1))
        .run(
            Policies.standard().named("slurm-like").orElseThrow(),
            PolicyInputs.of(cluster, trace.build(), 0))
        .jobs();
  }

  private static long[] all(IntToLongFunction ofJob) {
    return IntStream.range(0, JOBS).mapToLong(ofJob).toArray();
  }

  @Test
  void ticksChangeNothingOnWholeMinutes() {
    long backfilled = 0;
    for (int seed = 0; seed < CASES; seed++) {
      List<BatchJob> jobs = any(seed);
      BatchSimulator byTicks = new BatchSimulator(BatchSettings.ofNodes(NODES), jobs, 0);
      byTicks.runToEnd();
      JobRecords byEvents = byEvents(jobs);
      assertArrayEquals(all(byTicks::startSecond), byEvents.startSeconds(), "seed " + seed);
      assertArrayEquals(all(byTicks::endSecond), byEvents.endSeconds(), "seed " + seed);
      for (int job = 0; job < JOBS; job++) {
        boolean passed = byEvents.whole("backfilled", job) == 1;
        assertTrue(passed == byTicks.isBackfilled(job), "seed " + seed + ", job " + job);
        backfilled += passed ? 1 : 0;
      }
    }
    assertTrue(backfilled > 500, "only " + backfilled);
  }
}
