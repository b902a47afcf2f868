package org.limpid.simulation.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.limpid.simulation.bytes.ByteWriter;
import org.limpid.simulation.bytes.StateException;
import org.limpid.simulation.given.HostCase;
import org.limpid.simulation.given.RandomCase;
import org.limpid.simulation.loop.Partition;
import org.limpid.simulation.policy.HostResources;
import org.limpid.simulation.policy.Policy;
import org.limpid.simulation.policy.PolicyInputs;
import org.limpid.simulation.policy.Semantics;
import org.limpid.simulation.policy.lucid.LucidSettings;
import org.limpid.simulation.policy.lucid.SharingMode;
import org.limpid.simulation.resource.PlacementRule;
import org.limpid.simulation.sink.HostRecords;
import org.limpid.simulation.sink.JobColumn;
import org.limpid.simulation.sink.JobRecords;
import org.limpid.simulation.sink.Outcomes;

/** Every snapshot leads to the end that the run itself came to. */
class SnapshotsTest {
  private static final int CASES = RandomCase.count(8);
  private static final int CASES_WITH_HOSTS = 2;

  private static final Set<String> WITH_HOSTS =
      new HostRecords(0).columns().stream().map(JobColumn::name).collect(Collectors.toSet());

  static final List<String> ALL_POLICIES = Policies.standard().names();

  private static SimulationOptions options(int seed) {
    PlacementRule rule = PlacementRule.values()[seed % PlacementRule.values().length];
    return new SimulationOptions(rule, 60, seed, 1);
  }

  private static PolicyInputs inputs(int seed) {
    return RandomCase.of(seed)
        .with(LucidSettings.SHARING, seed % 3 == 0 ? SharingMode.PREDICTED : SharingMode.ALWAYS)
        .withSemantics(seed / 2 % 2 == 0 ? Semantics.standard() : Semantics.reference());
  }

  @ParameterizedTest
  @FieldSource("ALL_POLICIES")
  void everySnapshotLeadsToTheSameEnd(String name) {
    Policy policy = Policies.standard().named(name).orElseThrow();
    int resumed = 0;
    for (int seed = 0; seed < CASES; seed++) {
      PolicyInputs inputs = inputs(seed);
      PolicyResult whole = new Simulator(options(seed).withSnapshotSeconds(23)).run(policy, inputs);
      List<List<Snapshot>> snapshots = List.copyOf(whole.snapshots().byVirtualCluster().values());
      for (int index = 0; index < snapshots.size(); index++) {
        for (Snapshot snapshot : snapshots.get(index)) {
          resume(policy, inputs, options(seed), index, snapshot, whole.jobs());
          resumed++;
        }
      }
    }
    assertTrue(resumed > 100, "only " + resumed + " snapshots");
  }

  static final List<HostResources> HOST_RULES =
      Stream.of(HostResources.values()).filter(each -> each != HostResources.IGNORED).toList();

  /** Under every policy; and what is restored would be saved as it was. */
  @ParameterizedTest
  @FieldSource("HOST_RULES")
  void everySnapshotWithCpusAndMemoryLeadsToTheSameEnd(HostResources rule) {
    int resumed = 0;
    for (String name : ALL_POLICIES) {
      Policy policy = Policies.standard().named(name).orElseThrow();
      for (int seed = 0; seed < CASES_WITH_HOSTS; seed++) {
        PolicyInputs inputs = HostCase.drawn(seed, rule);
        PolicyResult whole =
            new Simulator(options(seed).withSnapshotSeconds(197)).run(policy, inputs);
        List<List<Snapshot>> snapshots = List.copyOf(whole.snapshots().byVirtualCluster().values());
        for (int index = 0; index < snapshots.size(); index++) {
          resumed += snapshots.get(index).size();
          for (Snapshot snapshot : snapshots.get(index)) {
            resume(policy, inputs, options(seed), index, snapshot, whole.jobs());
            assertSavesTheSame(policy, inputs, options(seed), index, snapshot);
          }
        }
      }
    }
    assertTrue(resumed > 300, "only " + resumed + " snapshots");
  }

  private static void assertSavesTheSame(
      Policy policy, PolicyInputs inputs, SimulationOptions options, int index, Snapshot snapshot) {
    int[][] rows = VirtualClusterRows.of(inputs.cluster(), inputs.trace());
    VirtualClusterRun run = new PolicyRun(policy, inputs, rows, options).open(index);
    run.restore(snapshot);
    ByteWriter ofPartition = new ByteWriter();
    run.partition().save(ofPartition);
    assertArrayEquals(
        Arrays.copyOf(snapshot.state(), ofPartition.size()), ofPartition.toByteArray());
  }

  private static void resume(
      Policy policy,
      PolicyInputs inputs,
      SimulationOptions options,
      int index,
      Snapshot snapshot,
      JobRecords expected) {
    int[][] rows = VirtualClusterRows.of(inputs.cluster(), inputs.trace());
    PolicyRun again = new PolicyRun(policy, inputs, rows, options);
    VirtualClusterRun run = again.open(index);
    run.restore(snapshot);
    Partition partition = run.partition();
    BitSet endedBefore = new BitSet();
    for (int job = 0; job < partition.jobs().size(); job++) {
      endedBefore.set(job, partition.state().hasEnded(job));
    }
    again.finish(index, run);
    JobRecords actual = again.completedRecords();
    for (int job = 0; job < partition.jobs().size(); job++) {
      if (endedBefore.get(job)) {
        assertTrue(partition.jobs().arrivalSeconds(job) < snapshot.second());
      } else {
        int row = partition.jobs().row(job);
        assertEquals(text(expected, row), text(actual, row), policy.name() + ", row " + row);
      }
    }
  }

  private static String text(JobRecords records, int row) {
    StringBuilder text = new StringBuilder();
    text.append(records.startSeconds()[row]).append(' ').append(records.endSeconds()[row]);
    text.append(' ').append(records.queueSeconds()[row]);
    text.append(' ').append(records.preemptions()[row]);
    text.append(' ').append(records.allocations()[row]);
    for (JobColumn column : records.extra()) {
      if (WITH_HOSTS.contains(column.name())) {
        continue; // Only whole runs tell what jobs had of CPUs and memory.
      }
      if (column.name().equals(Outcomes.COLUMN) && records.whole(Outcomes.COLUMN, row) == 0) {
        continue; // The column is there only if a job has another outcome.
      }
      text.append(' ');
      switch (column) {
        case JobColumn.Whole whole -> text.append(whole.values()[row]);
        case JobColumn.Decimal decimal -> text.append(decimal.values()[row]);
      }
    }
    return text.toString();
  }

  /** Bytes that are cut short or changed are told, or lead somewhere, but never crash oddly. */
  @Test
  void brokenStatesAreTold() {
    Policy policy = Policies.standard().named("lucid").orElseThrow();
    PolicyInputs inputs = inputs(4);
    PolicyResult whole = new Simulator(options(4).withSnapshotSeconds(200)).run(policy, inputs);
    Snapshot snapshot = whole.snapshots().byVirtualCluster().get("vc0").getFirst();
    int[][] rows = VirtualClusterRows.of(inputs.cluster(), inputs.trace());
    for (int length = 0; length < snapshot.state().length; length++) {
      Snapshot cut = new Snapshot(snapshot.second(), Arrays.copyOf(snapshot.state(), length));
      VirtualClusterRun run = new PolicyRun(policy, inputs, rows, options(4)).open(0);
      assertThrows(StateException.class, () -> run.restore(cut));
    }
  }

  @Test
  void snapshotsOfAPeriodAreSoFarApart() {
    Policy policy = Policies.standard().named("fifo").orElseThrow();
    PolicyResult result = new Simulator(options(2).withSnapshotSeconds(300)).run(policy, inputs(2));
    for (List<Snapshot> snapshots : result.snapshots().byVirtualCluster().values()) {
      for (int i = 1; i < snapshots.size(); i++) {
        long period = Math.floorDiv(snapshots.get(i).second() - 1, 300);
        assertTrue(period > Math.floorDiv(snapshots.get(i - 1).second() - 1, 300));
      }
    }
  }
}
