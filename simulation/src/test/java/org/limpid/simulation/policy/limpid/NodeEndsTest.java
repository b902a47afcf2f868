package org.limpid.simulation.policy.limpid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.limpid.data.Trace;
import org.limpid.simulation.given.RandomCase;
import org.limpid.simulation.job.PartitionJobs;
import org.limpid.simulation.loop.Partition;
import org.limpid.simulation.loop.PartitionEngine;
import org.limpid.simulation.loop.Scheduler;
import org.limpid.simulation.policy.PolicyInputs;
import org.limpid.simulation.policy.Settings;
import org.limpid.simulation.policy.sharing.SharingLimits;
import org.limpid.simulation.policy.sharing.WorkloadFacts;
import org.limpid.simulation.resource.Allocation;
import org.limpid.simulation.resource.Nodes;
import org.limpid.simulation.resource.PlacementRule;
import org.limpid.simulation.world.JobWork;

/** What is kept of the ends of nodes is never more than what asking all jobs tells. */
class NodeEndsTest {
  private static final int CASES = RandomCase.count(20);
  private static final int NODES = 4;

  private int sure;

  @Test
  void keptEndsAreRightAndBoundsHold() {
    for (int seed = 0; seed < CASES; seed++) {
      run(seed, Settings.NONE);
    }
    assertTrue(sure > CASES, "only " + sure + " bounds");
  }

  /** Where the jobs that end change what is expected of others. */
  @Test
  void nothingIsSureWhereErrorsAreLearnt() {
    Settings learning =
        Settings.NONE.with(LimpidSettings.EXPECTATION, LimpidSettings.Expectation.ERRORS);
    for (int seed = 0; seed < CASES; seed++) {
      run(seed, learning);
    }
    assertEquals(0, sure);
  }

  private void run(int seed, Settings settings) {
    PolicyInputs inputs = RandomCase.of(seed);
    Trace trace = inputs.trace();
    PartitionJobs jobs =
        PartitionJobs.asSubmitted(trace, IntStream.range(0, trace.size()).toArray())
            .estimatedBy(inputs.estimates()::seconds);
    Partition partition =
        new Partition(
            jobs,
            JobWork.whole(trace, jobs),
            new Nodes(NODES, inputs.cluster().gpusPerNode()),
            PlacementRule.CONSOLIDATE.placer(seed),
            inputs.startSecond(),
            0);
    PartitionEngine.run(partition, new Crowd(partition, limpid(inputs, settings), seed));
  }

  private static LimpidRun limpid(PolicyInputs inputs, Settings settings) {
    WorkloadFacts facts = WorkloadFacts.of(inputs);
    SharingLimits limits = SharingLimits.of(inputs.cluster().gpuMemoryMib(), settings);
    return new LimpidRun(
        facts,
        new PairTable(facts, limits, settings.get(LimpidSettings.BELIEF)),
        settings,
        new LimpidColumns(inputs.trace(), inputs.profiling()),
        _ -> Long.MIN_VALUE,
        _ -> 0);
  }

  /** Starts each job on the first GPUs that have fewer than two, and looks at all nodes. */
  private final class Crowd implements Scheduler {
    private static final int LOOK_SECONDS = 37;

    private final Partition partition;
    private final Runners runners;
    private final NodeEnds kept;
    private final SplittableRandom random;
    private final List<Integer> waiting = new ArrayList<>();

    Crowd(Partition partition, LimpidRun run, int seed) {
      this.partition = partition;
      runners = new Runners(partition, run, new NodeChanges());
      kept = new NodeEnds(partition, runners);
      random = new SplittableRandom(seed);
    }

    @Override
    public void arrived(int job) {
      waiting.add(job);
    }

    @Override
    public void ended(int job) {
      runners.ended(job);
    }

    @Override
    public void schedule() {
      waiting.removeIf(this::tryStart);
      NodeEnds asked = new NodeEnds(partition, runners);
      for (int node = 0; node < NODES; node++) {
        double end = asked.end(node);
        double second = partition.now() + random.nextDouble(2 * (end - partition.now()) + 1);
        if (kept.isSurelyAfter(node, second)) {
          sure++;
          assertTrue(end > second, () -> "%s is not after %s".formatted(end, second));
        }
        if (random.nextInt(4) == 0) {
          assertEquals(end, kept.end(node));
        }
      }
    }

    private boolean tryStart(int job) {
      int missing = partition.jobs().gpuCount(job);
      List<Integer> nodes = new ArrayList<>();
      List<Long> masks = new ArrayList<>();
      for (int node = 0; node < NODES && missing > 0; node++) {
        long mask = 0;
        for (int gpu = 0; gpu < partition.nodes().gpusPerNode() && missing > 0; gpu++) {
          if (hasRoom(node, gpu)) {
            mask |= 1L << gpu;
            missing--;
          }
        }
        if (mask != 0) {
          nodes.add(node);
          masks.add(mask);
        }
      }
      if (missing == 0) {
        runners.start(
            job,
            new Allocation(
                nodes.stream().mapToInt(Integer::intValue).toArray(),
                masks.stream().mapToLong(Long::longValue).toArray()));
      }
      return missing == 0;
    }

    private boolean hasRoom(int node, int gpu) {
      int older = runners.occupants().older(node, gpu);
      return older == Occupants.NOBODY
          || runners.occupants().other(older, node, gpu) == Occupants.NOBODY;
    }

    @Override
    public long wakeUp() {
      return partition.runningInStartOrder().length == 0
          ? Partition.NEVER
          : partition.now() + LOOK_SECONDS;
    }
  }
}
