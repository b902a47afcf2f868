package org.limpid.simulation.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.limpid.data.ClusterDescription;
import org.limpid.data.NodeGroup;
import org.limpid.data.Trace;
import org.limpid.data.VirtualCluster;
import org.limpid.simulation.given.Given;
import org.limpid.simulation.policy.Need;
import org.limpid.simulation.policy.Policy;
import org.limpid.simulation.policy.PolicyInputs;
import org.limpid.simulation.policy.ProfilingOutcome;
import org.limpid.simulation.resource.PlacementRule;

class SimulatorTest {
  private static final Trace TRACE =
      new Trace.Builder()
          .add(job(11, "small", 8, 0))
          .add(job(12, "big", 16, 0))
          .add(job(13, "small", 8, 0))
          .build();

  private static Trace.Job job(long id, String virtualCluster, int gpus, long submit) {
    return new Trace.Job(
        id, "user", virtualCluster, "", gpus, gpus, "COMPLETED", submit, 100, null);
  }

  private static PolicyInputs inputs(VirtualCluster... clusters) {
    return PolicyInputs.of(new ClusterDescription(List.of(clusters), 8, 96, 24_576), TRACE, 0);
  }

  private static final PolicyInputs INPUTS =
      inputs(new VirtualCluster("small", 1), new VirtualCluster("big", 2));

  private static Policy policy(String name) {
    return Policies.standard().named(name).orElseThrow();
  }

  private static Simulator simulator(int threads) {
    return new Simulator(SimulationOptions.standard().withThreads(threads));
  }

  private static String problem(int threads, PolicyInputs inputs) {
    return assertThrows(InputProblem.class, () -> simulator(threads).run(policy("fifo"), inputs))
        .getMessage();
  }

  @Test
  void virtualClustersDoNotDisturbEachOther() {
    PolicyResult result = simulator(1).run(policy("fifo"), INPUTS);
    assertEquals("fifo", result.policy());
    assertArrayEquals(new long[] {0, 0, 100}, result.jobs().startSeconds());
  }

  /**
   * A job of 8 takes both nodes of 4, so that the next one waits; that of 16 fits on one node. The
   * bound has four nodes of 4 for the two jobs.
   */
  @Test
  void virtualClustersMayHaveNodesOfTheirOwnSize() {
    PolicyInputs inputs = inputs(grouped("small", 2, 4), grouped("big", 1, 16));
    assertArrayEquals(
        new long[] {0, 0, 100}, simulator(1).run(policy("fifo"), inputs).jobs().startSeconds());
    assertArrayEquals(
        new long[] {0, 0, 0}, simulator(1).run(policy("ideal"), inputs).jobs().startSeconds());
  }

  private static VirtualCluster grouped(String name, int nodes, int gpusPerNode) {
    return new VirtualCluster(
        name, nodes, List.of(new NodeGroup(nodes, gpusPerNode, "", 0, 0, 24_576)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void jobLargerThanItsVirtualClusterIsNamed(int threads) {
    PolicyInputs inputs = inputs(new VirtualCluster("small", 1), new VirtualCluster("big", 1));
    assertEquals(
        "Policy fifo: job 12 asks for 16 GPUs, but virtual cluster big has only 8. "
            + "Maybe take the profiler's nodes from another one (profiler.takenFrom).",
        problem(threads, inputs));
  }

  @Test
  void unknownVirtualClusterIsNamed() {
    assertEquals(
        "Jobs run in virtual cluster big, which the cluster lacks. "
            + "Maybe it is misspelt in one file.",
        problem(1, inputs(new VirtualCluster("small", 1), new VirtualCluster("bigger", 2))));
  }

  /** The only node is lent when the job comes, and nobody returns it. */
  @Test
  void jobsThatCanNeverStartAreReported() {
    Given given = Given.nodes(1).job(0, 1, 10).job(50, 8, 10).loan(20, 1);
    PolicyInputs inputs = given.inputs();
    Policy lender = new GivesNodesAway(inputs.profiling());
    assertEquals(
        "Policy gives-nodes-away, virtual cluster vc: 1 job waits in second 50, but it can"
            + " never start. Maybe it has too few nodes left.",
        assertThrows(InputProblem.class, () -> simulator(1).run(lender, inputs)).getMessage());
  }

  @Test
  void resultsComeInTheOrderOfTheTasks() {
    List<Simulator.Task> tasks =
        Policies.standard().all().stream()
            .filter(policy -> Set.of(Need.TRUE_DURATIONS).containsAll(policy.needs()))
            .map(policy -> new Simulator.Task(policy, INPUTS))
            .toList();
    List<String> names = tasks.stream().map(task -> task.policy().name()).toList();
    List<PolicyResult> results = simulator(3).run(tasks);
    assertEquals(names, results.stream().map(PolicyResult::policy).toList());
  }

  /** The same trace on two clusters whose virtual clusters stand in another order. */
  @Test
  void tasksMayHaveClustersOfTheirOwn() {
    PolicyInputs reordered = inputs(new VirtualCluster("big", 2), new VirtualCluster("small", 1));
    List<PolicyResult> results =
        simulator(1)
            .run(
                List.of(
                    new Simulator.Task(policy("fifo"), INPUTS),
                    new Simulator.Task(policy("fifo"), reordered)));
    assertArrayEquals(new long[] {0, 0, 100}, results.get(0).jobs().startSeconds());
    assertArrayEquals(new long[] {0, 0, 100}, results.get(1).jobs().startSeconds());
  }

  /** The profiler takes three nodes from a virtual cluster of two. */
  @Test
  void profilerMayNotTakeMoreNodesThanThereAre() {
    PolicyInputs given = Given.nodes(2).job(0, 1, 10).inputs();
    ProfilingOutcome none = given.profiling();
    PolicyInputs inputs =
        given.withProfiling(
            new ProfilingOutcome(
                none.profiled(),
                none.finished(),
                none.startSeconds(),
                none.endSeconds(),
                none.queueSeconds(),
                none.allocations(),
                List.of(),
                Map.of("vc", 3),
                null));
    Policy taker = new GivesNodesAway(inputs.profiling());
    assertEquals(
        "Policy gives-nodes-away: virtual cluster vc has 2 nodes, fewer than are taken from it. "
            + "Maybe take the profiler's nodes from another one (profiler.takenFrom).",
        assertThrows(InputProblem.class, () -> simulator(1).run(taker, inputs)).getMessage());
  }

  @Test
  void progressCountsAllJobsOfAllTasks() {
    AtomicInteger jobs = new AtomicInteger();
    Simulator simulator =
        new Simulator(
            SimulationOptions.standard().withThreads(2), (policy, count) -> jobs.addAndGet(count));
    simulator.run(
        List.of(
            new Simulator.Task(policy("fifo"), INPUTS), new Simulator.Task(policy("sjf"), INPUTS)));
    assertEquals(6, jobs.get());
  }

  @Test
  void optionsAreChecked() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new SimulationOptions(PlacementRule.CONSOLIDATE, 0, 0, 1));
    assertThrows(
        IllegalArgumentException.class,
        () -> new SimulationOptions(PlacementRule.CONSOLIDATE, 60, 0, 0));
  }
}
