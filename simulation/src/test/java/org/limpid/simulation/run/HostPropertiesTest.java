package org.limpid.simulation.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.limpid.data.JobAttribute;
import org.limpid.data.VirtualCluster;
import org.limpid.simulation.event.EventSink;
import org.limpid.simulation.given.HostCase;
import org.limpid.simulation.given.RandomCase;
import org.limpid.simulation.host.HostDemands;
import org.limpid.simulation.host.HostRule;
import org.limpid.simulation.host.Hosts;
import org.limpid.simulation.host.Supply;
import org.limpid.simulation.job.PartitionJobs;
import org.limpid.simulation.loop.Partition;
import org.limpid.simulation.loop.PartitionEngine;
import org.limpid.simulation.policy.HostResources;
import org.limpid.simulation.policy.Policy;
import org.limpid.simulation.policy.PolicyInputs;
import org.limpid.simulation.policy.PreparedPolicy;
import org.limpid.simulation.resource.Nodes;
import org.limpid.simulation.resource.PlacementRule;
import org.limpid.simulation.sink.JobRecords;
import org.limpid.simulation.world.JobWork;

/** What holds for CPUs and memory under every policy and rule, on random clusters and traces. */
class HostPropertiesTest {
  private static final int CASES = RandomCase.count(2);
  private static final double ROUNDING = 1e-6;

  record Setting(Policy policy, HostResources rule, PlacementRule placement) {
    @Override
    public String toString() {
      return "%s, %s, %s".formatted(policy.name(), rule, placement);
    }
  }

  static List<Setting> settings() {
    List<Setting> settings = new ArrayList<>();
    for (Policy policy : Policies.standard().all()) {
      for (HostResources rule : HostResources.values()) {
        PlacementRule placement =
            settings.size() % 2 == 0 ? PlacementRule.CONSOLIDATE : PlacementRule.FIRST_FIT;
        settings.add(new Setting(policy, rule, placement));
      }
    }
    return settings;
  }

  @ParameterizedTest
  @MethodSource("settings")
  void nothingIsAllocatedTwiceAndNobodyHasLessThanItsFairShare(Setting setting) {
    for (int seed = 0; seed < CASES; seed++) {
      PolicyInputs inputs = HostCase.drawn(seed, setting.rule());
      for (VirtualCluster virtualCluster : inputs.cluster().virtualClusters()) {
        setting.rule().rule().ifPresent(_ -> audit(setting, inputs, virtualCluster));
      }
    }
  }

  private static void audit(Setting setting, PolicyInputs inputs, VirtualCluster virtualCluster) {
    PreparedPolicy prepared = setting.policy().prepare(inputs);
    int[] rows =
        IntStream.range(0, inputs.trace().size())
            .filter(row -> inputs.trace().virtualCluster(row).equals(virtualCluster.name()))
            .toArray();
    PartitionJobs jobs = prepared.jobs(inputs, rows).estimatedBy(inputs.estimates()::seconds);
    HostsOfRun hosts = HostsOfRun.of(inputs).orElseThrow();
    HostDemands demands = hosts.demands(virtualCluster, jobs);
    JobWork work =
        new JobWork(job ->
            inputs.trace().durationSeconds(jobs.row(job)) - prepared.secondsDone(jobs.row(job)))
            .withSpeeds(hosts.speeds(virtualCluster, jobs));
    Partition partition =
        new Partition(
            jobs,
            work,
            new Nodes(prepared.nodeCount(virtualCluster, jobs), inputs.cluster().gpusPerNode()),
            setting.placement().placer(seed()),
            inputs.startSecond(),
            prepared.endDelaySeconds());
    HostAudit audit = new HostAudit(partition, demands, hosts.rule());
    partition.supplyingBy(hosts.rule(), demands).tellingTo(audit).showingTruth();
    PartitionEngine.run(partition, prepared.scheduler(partition));
    boolean isElastic =
        setting.policy().about().attributes(inputs.settings()).contains(JobAttribute.SCALING);
    for (int job = 0; job < jobs.size(); job++) {
      audit.isOdd[job] |= isElastic;
      audit.assertWorkDone(job, work.seconds().applyAsLong(job), prepared.endDelaySeconds());
    }
  }

  private static long seed() {
    return 5;
  }

  /** Looks at all shares whenever time passes, and counts the work that is done with them. */
  private static final class HostAudit implements EventSink {
    private final Partition partition;
    private final HostDemands demands;
    private final HostRule rule;
    private final double[] work;
    private final double[] fastest;
    private final boolean[] isOdd;

    HostAudit(Partition partition, HostDemands demands, HostRule rule) {
      this.partition = partition;
      this.demands = demands;
      this.rule = rule;
      int size = partition.jobs().size();
      work = new double[size];
      fastest = new double[size];
      isOdd = new boolean[size];
    }

    @Override
    public void holds(long from, long to) {
      Hosts hosts = partition.hosts().orElseThrow();
      Supply[] all = {Supply.NONE};
      partition.forEachRunning(job -> {
        Supply given = hosts.given(job);
        Supply claim = hosts.fairShare(job).atMost(hosts.wanted(job));
        assertTrue(
            rule == HostRule.OPT ? isFastEnough(job, claim) : claim.fitsIn(given),
            () -> "job %d has %s of %s".formatted(job, given, claim));
        all[0] = all[0].plus(given);
        if (to != Partition.NEVER) {
          work[job] += (to - from) * partition.rate(job);
        }
        fastest[job] = Math.max(fastest[job], partition.rate(job));
      });
      Nodes nodes = partition.nodes();
      for (int node = 0; node < nodes.positionBound(); node++) {
        if (nodes.number(node) >= 0) {
          assertTrue(Supply.NONE.fitsIn(hosts.free(node)));
          all[0] = all[0].plus(hosts.free(node));
        }
      }
      assertEquals(demands.node().times(nodes.nodeCount()), all[0]);
    }

    /**
     * The best division may take something of its fair share, but no speed. On several nodes the
     * share of a GPU is the same on all of them, unless it shares some.
     */
    private boolean isFastEnough(int job, Supply claim) {
      int gpus = partition.allocation(job).gpuCount();
      boolean isAlike =
          partition.allocation(job).nodeCount() == 1 || partition.state().partners(job).length == 0;
      double claimed = demands.speed(job, claim.cpus() / gpus, claim.memoryGb() / gpus);
      return !isAlike || partition.supplySpeed(job) >= claimed - ROUNDING;
    }

    @Override
    public void preempted(int job, int by) {
      isOdd[job] = true;
    }

    /** Preemptions, and starts of elastic jobs, cost work, too; jobs with those have done more. */
    void assertWorkDone(int job, double due, int endDelay) {
      if (partition.state().hasEnded(job) && fastest[job] > 0) {
        assertTrue(work[job] >= due - ROUNDING, () -> "job %d did %s".formatted(job, work[job]));
        double most = due + (1 + endDelay) * fastest[job] + ROUNDING;
        assertTrue(isOdd[job] || work[job] < most, () -> "job %d did %s".formatted(job, work[job]));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("settings")
  void threadsMakeNoDifference(Setting setting) {
    PolicyInputs inputs = HostCase.drawn(7, setting.rule());
    SimulationOptions options =
        SimulationOptions.standard().withPlacement(setting.placement()).withExplained(true);
    PolicyResult one = new Simulator(options.withThreads(1)).run(setting.policy(), inputs);
    PolicyResult four = new Simulator(options.withThreads(4)).run(setting.policy(), inputs);
    assertSame(one.jobs(), four.jobs());
    for (int vc = 0; vc < one.decisions().partitions().size(); vc++) {
      assertArrayEquals(
          one.decisions().partitions().get(vc).bytes(),
          four.decisions().partitions().get(vc).bytes());
    }
  }

  private static void assertSame(JobRecords one, JobRecords other) {
    assertArrayEquals(one.startSeconds(), other.startSeconds());
    assertArrayEquals(one.endSeconds(), other.endSeconds());
    assertArrayEquals(one.allocations(), other.allocations());
    if (one.extra().stream().anyMatch(column -> column.name().equals("cpus_allocated"))) {
      for (int row = 0; row < one.size(); row++) {
        assertEquals(one.decimal("cpus_allocated", row), other.decimal("cpus_allocated", row));
        assertEquals(one.whole("demotions", row), other.whole("demotions", row));
      }
    }
  }
}
