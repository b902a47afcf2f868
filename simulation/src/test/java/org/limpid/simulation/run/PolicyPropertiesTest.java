package org.limpid.simulation.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.limpid.data.JobAttribute;
import org.limpid.data.Trace;
import org.limpid.data.VirtualCluster;
import org.limpid.simulation.given.RandomCase;
import org.limpid.simulation.given.TwoSinks;
import org.limpid.simulation.job.Conventions;
import org.limpid.simulation.job.PartitionJobs;
import org.limpid.simulation.loop.Partition;
import org.limpid.simulation.loop.PartitionEngine;
import org.limpid.simulation.policy.Need;
import org.limpid.simulation.policy.Policy;
import org.limpid.simulation.policy.PolicyInputs;
import org.limpid.simulation.policy.PreparedPolicy;
import org.limpid.simulation.policy.Semantics;
import org.limpid.simulation.policy.Semantics.Fix;
import org.limpid.simulation.policy.Settings;
import org.limpid.simulation.policy.lucid.LucidSettings;
import org.limpid.simulation.policy.lucid.SharingMode;
import org.limpid.simulation.policy.scaling.ScalingCost;
import org.limpid.simulation.resource.Nodes;
import org.limpid.simulation.resource.PlacementRule;
import org.limpid.simulation.sink.JobColumn;
import org.limpid.simulation.sink.JobRecorder;
import org.limpid.simulation.sink.JobRecords;
import org.limpid.simulation.sink.Outcomes;
import org.limpid.simulation.waiting.WaitAttribution;
import org.limpid.simulation.world.JobWork;

/** What holds for every policy, placement rule and semantics, on random clusters and traces. */
class PolicyPropertiesTest {
  private static final int CASES = RandomCase.count(6);
  private static final double ROUNDING = 1e-6;

  /** What every policy is run with. */
  record Setting(Policy policy, PlacementRule rule, Semantics semantics, SharingMode sharing) {
    PolicyInputs inputs(long seed) {
      return RandomCase.of(seed).withSemantics(semantics).with(LucidSettings.SHARING, sharing);
    }

    SimulationOptions options(int threads, int sampleSeconds) {
      return new SimulationOptions(rule, sampleSeconds, 5, threads);
    }

    PolicyResult run(long seed, int threads, int sampleSeconds) {
      return new Simulator(options(threads, sampleSeconds)).run(policy, inputs(seed));
    }

    /** What it costs a job to be preempted, seconds of work. */
    long preemptionSeconds(Partition partition, int job) {
      int gpus = partition.jobs().gpuCount(job);
      if (policy.about().settings().contains(ScalingCost.PERCENT)) {
        return ScalingCost.of(Settings.NONE, partition.nodes().gpuCount()).seconds(gpus);
      }
      return gpus > Conventions.LARGE_JOB_GPUS ? 60 : 40;
    }

    /** Whether jobs run on other numbers of GPUs than they ask for, and pay for each change. */
    boolean isElastic() {
      return policy.about().attributes(Settings.NONE).contains(JobAttribute.SCALING);
    }

    boolean shares() {
      return policy.needs().contains(Need.PROFILES);
    }

    @Override
    public String toString() {
      String mode = semantics.fixes().isEmpty() ? "reference" : "fixed";
      return "%s, %s, %s, %s".formatted(policy.name(), rule.label(), mode, sharing.label());
    }
  }

  static List<Setting> settings() {
    List<Semantics> semantics =
        List.of(
            Semantics.reference(),
            Semantics.standard(),
            Semantics.standard().with(Fix.PROFILED_WORK_COUNTS, true));
    List<Setting> settings = new ArrayList<>();
    for (Policy policy : Policies.standard().all()) {
      boolean shares = policy.name().startsWith("lucid");
      for (PlacementRule rule : PlacementRule.values()) {
        for (Semantics meaning : shares ? semantics : semantics.subList(0, 2)) {
          for (SharingMode mode :
              shares ? SharingMode.values() : new SharingMode[] {SharingMode.NEVER}) {
            settings.add(new Setting(policy, rule, meaning, mode));
          }
        }
      }
    }
    return settings;
  }

  @ParameterizedTest
  @MethodSource("settings")
  void everyJobDoesItsWorkOnceOnGpusOfItsOwn(Setting setting) {
    for (int seed = 0; seed < CASES; seed++) {
      PolicyInputs inputs = setting.inputs(seed);
      PreparedPolicy prepared = setting.policy().prepare(inputs);
      JobRecords simulated = setting.run(seed, 1, 60).jobs();
      List<VirtualCluster> clusters = inputs.cluster().virtualClusters();
      for (int index = 0; index < clusters.size(); index++) {
        audit(setting, inputs, prepared, simulated, clusters.get(index), index);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("settings")
  void causesSumToTheQueueingDelayAndRecordingChangesNothing(Setting setting) {
    for (int seed = 0; seed < CASES; seed++) {
      PolicyResult plain = setting.run(seed, 1, 60);
      PolicyResult explained =
          new Simulator(setting.options(1, 60).withExplained(true))
              .run(setting.policy(), setting.inputs(seed));
      JobRecords jobs = explained.jobs();
      assertArrayEquals(plain.jobs().startSeconds(), jobs.startSeconds());
      assertArrayEquals(plain.jobs().endSeconds(), jobs.endSeconds());
      assertArrayEquals(plain.jobs().allocations(), jobs.allocations());
      assertTrue(plain.decisions().isEmpty());
      WaitAttribution waits = WaitAttribution.of(explained.decisions(), jobs.size());
      for (int row = 0; row < jobs.size(); row++) {
        assertEquals(jobs.queueSeconds()[row], waits.total(row), "row " + row);
      }
    }
  }

  /** Runs one virtual cluster under an audit; the simulator must come to the same records. */
  private static void audit(
      Setting setting,
      PolicyInputs inputs,
      PreparedPolicy prepared,
      JobRecords simulated,
      VirtualCluster virtualCluster,
      int index) {
    Trace trace = inputs.trace();
    int[] rows =
        IntStream.range(0, trace.size())
            .filter(row -> trace.virtualCluster(row).equals(virtualCluster.name()))
            .toArray();
    PartitionJobs jobs = prepared.jobs(inputs, rows).estimatedBy(inputs.estimates()::seconds);
    IntToLongFunction work =
        job -> trace.durationSeconds(jobs.row(job)) - prepared.secondsDone(jobs.row(job));
    Partition partition =
        new Partition(
            jobs,
            new JobWork(work),
            new Nodes(prepared.nodeCount(virtualCluster, jobs), inputs.cluster().gpusPerNode()),
            setting.rule().placer(setting.options(1, 60).seed() + index),
            inputs.startSecond(),
            prepared.endDelaySeconds());
    Audit audit =
        new Audit(
            partition, inputs.startSecond(), prepared.endDelaySeconds(), setting.shares() ? 2 : 1);
    JobRecords records = JobRecords.empty(trace.size(), List.of());
    JobRecorder recorder =
        new JobRecorder(jobs, partition.state(), records, new Outcomes(trace.size()));
    partition.tellingTo(new TwoSinks(audit, recorder)).showingTruth();
    PartitionEngine.run(partition, prepared.scheduler(partition));
    audit.assertAllEnded();
    for (int job = 0; job < jobs.size(); job++) {
      int row = jobs.row(job);
      assertEquals(simulated.startSeconds()[row], records.startSeconds()[row]);
      assertEquals(simulated.endSeconds()[row], records.endSeconds()[row]);
      assertEquals(simulated.allocations()[row], records.allocations()[row]);
      if (records.startSeconds()[row] == JobRecords.NEVER_STARTED) {
        assertEquals(0, audit.work(job));
        continue;
      }
      double overhead =
          setting.isElastic()
              ? audit.changes(job)
              : records.preemptions()[row] * setting.preemptionSeconds(partition, job);
      double due = work.applyAsLong(job) + overhead;
      assertWorkDone(partition, job, due, setting.isElastic(), records, audit);
    }
  }

  /**
   * A job of rate 1 has done exactly its work, the cost of preemptions, and the seconds after its
   * end; a job that shared may overshoot by one second of its own speed.
   */
  private static void assertWorkDone(
      Partition partition,
      int job,
      double due,
      boolean isElastic,
      JobRecords records,
      Audit audit) {
    int row = partition.jobs().row(job);
    double done = audit.work(job);
    long arrival = partition.jobs().arrivalSeconds(job);
    boolean alone = audit.pairs() == 0 && !isElastic;
    if (alone) {
      assertEquals(due + audit.endDelay(), done);
      assertEquals(records.endSeconds()[row] - arrival, records.queueSeconds()[row] + done);
    }
    assertTrue(done >= due - ROUNDING, () -> "job %d did %s of %s".formatted(job, done, due));
    double most = due + (1 + audit.endDelay()) * audit.fastest(job) + ROUNDING;
    assertTrue(done < most, () -> "job %d did %s of %s".formatted(job, done, due));
    assertTrue(records.startSeconds()[row] >= arrival);
    double fastestRun = due / audit.fastest(job) - ROUNDING;
    assertTrue(records.endSeconds()[row] - records.startSeconds()[row] >= fastestRun);
  }

  @ParameterizedTest
  @MethodSource("settings")
  void recordsAreCompleteAndPlausible(Setting setting) {
    for (int seed = 0; seed < CASES; seed++) {
      PolicyInputs inputs = setting.inputs(seed);
      Trace trace = inputs.trace();
      JobRecords jobs = setting.run(seed, 1, 60).jobs();
      assertEquals(trace.size(), jobs.size());
      for (int row = 0; row < trace.size(); row++) {
        long start = jobs.startSeconds()[row];
        long end = jobs.endSeconds()[row];
        double shortest = trace.durationSeconds(row) / RandomCase.FASTEST;
        if (start == JobRecords.NEVER_STARTED) {
          assertEquals(trace.submitSeconds(row), end);
          continue;
        }
        boolean isFaster =
            setting.isElastic()
                || setting.semantics().has(Fix.PROFILED_WORK_COUNTS)
                || setting.policy().name().equals("limpid");
        assertTrue(start >= trace.submitSeconds(row));
        assertTrue(end > start);
        assertTrue(isFaster || end >= trace.submitSeconds(row) + shortest - ROUNDING);
        assertTrue(jobs.queueSeconds()[row] >= 0);
        assertTrue(
            setting.isElastic() || trace.gpuCount(row) == jobs.allocations()[row].gpuCount());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("settings")
  void threadsRepetitionAndSamplingChangeNothing(Setting setting) {
    for (int seed = 0; seed < Math.ceilDiv(CASES, 3); seed++) {
      PolicyResult expected = setting.run(seed, 1, 60);
      PolicyResult again = setting.run(seed, 3, 60);
      assertSameJobs(expected.jobs(), again.jobs());
      assertSameJobs(expected.jobs(), setting.run(seed, 1, 7).jobs());
      assertEquals(expected.cluster().size(), again.cluster().size());
      for (int sample = 0; sample < expected.cluster().size(); sample++) {
        assertEquals(expected.cluster().freeGpus(sample), again.cluster().freeGpus(sample));
        assertEquals(expected.cluster().utilOfAll(sample), again.cluster().utilOfAll(sample));
      }
    }
  }

  static void assertSameJobs(JobRecords expected, JobRecords actual) {
    assertArrayEquals(expected.startSeconds(), actual.startSeconds());
    assertArrayEquals(expected.endSeconds(), actual.endSeconds());
    assertArrayEquals(expected.queueSeconds(), actual.queueSeconds());
    assertArrayEquals(expected.preemptions(), actual.preemptions());
    assertArrayEquals(expected.allocations(), actual.allocations());
  }

  /** All policies as tasks of one run on several threads, against one by one. */
  @Test
  void policiesThatRunTogetherDoNotDisturbEachOther() {
    PolicyInputs inputs = RandomCase.of(3).with(LucidSettings.SHARING, SharingMode.ALWAYS);
    SimulationOptions options = SimulationOptions.standard();
    List<Simulator.Task> tasks =
        Policies.standard().all().stream()
            .map(policy -> new Simulator.Task(policy, inputs))
            .toList();
    List<PolicyResult> together = new Simulator(options.withThreads(4)).run(tasks);
    for (int i = 0; i < tasks.size(); i++) {
      PolicyResult alone = new Simulator(options.withThreads(1)).run(tasks.get(i).policy(), inputs);
      assertSameJobs(alone.jobs(), together.get(i).jobs());
    }
  }

  /** Else the properties of preemption, of pairs and of loans would hold for lack of any. */
  @Test
  void casesHoldPreemptionsPairsAndLoans() {
    int preemptions = 0;
    long shared = 0;
    int loans = 0;
    for (int seed = 0; seed < CASES; seed++) {
      PolicyInputs inputs = RandomCase.of(seed).with(LucidSettings.SHARING, SharingMode.ALWAYS);
      Simulator simulator = new Simulator(SimulationOptions.standard().withThreads(1));
      JobRecords srtf =
          simulator.run(Policies.standard().named("srtf").orElseThrow(), inputs).jobs();
      JobRecords lucid =
          simulator.run(Policies.standard().named("lucid").orElseThrow(), inputs).jobs();
      preemptions += IntStream.of(srtf.preemptions()).sum();
      shared += joined(lucid);
      loans += inputs.profiling().loans().size();
    }
    assertTrue(preemptions > CASES, preemptions + " preemptions");
    assertTrue(shared > CASES, shared + " jobs joined another one");
    assertTrue(loans > CASES, loans + " loans");
  }

  private static long joined(JobRecords lucid) {
    return lucid.extra().stream()
        .filter(column -> column.name().equals("colocated_at"))
        .flatMapToLong(column -> Arrays.stream(((JobColumn.Whole) column).values()))
        .filter(second -> second > 0)
        .count();
  }
}
