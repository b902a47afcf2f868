package org.limpid.simulation.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.limpid.data.Estimates;
import org.limpid.data.Forecast;
import org.limpid.data.JobAttribute;
import org.limpid.data.Trace;
import org.limpid.simulation.given.EditedCase;
import org.limpid.simulation.given.Given;
import org.limpid.simulation.given.HostCase;
import org.limpid.simulation.given.RandomCase;
import org.limpid.simulation.loop.Scheduler;
import org.limpid.simulation.policy.HostResources;
import org.limpid.simulation.policy.Need;
import org.limpid.simulation.policy.NodeChange;
import org.limpid.simulation.policy.Policy;
import org.limpid.simulation.policy.PolicyDescription;
import org.limpid.simulation.policy.PolicyInputs;
import org.limpid.simulation.policy.PreparedPolicy;
import org.limpid.simulation.policy.ProfilingOutcome;
import org.limpid.simulation.policy.Semantics;
import org.limpid.simulation.policy.lucid.LucidSettings;
import org.limpid.simulation.policy.lucid.SharingMode;
import org.limpid.simulation.resource.PlacementRule;
import org.limpid.simulation.sink.JobColumn;
import org.limpid.simulation.sink.JobRecords;

/** A changed run that goes on from a snapshot is the changed run from the start. */
class RerunTest {
  private static final int CASES = RandomCase.count(8);
  private static final int CASES_WITH_HOSTS = 2;
  private static final long SNAPSHOT_SECONDS = 400;

  static final List<String> ALL_POLICIES = Policies.standard().names();

  /** Every kind of change, by name. */
  private static final Map<String, BiFunction<PolicyInputs, SplittableRandom, PolicyInputs>> KINDS =
      kinds();

  private static Map<String, BiFunction<PolicyInputs, SplittableRandom, PolicyInputs>> kinds() {
    Map<String, BiFunction<PolicyInputs, SplittableRandom, PolicyInputs>> kinds = new TreeMap<>();
    kinds.put("nothing", (inputs, random) -> inputs);
    kinds.put("duration", (inputs, random) -> job(inputs, random, RerunTest::longer));
    kinds.put("GPUs", (inputs, random) -> job(inputs, random, RerunTest::onOneGpu));
    kinds.put("submission", (inputs, random) -> job(inputs, random, RerunTest::later));
    kinds.put("virtual cluster", RerunTest::moved);
    kinds.put(
        "removal", (inputs, random) -> EditedCase.without(inputs, late(inputs.trace(), random)));
    kinds.put("estimate", RerunTest::otherEstimate);
    kinds.put("more nodes", (inputs, random) -> EditedCase.withNodes(inputs, 0, 1));
    kinds.put("nodes come", (inputs, random) -> nodes(inputs, random, 2));
    kinds.put("a node goes", (inputs, random) -> nodes(lessLoaded(inputs), random, -1));
    kinds.put("all jobs of the lender", (inputs, random) -> without(inputs, "vc0"));
    kinds.put("sharing", (inputs, random) -> inputs.with(LucidSettings.SHARING, SharingMode.NEVER));
    kinds.put("forecast", RerunTest::otherForecast);
    kinds.put("loans", RerunTest::otherLoans);
    return kinds;
  }

  /** A job of the last third, so that something is left to resume from. */
  private static int late(Trace trace, SplittableRandom random) {
    return trace.size() - 1 - random.nextInt(Math.max(1, trace.size() / 3));
  }

  private static PolicyInputs job(
      PolicyInputs inputs, SplittableRandom random, UnaryOperator<Trace.Job> change) {
    return EditedCase.changed(inputs, late(inputs.trace(), random), change);
  }

  private static Trace.Job longer(Trace.Job job) {
    return with(job, job.virtualCluster(), job.gpuCount(), 0, job.durationSeconds() + 777);
  }

  private static Trace.Job onOneGpu(Trace.Job job) {
    return with(job, job.virtualCluster(), 1, 0, job.durationSeconds());
  }

  private static Trace.Job ofAnotherModel(Trace.Job job) {
    boolean isOfPictures =
        job.attributes().has(JobAttribute.SENSITIVITY)
            && job.attributes().text(JobAttribute.SENSITIVITY).equals("pictures");
    String other = isOfPictures ? "words" : "pictures";
    return job.with(job.attributes().with(JobAttribute.SENSITIVITY, other));
  }

  private static Trace.Job later(Trace.Job job) {
    return with(job, job.virtualCluster(), job.gpuCount(), 250, job.durationSeconds());
  }

  private static PolicyInputs moved(PolicyInputs inputs, SplittableRandom random) {
    return job(inputs, random, job -> with(job, "vc0", 1, 0, job.durationSeconds()));
  }

  private static Trace.Job with(
      Trace.Job job, String virtualCluster, int gpus, long later, long duration) {
    return job.copiedTo(job.id(), job.submitSeconds() + later).with(virtualCluster, gpus, duration);
  }

  private static PolicyInputs otherEstimate(PolicyInputs inputs, SplittableRandom random) {
    int changed = late(inputs.trace(), random);
    double[] seconds = new double[inputs.trace().size()];
    for (int row = 0; row < seconds.length; row++) {
      seconds[row] = inputs.estimates().seconds(row) * (row == changed ? 0.01 : 1);
    }
    return inputs.withEstimates(new Estimates("changed", seconds));
  }

  private static PolicyInputs nodes(PolicyInputs inputs, SplittableRandom random, int count) {
    long second = inputs.trace().submitSeconds(late(inputs.trace(), random));
    return inputs.withNodeChanges(List.of(new NodeChange("vc0", second, count)));
  }

  /** So that a node can go: every job fits one node. */
  private static PolicyInputs lessLoaded(PolicyInputs inputs) {
    return EditedCase.withNodes(inputs, 0, 1);
  }

  /** A virtual cluster is left without jobs. */
  private static PolicyInputs without(PolicyInputs inputs, String virtualCluster) {
    PolicyInputs left = inputs;
    for (int row = inputs.trace().size() - 1; row >= 0; row--) {
      if (inputs.trace().virtualCluster(row).equals(virtualCluster)) {
        left = EditedCase.without(left, row);
      }
    }
    return left;
  }

  private static PolicyInputs otherForecast(PolicyInputs inputs, SplittableRandom random) {
    Forecast old = inputs.forecast();
    long[] seconds = new long[old.size()];
    double[] jobs = new double[old.size()];
    double[] gpus = new double[old.size()];
    for (int row = 0; row < old.size(); row++) {
      seconds[row] = old.seconds(row);
      jobs[row] = row > old.size() / 2 ? 4 - old.jobs(row) : old.jobs(row);
      gpus[row] = old.gpus(row);
    }
    return inputs.withForecast(new Forecast(seconds, jobs, gpus));
  }

  private static PolicyInputs otherLoans(PolicyInputs inputs, SplittableRandom random) {
    ProfilingOutcome old = inputs.profiling();
    List<ProfilingOutcome.Loan> loans = new ArrayList<>(old.loans());
    if (!loans.isEmpty()) {
      loans.removeLast();
    }
    return inputs.withProfiling(
        new ProfilingOutcome(
            old.profiled(),
            old.finished(),
            old.startSeconds(),
            old.endSeconds(),
            old.queueSeconds(),
            old.allocations(),
            loans,
            old.nodesTaken(),
            old.lender()));
  }

  @ParameterizedTest
  @FieldSource("ALL_POLICIES")
  void resumedIsTheSameAsFromTheStart(String name) {
    Policy policy = Policies.standard().named(name).orElseThrow();
    long resumed = 0;
    for (int seed = 0; seed < CASES; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      PlacementRule rule = PlacementRule.values()[seed % PlacementRule.values().length];
      SimulationOptions options =
          new SimulationOptions(rule, 60, seed, 1).withSnapshotSeconds(SNAPSHOT_SECONDS);
      PolicyInputs inputs =
          RandomCase.of(seed)
              .with(
                  LucidSettings.SHARING, seed % 3 == 0 ? SharingMode.PREDICTED : SharingMode.ALWAYS)
              .withSemantics(seed % 2 == 0 ? Semantics.standard() : Semantics.reference());
      PolicyResult before = new Simulator(options).run(policy, inputs);
      Rerun rerun =
          new Rerun(new Simulator.Task(policy, inputs), before.jobs(), before.snapshots(), options);
      for (String kind : KINDS.keySet()) {
        if (name.equals("ideal") && kind.equals("a node goes")) {
          continue; // The ideal cluster has exactly as many nodes as it needs.
        }
        PolicyInputs changed = KINDS.get(kind).apply(inputs, random);
        if (lacks(policy, Need.DEADLINES, JobAttribute.DEADLINE, changed)
            || lacks(policy, Need.TIME_LIMITS, JobAttribute.TIME_LIMIT, changed)) {
          continue;
        }
        JobRecords expected = new Simulator(options).run(policy, changed).jobs();
        Rerun.Result actual = rerun.run(new Simulator.Task(policy, changed));
        assertSame(expected, actual.jobs(), kind + " of " + name + ", seed " + seed);
        resumed +=
            actual.resumptions().stream().filter(each -> each.resumedFrom().isPresent()).count();
      }
    }
    assertTrue(resumed > CASES, "only " + resumed + " resumed");
  }

  static final List<HostResources> HOST_RULES = SnapshotsTest.HOST_RULES;

  @ParameterizedTest
  @FieldSource("HOST_RULES")
  void resumedWithCpusAndMemoryIsTheSameAsFromTheStart(HostResources rule) {
    long resumed = 0;
    for (Policy policy : Policies.standard().all()) {
      for (int seed = 0; seed < CASES_WITH_HOSTS; seed++) {
        SplittableRandom random = new SplittableRandom(seed);
        SimulationOptions options =
            SimulationOptions.standard().withThreads(1).withSnapshotSeconds(SNAPSHOT_SECONDS);
        PolicyInputs inputs = HostCase.drawn(seed, rule);
        PolicyResult before = new Simulator(options).run(policy, inputs);
        Simulator.Task task = new Simulator.Task(policy, inputs);
        Rerun rerun = new Rerun(task, before.jobs(), before.snapshots(), options);
        Rerun fromStart = new Rerun(task, before.jobs(), Snapshots.NONE, options);
        List<PolicyInputs> changes = new ArrayList<>();
        changes.add(job(inputs, random, RerunTest::ofAnotherModel));
        for (String kind : List.of("duration", "GPUs", "nodes come")) {
          changes.add(KINDS.get(kind).apply(inputs, random));
        }
        for (PolicyInputs change : changes) {
          Simulator.Task changed = new Simulator.Task(policy, change);
          String message =
              "change %d of %s, seed %d".formatted(changes.indexOf(change), policy.name(), seed);
          Rerun.Result actual = rerun.run(changed);
          assertSame(fromStart.run(changed).jobs(), actual.jobs(), message);
          JobRecords whole = new Simulator(options).run(policy, changed.inputs()).jobs();
          assertArrayEquals(whole.endSeconds(), actual.jobs().endSeconds(), message);
          resumed +=
              actual.resumptions().stream().filter(each -> each.resumedFrom().isPresent()).count();
        }
      }
    }
    assertTrue(resumed > 100, "only " + resumed + " resumed");
  }

  private static boolean lacks(
      Policy policy, Need need, JobAttribute attribute, PolicyInputs inputs) {
    return policy.needs().contains(need) && !inputs.trace().optional().has(attribute);
  }

  private static void assertSame(JobRecords expected, JobRecords actual, String message) {
    assertArrayEquals(expected.startSeconds(), actual.startSeconds(), message);
    assertArrayEquals(expected.endSeconds(), actual.endSeconds(), message);
    assertArrayEquals(expected.queueSeconds(), actual.queueSeconds(), message);
    assertArrayEquals(expected.preemptions(), actual.preemptions(), message);
    assertArrayEquals(expected.allocations(), actual.allocations(), message);
    for (int column = 0; column < expected.extra().size(); column++) {
      switch (expected.extra().get(column)) {
        case JobColumn.Whole(var name, var values) ->
            assertArrayEquals(
                values, ((JobColumn.Whole) actual.extra().get(column)).values(), message + name);
        case JobColumn.Decimal(var name, var values) ->
            assertArrayEquals(
                values, ((JobColumn.Decimal) actual.extra().get(column)).values(), message + name);
      }
    }
  }

  @Test
  void anotherPolicyRunsFromTheStart() {
    PolicyInputs inputs = RandomCase.of(1);
    SimulationOptions options =
        SimulationOptions.standard().withThreads(1).withSnapshotSeconds(SNAPSHOT_SECONDS);
    Policy fifo = Policies.standard().named("fifo").orElseThrow();
    Policy easy = Policies.standard().named("fifo-easy").orElseThrow();
    PolicyResult before = new Simulator(options).run(fifo, inputs);
    Rerun rerun =
        new Rerun(new Simulator.Task(fifo, inputs), before.jobs(), before.snapshots(), options);
    Rerun.Result result = rerun.run(new Simulator.Task(easy, inputs));
    assertSame(new Simulator(options).run(easy, inputs).jobs(), result.jobs(), "easy");
    assertTrue(
        result.resumptions().stream().allMatch(each -> each.resumedFrom().isEmpty()),
        result.resumptions().toString());
  }

  /** A policy that can't save its state, here FIFO in disguise. */
  private record Forgetful(Policy policy) implements Policy {
    @Override
    public PolicyDescription about() {
      return PolicyDescription.of("forgetful", "can't be resumed");
    }

    @Override
    public PreparedPolicy prepare(PolicyInputs inputs) {
      PreparedPolicy prepared = policy.prepare(inputs);
      return partition -> {
        Scheduler scheduler = prepared.scheduler(partition);
        return new Scheduler() {
          @Override
          public void arrived(int job) {
            scheduler.arrived(job);
          }

          @Override
          public void ended(int job) {
            scheduler.ended(job);
          }

          @Override
          public void schedule() {
            scheduler.schedule();
          }
        };
      };
    }
  }

  @Test
  void aPolicyThatCanNotSaveItsStateRunsFromTheStartWhereSomethingChanges() {
    Policy forgetful = new Forgetful(Policies.standard().named("fifo").orElseThrow());
    PolicyInputs inputs = RandomCase.of(6);
    PolicyInputs changed = EditedCase.without(inputs, inputs.trace().size() - 1);
    SimulationOptions options =
        SimulationOptions.standard().withThreads(1).withSnapshotSeconds(SNAPSHOT_SECONDS);
    PolicyResult before = new Simulator(options).run(forgetful, inputs);
    assertTrue(before.snapshots().isEmpty());
    Rerun.Result result =
        new Rerun(new Simulator.Task(forgetful, inputs), before.jobs(), before.snapshots(), options)
            .run(new Simulator.Task(forgetful, changed));
    assertSame(new Simulator(options).run(forgetful, changed).jobs(), result.jobs(), "forgetful");
    assertEquals(1, result.resumptions().size());
    assertTrue(result.resumptions().getFirst().resumedFrom().isEmpty());
  }

  /**
   * One node. Job 0 holds it from 0 to 1000, job 1 from 1000 to 1300, job 2 waits from 1100 to
   * 1300. A snapshot is due at 500, but nothing happens before the second 1000, so it tells of all
   * events up to 1000, and the second 1001 is the first that it knows nothing of. Job 2 then needs
   * 50 s in place of 100 s, which changes nothing before its submission in second 1100.
   */
  @Test
  void goesOnFromTheLastSnapshotBeforeTheChange() {
    PolicyInputs inputs =
        Given.nodes(1).job(0, 8, 1000).job(500, 8, 300).job(1100, 8, 100).inputs();
    PolicyInputs changed =
        Given.nodes(1).job(0, 8, 1000).job(500, 8, 300).job(1100, 8, 50).inputs();
    SimulationOptions options =
        SimulationOptions.standard().withThreads(1).withSnapshotSeconds(700);
    Policy fifo = Policies.standard().named("fifo").orElseThrow();
    PolicyResult before = new Simulator(options).run(fifo, inputs);
    assertEquals(2, before.snapshots().byVirtualCluster().get("vc").size());
    Rerun.Result result =
        new Rerun(new Simulator.Task(fifo, inputs), before.jobs(), before.snapshots(), options)
            .run(new Simulator.Task(fifo, changed));
    assertEquals(
        List.of(new Rerun.Resumption("vc", 1100, OptionalLong.of(1001))), result.resumptions());
    assertArrayEquals(Given.seconds(0, 1000, 1300), result.jobs().startSeconds());
    assertArrayEquals(Given.seconds(1000, 1300, 1350), result.jobs().endSeconds());
  }

  @Test
  void nodesComeAndGoInTheSecondThatIsSaid() {
    // Node 0 is busy until 1000. Job 1 waits from 10 on for the node that comes at 300. The node of
    // job 0 goes in second 1000, when it is idle; so job 2 waits for the other one until 1300.
    PolicyInputs inputs =
        Given.nodes(1)
            .job(0, 8, 1000)
            .job(10, 8, 1000)
            .job(20, 8, 100)
            .inputs()
            .withNodeChanges(List.of(new NodeChange("vc", 300, 1), new NodeChange("vc", 400, -1)));
    JobRecords jobs =
        new Simulator(SimulationOptions.standard().withThreads(1))
            .run(Policies.standard().named("fifo").orElseThrow(), inputs)
            .jobs();
    assertArrayEquals(Given.seconds(0, 300, 1300), jobs.startSeconds());
    assertEquals("1:0+1+2+3+4+5+6+7", jobs.allocations()[2].toString());
  }
}
