package org.limpid.simulation.loop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.limpid.simulation.given.Given.seconds;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.limpid.data.JobAttribute;
import org.limpid.data.JobAttributes;
import org.limpid.data.Trace;
import org.limpid.data.WorkloadProfile;
import org.limpid.simulation.event.Event;
import org.limpid.simulation.event.PartitionLog;
import org.limpid.simulation.given.Given;
import org.limpid.simulation.given.Script;
import org.limpid.simulation.given.Workloads;
import org.limpid.simulation.job.Demand;
import org.limpid.simulation.job.PartitionJobs;
import org.limpid.simulation.policy.Policy;
import org.limpid.simulation.policy.PolicyDescription;
import org.limpid.simulation.policy.PolicyInputs;
import org.limpid.simulation.policy.PreparedPolicy;
import org.limpid.simulation.resource.Allocation;
import org.limpid.simulation.resource.Nodes;
import org.limpid.simulation.resource.PlacementRule;
import org.limpid.simulation.run.PolicyResult;
import org.limpid.simulation.run.SimulationOptions;
import org.limpid.simulation.run.Simulator;
import org.limpid.simulation.sink.ClusterSeries;
import org.limpid.simulation.waiting.Replay;
import org.limpid.simulation.waiting.WaitCause;
import org.limpid.simulation.world.JobWork;

/** Jobs that get more or fewer GPUs while they run, on one node of 8 GPUs; by hand. */
class ResizeTest {
  private static final WorkloadProfile HALF = Workloads.profile("VGG", 1000);

  /** Job 0 asks for 2 GPUs, can run on 1 and use 6; job 1 wants 4, neither more nor fewer. */
  private static PolicyInputs inputs() {
    PolicyInputs rigid = Given.nodes(1).job(0, 2, 100, 100, HALF).job(30, 4, 50, 50, HALF).inputs();
    JobAttributes elastic =
        JobAttributes.NONE
            .with(JobAttribute.MIN_GPU_NUM, 1)
            .with(JobAttribute.MAX_GPU_NUM, 6)
            .with(JobAttribute.GPU_TYPE, "A100|H100")
            .with(JobAttribute.MEMORY_MIB, 4096);
    Trace trace =
        new Trace.Builder()
            .add(rigid.trace().job(0).with(elastic))
            .add(rigid.trace().job(1))
            .build();
    return PolicyInputs.of(rigid.cluster(), trace, 0);
  }

  private static Allocation gpus(long mask) {
    return Allocation.of(0, mask);
  }

  /**
   * Job 0 runs on 2 GPUs from 0. At 10 it gets 6: 90 s are left, and 4 for the change, at twice the
   * speed. Job 1 comes at 30 and finds 2 free. At 36, 42 s are left; job 0 shrinks to 1 GPU and
   * half its speed, and job 1 starts. At 90, 15 s are left, and it goes on on the 4 GPUs of job 1,
   * which has ended at 86, at 1.5 times its speed: it ends at 100.
   */
  private static void resize(Partition partition, Script script) {
    script
        .start(0, 0)
        .at(10, () -> partition.resize(0, gpus(0b11_1111), 2, 4))
        .at(
            36,
            () -> {
              partition.resize(0, gpus(1), 0.5, 0);
              assertTrue(partition.tryStart(1));
            })
        .at(90, () -> partition.resize(0, gpus(0b1_1110), 1.5, 0));
  }

  private static final class Resizing implements Policy {
    @Override
    public PolicyDescription about() {
      return PolicyDescription.of("resizing", "resizes as the test says");
    }

    @Override
    public PreparedPolicy prepare(PolicyInputs inputs) {
      return partition -> {
        Script script = new Script(partition);
        resize(partition, script);
        return script;
      };
    }
  }

  private static PolicyResult result() {
    SimulationOptions options = new SimulationOptions(PlacementRule.CONSOLIDATE, 10, 0, 1, true, 0);
    return new Simulator(options).run(new Resizing(), inputs());
  }

  @Test
  void jobsThatAreResizedKeepTheWorkThatTheyHaveDone() {
    PolicyResult result = result();
    assertArrayEquals(seconds(0, 36), result.jobs().startSeconds());
    assertArrayEquals(seconds(100, 86), result.jobs().endSeconds());
    assertArrayEquals(seconds(0, 6), result.jobs().queueSeconds());
  }

  /** Each job uses half of its GPUs. */
  @Test
  void samplesFollowTheSize() {
    ClusterSeries series = result().cluster();
    int[] free = {6, 2, 2, 2, 3, 3, 3, 3, 3, 4, 8};
    assertEquals(free.length, series.size());
    for (int sample = 0; sample < free.length; sample++) {
      assertEquals(free[sample], series.freeGpus(sample), "at " + series.seconds(sample));
      assertEquals((8 - free[sample]) * 0.5 / 8, series.utilOfAll(sample), 1e-12);
    }
  }

  /** Job 1 waits from 30 to 36 while job 0, which came first, holds 6 of 8 GPUs. */
  @Test
  void aReplayOfTheLogSeesTheSameSizes() {
    PartitionLog log = result().decisions().partitions().getFirst();
    List<String> sizes = new ArrayList<>();
    Map<WaitCause, Long> waited = new TreeMap<>();
    new Replay(log)
        .run(
            new Replay.Visitor() {
              @Override
              public void holds(Replay replay, long from, long to) {
                waited.merge(replay.cause(1), to - from, Long::sum);
              }

              @Override
              public void happened(Replay replay, Event event) {
                if (event instanceof Event.Resized it) {
                  sizes.add(
                      "%d: %s at %s, %d free"
                          .formatted(
                              it.second(),
                              it.place(),
                              it.rate(),
                              replay.state().nodes().freeGpus()));
                }
              }
            });
    assertEquals(
        List.of(
            "10: 0:0+1+2+3+4+5 at 2.0, 2 free",
            "36: 0:0 at 0.5, 7 free",
            "90: 0:1+2+3+4 at 1.5, 4 free"),
        sizes);
    assertEquals(Map.of(WaitCause.CLUSTER_FULL, 6L), waited);
  }

  private static Partition partition() {
    PolicyInputs inputs = inputs();
    PartitionJobs jobs = PartitionJobs.asSubmitted(inputs.trace(), new int[] {0, 1});
    return new Partition(
        jobs,
        new JobWork(inputs.trace()::durationSeconds),
        new Nodes(1, 8),
        PlacementRule.CONSOLIDATE.placer(0),
        0,
        0);
  }

  @Test
  void aDemandSaysOnHowManyGpusAJobRuns() {
    PartitionJobs jobs = partition().jobs();
    assertEquals(new Demand(1, 6, "A100|H100", 2, 4096, false), jobs.demand(0));
    assertEquals(new Demand(4, 4, "", 4, 0, false), jobs.demand(1));
    assertEquals("1 to 6 GPUs", jobs.demand(0).toString());
    assertEquals("4 GPUs", jobs.demand(1).toString());
  }

  /** Job 0 starts on 4 GPUs at 1.6 times its speed: 100 s of work take 62.5, found at 63. */
  @Test
  void aJobMayStartOnMoreGpusThanItAsksFor() {
    Partition partition = partition();
    new Script(partition)
        .at(0, () -> partition.start(0, partition.findPlace(4), 1.6))
        .start(30, 1)
        .at(62, () -> assertEquals(0, partition.nodes().freeGpus()))
        .at(63, () -> assertEquals(4, partition.nodes().freeGpus()))
        .run();
  }

  /** 4 s of nothing at 1.6 times its speed cost 6.4 s of work: 106.4 take 66.5, found at 67. */
  @Test
  void aStartMayCostWork() {
    Partition partition = partition();
    new Script(partition)
        .at(0, () -> partition.start(0, partition.findPlace(4), 1.6, 4 * 1.6))
        .start(30, 1)
        .at(66, () -> assertEquals(0, partition.nodes().freeGpus()))
        .at(67, () -> assertEquals(4, partition.nodes().freeGpus()))
        .run();
  }

  @Test
  void whatADemandForbidsIsRefused() {
    Partition partition = partition();
    new Script(partition)
        .start(0, 0)
        .at(5, () -> assertRefused(() -> partition.resize(0, gpus(0b111_1111), 2, 0)))
        .at(30, () -> assertRefused(() -> partition.start(1, gpus(0b1100), 1)))
        .start(31, 1)
        .at(32, () -> assertRefused(() -> partition.resize(1, gpus(0b1_1100), 1, 0)))
        .run();
  }

  /** Job 1 holds GPUs 2 to 5; job 0 has given up its own by then, and must not go on. */
  @Test
  void gpusOfOthersAreRefused() {
    Partition partition = partition();
    Script script =
        new Script(partition)
            .start(0, 0)
            .start(30, 1)
            .at(31, () -> partition.resize(0, gpus(0b111), 1, 0));
    assertRefused(script::run);
  }

  /** Job 0 starts on 4 GPUs, and job 1 joins it there. */
  @Test
  void jobsThatShareAreNotResized() {
    Partition partition = partition();
    new Script(partition)
        .at(0, () -> partition.start(0, gpus(0b1111), 1))
        .at(30, () -> partition.startShared(1, 0, 1, 1))
        .at(31, () -> assertRefused(() -> partition.resize(0, gpus(0b1), 1, 0)))
        .run();
  }

  private static void assertRefused(Runnable resizing) {
    assertThrows(IllegalStateException.class, resizing::run);
  }
}
