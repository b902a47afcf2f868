package org.limpid.simulation.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.limpid.data.ClusterDescription;
import org.limpid.data.Estimates;
import org.limpid.data.Trace;
import org.limpid.data.VirtualCluster;
import org.limpid.simulation.given.Given;
import org.limpid.simulation.given.RandomCase;
import org.limpid.simulation.policy.Need;
import org.limpid.simulation.policy.Policy;
import org.limpid.simulation.policy.PolicyInputs;
import org.limpid.simulation.policy.ProfilingOutcome;
import org.limpid.simulation.policy.Semantics;
import org.limpid.simulation.sink.DurationEstimator;
import org.limpid.simulation.sink.JobColumn;
import org.limpid.simulation.sink.JobRecords;

class LiveEstimatesTest {
  private static final int CASES = RandomCase.count(12);

  /** Says what was estimated before the run. */
  private record Fixed(Estimates estimates) implements DurationEstimator {
    @Override
    public void submitted(int row, long now) {}

    @Override
    public double estimateSeconds(int row, long now) {
      return estimates.seconds(row);
    }

    @Override
    public void ended(int row, long now) {}
  }

  private enum What {
    ENDED,
    SUBMITTED,
    ASKED,
    STARTED
  }

  private record Event(long second, What what, int row) {}

  /** Notes whatever it is told, and says the same as another. */
  private record Recorder(DurationEstimator other, List<Event> events)
      implements DurationEstimator {
    @Override
    public void submitted(int row, long now) {
      events.add(new Event(now, What.SUBMITTED, row));
    }

    @Override
    public double estimateSeconds(int row, long now) {
      events.add(new Event(now, What.ASKED, row));
      return other.estimateSeconds(row, now);
    }

    @Override
    public void started(int row, long now) {
      events.add(new Event(now, What.STARTED, row));
    }

    @Override
    public void ended(int row, long now) {
      events.add(new Event(now, What.ENDED, row));
    }
  }

  static Stream<Policy> policiesWithEstimates() {
    return Policies.standard().all().stream()
        .filter(policy -> policy.needs().contains(Need.ESTIMATES));
  }

  private static JobRecords run(Policy policy, PolicyInputs inputs) {
    return new Simulator(SimulationOptions.standard().withThreads(1)).run(policy, inputs).jobs();
  }

  private static List<PolicyInputs> cases() {
    List<PolicyInputs> cases = new ArrayList<>();
    for (int seed = 0; seed < CASES; seed++) {
      cases.add(
          RandomCase.of(seed)
              .withSemantics(seed % 2 == 0 ? Semantics.standard() : Semantics.reference()));
    }
    return cases;
  }

  @ParameterizedTest
  @MethodSource("policiesWithEstimates")
  void estimatesThatDoNotChangeGiveTheSameRunAsThoseMadeBefore(Policy policy) {
    for (PolicyInputs inputs : cases()) {
      PolicyInputs live =
          inputs.withEstimates(null).withEstimator(() -> new Fixed(inputs.estimates()));
      assertSame(run(policy, inputs), run(policy, live));
    }
  }

  private static void assertSame(JobRecords expected, JobRecords found) {
    assertArrayEquals(expected.startSeconds(), found.startSeconds());
    assertArrayEquals(expected.endSeconds(), found.endSeconds());
    assertArrayEquals(expected.queueSeconds(), found.queueSeconds());
    assertArrayEquals(expected.preemptions(), found.preemptions());
    assertArrayEquals(expected.allocations(), found.allocations());
    for (int i = 0; i < expected.extra().size(); i++) {
      assertSame(expected.extra().get(i), found.extra().get(i));
    }
  }

  private static void assertSame(JobColumn expected, JobColumn found) {
    switch (expected) {
      case JobColumn.Whole whole ->
          assertArrayEquals(whole.values(), ((JobColumn.Whole) found).values());
      case JobColumn.Decimal decimal ->
          assertArrayEquals(decimal.values(), ((JobColumn.Decimal) found).values());
    }
  }

  /** Believes that a job takes as long as there are jobs that have ended, so it learns. */
  private static final class Learning implements DurationEstimator {
    private int ended;

    @Override
    public void submitted(int row, long now) {}

    @Override
    public double estimateSeconds(int row, long now) {
      return 1 + ended * (row % 7 + 1);
    }

    @Override
    public void ended(int row, long now) {
      ended++;
    }
  }

  /** What was learnt can be held: the run, and the states that it keeps, are the same then. */
  @ParameterizedTest
  @MethodSource("policiesWithEstimates")
  void heldEstimatesGiveTheRunInWhichTheyWereLearnt(Policy policy) {
    SimulationOptions options = SimulationOptions.standard().withSnapshotSeconds(23);
    for (PolicyInputs inputs : cases()) {
      PolicyResult learning =
          new Simulator(options).run(policy, inputs.withEstimator(Learning::new));
      PolicyInputs holding =
          inputs.withEstimator(null).withEstimates(learning.learnt().orElseThrow());
      PolicyResult held = new Simulator(options).run(policy, holding);
      assertSame(learning.jobs(), held.jobs());
      assertEquals(bytes(learning.snapshots()), bytes(held.snapshots()));
      assertEquals(Optional.empty(), held.learnt());
    }
  }

  private static List<String> bytes(Snapshots snapshots) {
    return snapshots.byVirtualCluster().values().stream()
        .flatMap(List::stream)
        .map(each -> each.second() + Arrays.toString(each.state()))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("policiesWithEstimates")
  void estimatorIsToldOfEverythingInTheOrderOfTimeAndOfNothingThatIsToCome(Policy policy) {
    for (PolicyInputs inputs : cases()) {
      Recorder recorder = new Recorder(new Fixed(inputs.estimates()), new ArrayList<>());
      JobRecords records = run(policy, inputs.withEstimator(() -> recorder));
      assertInOrder(recorder.events());
      for (Event event : recorder.events()) {
        if (event.what() == What.ENDED) {
          assertEquals(records.endSeconds()[event.row()], event.second());
        } else if (event.what() == What.STARTED) {
          assertEquals(records.startSeconds()[event.row()], event.second());
        } else if (event.what() == What.SUBMITTED) {
          assertEquals(inputs.trace().submitSeconds(event.row()), event.second());
        } else {
          assertTrue(event.second() <= records.startSeconds()[event.row()]);
        }
      }
    }
  }

  /** Also checks that every job is submitted once, then asked for once, then ends once. */
  private static void assertInOrder(List<Event> events) {
    Set<Integer> submitted = new HashSet<>();
    Set<Integer> asked = new HashSet<>();
    Set<Integer> started = new HashSet<>();
    Set<Integer> ended = new HashSet<>();
    Event before = new Event(0, What.ENDED, -1);
    for (Event event : events) {
      assertTrue(event.second() >= before.second());
      assertTrue(event.second() > before.second() || event.what().compareTo(before.what()) >= 0);
      before = event;
      switch (event.what()) {
        case SUBMITTED -> assertTrue(submitted.add(event.row()));
        case ASKED ->
            assertTrue(
                asked.add(event.row())
                    && submitted.contains(event.row())
                    && !ended.contains(event.row()));
        case STARTED -> assertTrue(started.add(event.row()) && asked.contains(event.row()));
        case ENDED -> assertTrue(ended.add(event.row()) && submitted.contains(event.row()));
      }
    }
    assertEquals(submitted, ended);
    assertEquals(submitted, asked);
  }

  private static Trace.Job job(long id, String virtualCluster, long submit, long duration) {
    return new Trace.Job(id, "user", virtualCluster, "", 8, 8, "COMPLETED", submit, duration, null);
  }

  private static PolicyInputs twoClusters() {
    Trace trace =
        new Trace.Builder()
            .add(job(0, "a", 0, 50))
            .add(job(1, "b", 10, 40))
            .add(job(2, "a", 20, 5))
            .add(job(3, "b", 50, 7))
            .build();
    List<VirtualCluster> virtualClusters =
        List.of(new VirtualCluster("a", 1), new VirtualCluster("b", 1));
    return PolicyInputs.of(
        new ClusterDescription(virtualClusters, 8, 96, Given.GPU_MEMORY_MIB), trace, 0);
  }

  /**
   * Job 0 runs in a from 0 to 50 and job 1 in b from 10 to 50. Both have ended when job 3 comes to
   * b in that second. Job 2 waits in a until 50 and runs until 55, job 3 from 50 to 57.
   */
  @Test
  void endsOfAllVirtualClustersComeBeforeArrivals() {
    Recorder recorder =
        new Recorder(new Fixed(new Estimates("", new double[4])), new ArrayList<>());
    PolicyInputs inputs = twoClusters().withEstimator(() -> recorder);
    run(Policies.standard().named("qssf").orElseThrow(), inputs);
    assertEquals(
        List.of(
            new Event(0, What.SUBMITTED, 0),
            new Event(0, What.ASKED, 0),
            new Event(0, What.STARTED, 0),
            new Event(10, What.SUBMITTED, 1),
            new Event(10, What.ASKED, 1),
            new Event(10, What.STARTED, 1),
            new Event(20, What.SUBMITTED, 2),
            new Event(20, What.ASKED, 2),
            new Event(50, What.ENDED, 0),
            new Event(50, What.ENDED, 1),
            new Event(50, What.SUBMITTED, 3),
            new Event(50, What.ASKED, 3),
            new Event(50, What.STARTED, 2),
            new Event(50, What.STARTED, 3),
            new Event(55, What.ENDED, 2),
            new Event(57, What.ENDED, 3)),
        recorder.events());
  }

  /** Profiling was run for another policy: here the job that ended there runs as any other. */
  @Test
  void whatHappenedInTheProfilerIsNotToldToPoliciesWithoutIt() {
    PolicyInputs given = Given.nodes(1).job(0, 1, 100).profiled(5, 105).inputs();
    Recorder recorder = new Recorder(new Fixed(given.estimates()), new ArrayList<>());
    run(Policies.standard().named("qssf").orElseThrow(), given.withEstimator(() -> recorder));
    assertEquals(new Event(100, What.ENDED, 0), recorder.events().getLast());
    assertEquals(4, recorder.events().size());
  }

  @Test
  void everyTaskHasAnEstimatorOfItsOwn() {
    List<Recorder> made = new ArrayList<>();
    PolicyInputs inputs =
        twoClusters()
            .withEstimator(() -> {
              Recorder recorder =
                  new Recorder(new Fixed(new Estimates("", new double[4])), new ArrayList<>());
              made.add(recorder);
              return recorder;
            });
    List<Simulator.Task> tasks =
        Stream.of("fifo", "qssf", "qssf-easy")
            .map(name -> new Simulator.Task(Policies.standard().named(name).orElseThrow(), inputs))
            .toList();
    new Simulator(SimulationOptions.standard().withThreads(2)).run(tasks);
    assertEquals(2, made.size());
    made.forEach(recorder -> assertEquals(16, recorder.events().size()));
  }

  /** The only node is lent when job 1 comes, and nobody returns it. */
  @Test
  void jobsThatCanNeverStartAreReported() {
    PolicyInputs given = Given.nodes(1).job(0, 1, 10).job(50, 8, 10).loan(20, 1).inputs();
    ProfilingOutcome profiling = given.profiling();
    PolicyInputs inputs = given.withEstimator(() -> new Fixed(given.estimates()));
    Policy lender = new GivesNodesAway(profiling, Set.of(Need.ESTIMATES));
    assertEquals(
        "Policy gives-nodes-away, virtual cluster vc: 1 job waits in second 50, but it can"
            + " never start. Maybe it has too few nodes left.",
        assertThrows(InputProblem.class, () -> run(lender, inputs)).getMessage());
  }

  @Test
  void estimatorThatSaysNothingIsAFault() {
    PolicyInputs inputs =
        twoClusters()
            .withEstimator(() ->
                new Fixed(
                    new Estimates(
                        "", new double[] {Double.NaN, Double.NaN, Double.NaN, Double.NaN})));
    Policy qssf = Policies.standard().named("qssf").orElseThrow();
    assertThrows(IllegalStateException.class, () -> run(qssf, inputs));
  }
}
