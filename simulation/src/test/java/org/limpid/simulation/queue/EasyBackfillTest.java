package org.limpid.simulation.queue;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.limpid.simulation.given.Given.seconds;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limpid.simulation.given.Given;
import org.limpid.simulation.loop.Partition;
import org.limpid.simulation.loop.PartitionEngine;
import org.limpid.simulation.loop.Scheduler;
import org.limpid.simulation.policy.ExactEstimates;
import org.limpid.simulation.policy.Settings;
import org.limpid.simulation.resource.NodeReservation;

class EasyBackfillTest {
  /**
   * Job 0 holds node 0 until 100 and job 1 node 1 until 50. Job 2 needs two nodes and reserves
   * nodes 2 and 1 until 50. Job 3 would outlast that and must stay off both: it gets node 0 at 100.
   * Job 4 ends at 50 exactly and may use node 2.
   */
  @Test
  void jobsThatEndInTimeMayUseReservedNodes() {
    long[] starts =
        Given.nodes(3)
            .job(0, 8, 100)
            .job(0, 8, 50)
            .job(0, 16, 1000)
            .job(0, 8, 1000)
            .job(0, 8, 50)
            .run("fifo-easy")
            .startSeconds();
    assertArrayEquals(seconds(0, 0, 50, 100, 0), starts);
  }

  /**
   * Job 0 holds node 0 until 50, job 1 half of node 1 until 100. Job 2 reserves nodes 2 and 0 until
   * 50. Job 3 outlasts that, but fits on node 1. Job 4 would need a whole node and ends at 51, one
   * second too late: it waits for node 1, which job 3 leaves at 1000.
   */
  @Test
  void longJobsMayUseNodesThatAreNotReserved() {
    long[] starts =
        Given.nodes(3)
            .job(0, 8, 50)
            .job(0, 4, 100)
            .job(0, 16, 1000)
            .job(0, 4, 1000)
            .job(0, 8, 51)
            .run("fifo-easy")
            .startSeconds();
    assertArrayEquals(seconds(0, 0, 50, 0, 1000), starts);
  }

  /**
   * Estimates of 10 s for jobs of 100 s: job 2 is let in until the reserved second 10, and delays
   * the head to 105.
   */
  @Test
  void wrongEstimatesDelayTheHead() {
    long[] starts =
        Given.nodes(2)
            .job(0, 8, 100, 10)
            .job(0, 16, 10)
            .job(5, 8, 100, 5)
            .run("fifo-easy")
            .startSeconds();
    assertArrayEquals(seconds(0, 105, 5), starts);
  }

  /**
   * Job 0 has used up its estimate but for a tenth, and job 1 reserves both nodes. An exact
   * estimate promises them for 100, and job 2 would not end until then. A rough one is believed no
   * more, and job 2 makes the head wait until 145.
   */
  @ParameterizedTest
  @CsvSource({"true, 100, 110", "false, 145, 95"})
  void theLastTenthOfAnEstimateIsBelievedIfItIsExact(boolean exact, long second, long third) {
    long[] starts =
        Given.nodes(2)
            .job(0, 8, 100)
            .job(95, 16, 10)
            .job(95, 8, 50)
            .with(ExactEstimates.SETTING, exact)
            .run("fifo-easy")
            .startSeconds();
    assertArrayEquals(seconds(0, second, third), starts);
  }

  @Test
  void noPromiseIsBrokenIfEstimatesAreExact() {
    Promises promises = promises(Settings.NONE.with(ExactEstimates.SETTING, true));
    assertEquals(0, promises.broken());
    assertTrue(promises.made() > 1000, promises + "");
  }

  /** Else the property would hold for lack of cases. */
  @Test
  void promisesAreBrokenIfTheSameEstimatesAreTakenAsRough() {
    Promises promises = promises(Settings.NONE);
    assertTrue(promises.broken() > 50, promises + "");
  }

  private record Promises(int made, int broken) {}

  /** What becomes of promises on random traces on which estimates are durations. */
  private static Promises promises(Settings settings) {
    int made = 0;
    int broken = 0;
    for (int seed = 0; seed < 300; seed++) {
      Partition partition = anyPartition(new SplittableRandom(seed));
      PromiseKeeper keeper = new PromiseKeeper(partition, settings);
      PartitionEngine.run(partition, keeper);
      made += keeper.promises.size();
      broken += keeper.broken;
    }
    return new Promises(made, broken);
  }

  private static Partition anyPartition(SplittableRandom random) {
    int nodes = 1 + random.nextInt(5);
    Given given = Given.nodes(nodes);
    long second = 0;
    for (int job = 0; job < 40; job++) {
      second += random.nextInt(3) * random.nextInt(20);
      int gpus = 1 + random.nextInt(random.nextBoolean() ? 8 : nodes * Given.GPUS_PER_NODE);
      given.job(second, gpus, 1 + random.nextInt(random.nextBoolean() ? 10 : 200));
    }
    return given.partition();
  }

  /** First in, first out with EASY backfill; remembers for when the head was first promised. */
  private static final class PromiseKeeper implements Scheduler {
    private final Partition partition;
    private final ExpectedRun expected;
    private final EasyBackfill discipline;
    private final WaitingQueue queue;
    private final Map<Integer, Long> promises = new HashMap<>();
    private int broken;

    PromiseKeeper(Partition partition, Settings settings) {
      this.partition = partition;
      expected = ExactEstimates.expected(settings, partition.truth()::workSeconds);
      discipline = new EasyBackfill(expected);
      queue = new WaitingQueue(partition.jobs()::gpuCount, expected);
    }

    @Override
    public void arrived(int job) {
      queue.add(job, job, job);
    }

    @Override
    public void ended(int job) {}

    @Override
    public void schedule() {
      discipline.serve(queue, partition, this::start);
      if (!queue.isEmpty()) {
        int head = queue.first();
        long until = new NodeForecast(partition, expected).reserveFor(head).until();
        promises.putIfAbsent(head, until);
      }
    }

    private boolean start(int job, NodeReservation avoided) {
      boolean started = partition.tryStart(job, avoided);
      long promised = promises.getOrDefault(job, Partition.NEVER);
      broken += started && partition.now() > promised ? 1 : 0;
      return started;
    }
  }
}
