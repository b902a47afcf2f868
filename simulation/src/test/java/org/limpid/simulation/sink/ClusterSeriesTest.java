package org.limpid.simulation.sink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limpid.data.ClusterDescription;
import org.limpid.data.Trace;
import org.limpid.data.VirtualCluster;
import org.limpid.data.WorkloadProfile;
import org.limpid.simulation.given.Given;
import org.limpid.simulation.given.ProfilingGiven;
import org.limpid.simulation.given.RandomCase;
import org.limpid.simulation.given.Workloads;
import org.limpid.simulation.policy.PolicyInputs;
import org.limpid.simulation.policy.lucid.LucidSettings;
import org.limpid.simulation.policy.lucid.SharingMode;
import org.limpid.simulation.resource.PlacementRule;
import org.limpid.simulation.run.Policies;
import org.limpid.simulation.run.PolicyResult;
import org.limpid.simulation.run.SimulationOptions;
import org.limpid.simulation.run.Simulator;

class ClusterSeriesTest {
  private static final double ROUNDING = 1e-9;
  private static final WorkloadProfile LSTM = Workloads.profile("LSTM", 3000);

  private static PolicyResult run(String policy, PolicyInputs inputs, int sampleSeconds) {
    return new Simulator(new SimulationOptions(PlacementRule.CONSOLIDATE, sampleSeconds, 0, 1))
        .run(Policies.standard().named(policy).orElseThrow(), inputs);
  }

  /** Nothing profiled and nothing lent, so that records tell all. */
  private static PolicyInputs withoutProfiler(long seed) {
    PolicyInputs inputs = RandomCase.of(seed);
    return inputs
        .withProfiling(new ProfilingGiven().outcome(inputs.trace(), null))
        .with(LucidSettings.SHARING, SharingMode.ALWAYS);
  }

  @ParameterizedTest
  @CsvSource({
    "fifo, 1",
    "fifo, 60",
    "fifo-backfill, 7",
    "sjf, 60",
    "qssf-easy, 13",
    "lucid, 1",
    "lucid, 60",
    "lucid-backfill, 10"
  })
  void equalsRecountFromTheRecords(String policy, int sampleSeconds) {
    int shared = 0;
    for (int seed = 0; seed < RandomCase.count(sampleSeconds == 1 ? 2 : 12); seed++) {
      PolicyInputs inputs = withoutProfiler(seed);
      PolicyResult result = run(policy, inputs, sampleSeconds);
      UsageModel usage = new UsageModel(inputs.trace(), inputs.profiles(), true);
      for (int sample = 0; sample < result.cluster().size(); sample++) {
        long second = result.cluster().seconds(sample);
        var expected = new NaiveSample(inputs.trace(), result.jobs(), usage, second);
        assertSample(expected, inputs.cluster(), result.cluster(), sample);
        shared += expected.nodesWithMoreJobs;
      }
    }
    assertTrue(shared > 0);
  }

  private static void assertSample(
      NaiveSample expected, ClusterDescription cluster, ClusterSeries actual, int sample) {
    String message = "second " + actual.seconds(sample);
    int gpus = cluster.gpuCount();
    int busy = expected.busyGpus;
    assertEquals(cluster.nodeCount(), actual.nodes(sample), message);
    assertEquals(gpus, actual.gpus(sample), message);
    assertEquals(gpus - busy, actual.freeGpus(sample), message);
    assertEquals((double) busy / gpus, actual.gpusInUse(sample), message);
    assertEquals(expected.runningJobs, actual.runningJobs(sample), message);
    assertEquals(expected.pendingJobs, actual.pendingJobs(sample), message);
    assertEquals(expected.pendingSmallJobs, actual.pendingSmallJobs(sample), message);
    assertEquals(expected.pendingGpus, actual.pendingGpus(sample), message);
    assertEquals(expected.nodesWithOneJob, actual.nodesWithOneJob(sample), message);
    assertEquals(expected.nodesWithMoreJobs, actual.nodesWithMoreJobs(sample), message);
    double util = expected.utilPercent / 100;
    assertEquals(util / gpus, actual.utilOfAll(sample), ROUNDING, message);
    assertEquals(expected.memoryMib / gpus, actual.memoryOfAll(sample), 1e-6, message);
    assertEquals(busy == 0 ? 0 : util / busy, actual.utilOfBusy(sample), ROUNDING, message);
    assertEquals(
        busy == 0 ? 0 : expected.memoryMib / busy, actual.memoryOfBusy(sample), 1e-6, message);
  }

  /**
   * Samples at 60 and 120: the job of "a" has ended at 90, long before the last one of "b"; "c" has
   * no jobs at all, but nodes.
   */
  @Test
  void partitionsThatAreDoneCountAsIdle() {
    Trace trace = new Trace.Builder().add(job(0, "a", 40, 50)).add(job(1, "b", 45, 200)).build();
    List<VirtualCluster> clusters =
        List.of(new VirtualCluster("a", 1), new VirtualCluster("b", 1), new VirtualCluster("c", 2));
    PolicyInputs inputs = PolicyInputs.of(new ClusterDescription(clusters, 8, 96, 1000), trace, 30);
    ClusterSeries series = run("fifo", inputs, 60).cluster();
    assertEquals(4, series.size());
    assertEquals(60, series.seconds(0));
    assertEquals(32, series.gpus(0));
    assertEquals(24, series.freeGpus(0));
    assertEquals(2, series.runningJobs(0));
    assertEquals(28, series.freeGpus(1));
    assertEquals(1, series.runningJobs(1));
    assertEquals(240, series.seconds(3));
    assertEquals(1, series.runningJobs(3));
  }

  /**
   * A job of 40,000,000 s asks for 666,667 samples at one a minute; the least of 60, 120, 300, ...
   * that keeps to 300,000 is 300 s. The short jobs lie between samples, at one and across one.
   */
  @Test
  void samplesOfLongRunsLieFurtherApart() {
    Trace trace =
        new Trace.Builder()
            .add(job(0, "a", 40, 40_000_000))
            .add(job(1, "b", 310, 200))
            .add(job(2, "b", 550, 50))
            .add(job(3, "b", 880, 60))
            .build();
    List<VirtualCluster> clusters = List.of(new VirtualCluster("a", 1), new VirtualCluster("b", 1));
    PolicyInputs inputs = PolicyInputs.of(new ClusterDescription(clusters, 8, 96, 1000), trace, 30);
    PolicyResult result = run("fifo", inputs, 60);
    ClusterSeries series = result.cluster();
    assertEquals(300, series.intervalSeconds());
    assertEquals(40_000_040 / 300, series.size());
    UsageModel usage = new UsageModel(trace, inputs.profiles(), true);
    for (int sample = 0; sample < 6; sample++) {
      long second = 300L * (sample + 1);
      assertEquals(second, series.seconds(sample));
      var expected = new NaiveSample(trace, result.jobs(), usage, second);
      assertSample(expected, inputs.cluster(), series, sample);
    }
    assertEquals(2, series.runningJobs(2));
    assertEquals(60, run("fifo", withoutProfiler(1), 60).cluster().intervalSeconds());
  }

  /** The longest runs there are: 300 years a job, one after the other. */
  @ParameterizedTest
  @CsvSource({"1", "60", "86400", "2147483647"})
  void samplesAreBoundedWhateverTheSpan(int sampleSeconds) {
    Trace.Builder trace = new Trace.Builder();
    for (int i = 0; i < 20; i++) {
      trace.add(new Trace.Job(i, "user", "a", "", 8, 4, "X", 40, 10_000_000_000L, null));
    }
    List<VirtualCluster> clusters = List.of(new VirtualCluster("a", 1));
    PolicyInputs inputs =
        PolicyInputs.of(new ClusterDescription(clusters, 8, 96, 1000), trace.build(), 30);
    ClusterSeries series = run("fifo", inputs, sampleSeconds).cluster();
    assertTrue(series.size() <= ClusterSeries.MOST_SAMPLES, series.size() + " samples");
    assertEquals(0, series.intervalSeconds() % sampleSeconds);
  }

  private static Trace.Job job(long id, String virtualCluster, long submit, long duration) {
    return new Trace.Job(id, "user", virtualCluster, "", 4, 4, "COMPLETED", submit, duration, null);
  }

  /**
   * Under SRTF job 1 preempts job 0 at 5 and ends at 25: at 0 job 0 runs, at 10 and 20 job 1, and
   * job 0 waits; at 30 job 0 runs again, and ends at 160.
   */
  @Test
  void preemptedJobsCountAsPending() {
    PolicyInputs inputs = Given.nodes(1).job(0, 8, 100).job(5, 4, 20).inputs();
    ClusterSeries series = run("srtf", inputs, 10).cluster();
    assertEquals(17, series.size());
    assertEquals(List.of(0, 4, 4, 0), firstFour(series::freeGpus));
    assertEquals(List.of(0, 1, 1, 0), firstFour(series::pendingJobs));
    assertEquals(List.of(0, 8, 8, 0), firstFour(sample -> (int) series.pendingGpus(sample)));
    assertEquals(0, series.runningJobs(16));
  }

  private static List<Integer> firstFour(IntFunction<Integer> value) {
    return IntStream.range(0, 4).mapToObj(value).toList();
  }

  /** One of two nodes is lent from 100 to 1000, while a job runs from 0 to 2000. */
  @Test
  void lentNodesAreLeftOut() {
    PolicyInputs inputs =
        Given.nodes(2)
            .profiles(Workloads.light(List.of(LSTM)))
            .job(0, 8, 2000, 2000, LSTM)
            .loan(100, 1)
            .loan(1000, -1)
            .inputs();
    ClusterSeries series = run("lucid", inputs, 500).cluster();
    assertEquals(List.of(2, 1, 2, 2), firstFour(series::nodes));
    assertEquals(List.of(16, 8, 16, 16), firstFour(series::gpus));
    assertEquals(List.of(8, 0, 8, 8), firstFour(series::freeGpus));
    assertEquals(0.25, series.utilOfAll(0), ROUNDING);
    assertEquals(0.5, series.utilOfAll(1), ROUNDING);
    assertEquals(0.5, series.utilOfBusy(0), ROUNDING);
    assertEquals(3000, series.memoryOfAll(1), ROUNDING);
  }

  @Test
  void runThatEndsBeforeItsFirstSampleHasNone() {
    PolicyInputs inputs =
        PolicyInputs.of(
            new ClusterDescription(List.of(new VirtualCluster("a", 1)), 8, 96, 1000),
            new Trace.Builder().add(job(0, "a", 40, 15)).build(),
            30);
    assertEquals(0, run("fifo", inputs, 60).cluster().size());
  }
}
