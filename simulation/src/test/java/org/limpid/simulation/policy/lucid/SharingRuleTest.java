package org.limpid.simulation.policy.lucid;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.limpid.data.Profiles;
import org.limpid.data.Trace;
import org.limpid.data.WorkloadProfile;
import org.limpid.simulation.given.Given;
import org.limpid.simulation.given.Workloads;
import org.limpid.simulation.loop.Partition;
import org.limpid.simulation.policy.Settings;
import org.limpid.simulation.policy.sharing.SharingLimits;
import org.limpid.simulation.policy.sharing.WorkloadFacts;
import org.limpid.simulation.resource.NodeReservation;

/** Jobs run alone in the order of their numbers; the last one looks for a partner. */
class SharingRuleTest {
  /** Half of the memory less one MiB: two of them fit. */
  private static final WorkloadProfile LIGHT = Workloads.profile("LSTM", 12_287);

  /** Half of the memory: together with a light one it fits. */
  private static final WorkloadProfile MEDIUM = Workloads.profile("VGG", 12_288);

  private static final WorkloadProfile HEAVY = Workloads.profile("PPO", 100);

  private static final Profiles PROFILES =
      new Profiles(
          List.of(
              Workloads.single(LIGHT, 0), Workloads.single(MEDIUM, 1), Workloads.single(HEAVY, 2)),
          List.of());

  private final Given given = Given.nodes(4);
  private Partition partition;
  private SharingRule rule;

  private SharingRuleTest job(int gpus, double estimate, WorkloadProfile workload) {
    given.job(0, gpus, 100, estimate, workload);
    return this;
  }

  /** Starts all jobs but the last. */
  private SharingRuleTest running() {
    Trace trace = given.inputs().trace();
    int last = trace.size() - 1;
    double[] priority =
        IntStream.rangeClosed(0, last)
            .mapToDouble(row -> given.inputs().estimates().seconds(row) * trace.gpuCount(row))
            .toArray();
    partition = Given.arrived(given.partition());
    rule = new SharingRule(partition, run(), priority);
    for (int job = 0; job < last; job++) {
      partition.tryStart(job);
      rule.started(job, true);
    }
    return this;
  }

  private LucidRun run() {
    WorkloadFacts facts = WorkloadFacts.of(given.inputs().withProfiles(PROFILES));
    return new LucidRun(
        facts, null, null, SharingLimits.of(Given.GPU_MEMORY_MIB, Settings.NONE), true);
  }

  private int partner() {
    return rule.findPartner(partition.jobs().size() - 1, NodeReservation.NONE);
  }

  @Test
  void firstOfTheRunningListIsTaken() {
    job(4, 100, LIGHT).job(4, 100, LIGHT).job(4, 100, LIGHT).running();
    assertEquals(0, partner());
  }

  @Test
  void partnerHasTheSameGpuCount() {
    job(2, 100, LIGHT).job(4, 100, LIGHT).job(4, 100, LIGHT).running();
    assertEquals(1, partner());
  }

  @Test
  void jobsOfMoreThanEightGpusDoNotShare() {
    job(9, 100, LIGHT).job(9, 100, LIGHT).running();
    assertEquals(SharingRule.NOBODY, partner());
    SharingRuleTest eight = new SharingRuleTest();
    assertEquals(0, eight.job(8, 100, LIGHT).job(8, 100, LIGHT).running().partner());
  }

  /** 12,288 MiB twice fill a GPU exactly, which is one MiB too much; 12,287 + 12,288 fit. */
  @Test
  void memoryOfBothIsLessThanThatOfTheGpu() {
    job(4, 100, MEDIUM).job(4, 100, MEDIUM).running();
    assertEquals(SharingRule.NOBODY, partner());
    SharingRuleTest lighter = new SharingRuleTest();
    assertEquals(0, lighter.job(4, 100, LIGHT).job(4, 100, MEDIUM).running().partner());
  }

  /** Scores 2 + 1 are too much, 2 + 0 are not. */
  @Test
  void shareScoresAddUpToTwoAtMost() {
    job(4, 100, HEAVY).job(4, 100, MEDIUM).running();
    assertEquals(SharingRule.NOBODY, partner());
    SharingRuleTest lighter = new SharingRuleTest();
    assertEquals(0, lighter.job(4, 100, HEAVY).job(4, 100, LIGHT).running().partner());
  }

  /** Up to twice the priority of the partner. */
  @Test
  void priorityIsAtMostTwiceThatOfThePartner() {
    job(4, 100, LIGHT).job(4, 201, LIGHT).running();
    assertEquals(SharingRule.NOBODY, partner());
    SharingRuleTest equal = new SharingRuleTest();
    assertEquals(0, equal.job(4, 100, LIGHT).job(4, 200, LIGHT).running().partner());
  }

  @Test
  void partnerIsAlone() {
    job(4, 100, LIGHT).job(4, 100, LIGHT).job(4, 100, LIGHT).running();
    rule.setAlone(0, false);
    assertEquals(1, partner());
    rule.setAlone(1, false);
    assertEquals(SharingRule.NOBODY, partner());
    rule.setAlone(0, true);
    assertEquals(0, partner());
  }

  @Test
  void partnerHasNotEnded() {
    job(4, 100, LIGHT).job(4, 100, LIGHT).job(4, 100, LIGHT).running();
    rule.ended(0);
    assertEquals(1, partner());
  }

  /** Jobs 0 and 1 are both on node 0, job 2 on node 1. */
  @Test
  void reservedNodesAreAvoided() {
    job(4, 100, LIGHT).job(4, 100, LIGHT).job(4, 100, LIGHT).job(4, 100, LIGHT).running();
    assertEquals(2, rule.findPartner(3, new NodeReservation(new int[] {0}, 50)));
    assertEquals(
        SharingRule.NOBODY, rule.findPartner(3, new NodeReservation(new int[] {0, 1}, 50)));
    assertEquals(0, partner());
  }

  /** Job 2 fails for its priority, which must not be held against job 3 with a lower one. */
  @Test
  void failedSearchSaysNothingAboutLowerPriorities() {
    job(4, 100, LIGHT).job(2, 100, LIGHT).job(4, 300, LIGHT).job(4, 200, LIGHT);
    running();
    rule.ended(2);
    assertEquals(SharingRule.NOBODY, rule.findPartner(2, NodeReservation.NONE));
    assertEquals(0, partner());
  }

  /** After a failed search a new job of that size is seen. */
  @Test
  void failedSearchIsForgottenWhenJobsStart() {
    job(4, 100, LIGHT).job(4, 1000, LIGHT).job(4, 500, LIGHT);
    partition = Given.arrived(given.partition());
    rule = new SharingRule(partition, run(), new double[] {400, 4000, 2000});
    partition.tryStart(0);
    rule.started(0, true);
    assertEquals(SharingRule.NOBODY, partner());
    partition.tryStart(1);
    rule.started(1, true);
    assertEquals(1, partner());
  }
}
