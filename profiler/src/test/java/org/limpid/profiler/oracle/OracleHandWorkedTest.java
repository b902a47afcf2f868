package org.limpid.profiler.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.limpid.data.ClusterDescription;
import org.limpid.data.Estimates;
import org.limpid.data.Forecast;
import org.limpid.data.PairProfile;
import org.limpid.data.ProfilerDescription;
import org.limpid.data.Profiles;
import org.limpid.data.Trace;
import org.limpid.data.VirtualCluster;
import org.limpid.data.Workload;
import org.limpid.data.WorkloadProfile;

/** Small cases whose results follow by hand from the reference's rules. */
class OracleHandWorkedTest {
  private static final Workload WORKLOAD = new Workload("ResNet18", "CIFAR-10", 32, false);
  private static final WorkloadProfile PROFILE = new WorkloadProfile(WORKLOAD, 1, 50, 25, 4000);
  private static final Profiles PROFILES =
      new Profiles(
          List.of(new Profiles.SingleProfile(PROFILE, 0)),
          List.of(new PairProfile(WORKLOAD, WORKLOAD, 0.5, 0.25, 80, 40, 8000)));

  private final Trace.Builder jobs = new Trace.Builder();

  private void submit(long second, int gpus, long duration) {
    jobs.add(
        new Trace.Job(
            jobs.size(), "user", "vc", "", gpus, 1, "COMPLETED", second, duration, PROFILE));
  }

  /** One virtual cluster that lends a node to a profiler of one node; all estimates are 100 s. */
  private OracleCase on(int nodes) {
    Trace trace = jobs.build();
    double[] estimates = IntStream.range(0, trace.size()).mapToDouble(i -> 100).toArray();
    return new OracleCase(
        new ClusterDescription(List.of(new VirtualCluster("vc", nodes)), 8, 96, 24_576),
        trace,
        1000,
        new Estimates("constant", estimates),
        Forecast.EMPTY,
        PROFILES,
        new ProfilerDescription(1, 200, 8, List.of(), "vc", 1),
        OraclePlacer.CONSOLIDATE,
        OracleReading.SPECIFICATION);
  }

  /** Placed at 1000 with 10 s left, advanced in 1001 .. 1010, found done in 1011. */
  @Test
  void preemptivePoliciesTakeOneMoreSecond() {
    submit(1000, 8, 10);
    assertEquals(1010, OracleExclusivePolicies.fifo(on(1)).end[0]);
    assertEquals(1011, OraclePreemptivePolicies.srtf(on(1)).end[0]);
  }

  /**
   * At 1005 the first job has 95 s left, the second 20 s. The first is preempted with 95 + 40 s;
   * the second runs until 1026, the first again from then to 1026 + 135 + 1.
   */
  @Test
  void preemptedJobPaysItsOverhead() {
    submit(1000, 8, 100);
    submit(1005, 8, 20);
    OracleResult result = OraclePreemptivePolicies.srtf(on(1));
    assertEquals(1026, result.end[1]);
    assertEquals(1162, result.end[0]);
    assertEquals(21, result.queue[0]);
    assertEquals(1, result.preemptions[0]);
  }

  /**
   * Without forecast sharing is on. Both jobs of 300 s outlive the profiler. The second joins at
   * 1000, too: newcomer at rate 0.5, partner at 0.25. The newcomer is advanced 600 times and ends
   * in 1601. The partner has by then been advanced 601 times, 149.75 s are left, and it goes on at
   * rate 1: advanced 150 times more, 1602 .. 1751, and found done in 1752.
   */
  @Test
  void partnerRecoversWhenTheNewcomerEnds() {
    submit(1000, 8, 300);
    submit(1000, 8, 300);
    OracleResult result = OracleLucid.run(on(2));
    assertEquals(1601, result.end[1]);
    assertEquals(false, result.exclusive[1]);
    assertEquals(0.5, result.rate[1]);
    assertEquals(1752, result.end[0]);
    assertEquals(1601, result.delocated[0]);
    assertEquals(result.nodes[0], result.nodes[1]);
  }

  /**
   * The first loan, at 1000, finds no idle node, because job 0 holds both until 6001. The profiler
   * works off its jobs of 50 s in pairs until 1301 and returns the node at 1400. The artifact adds
   * it to a cluster that never gave one, and job 13, submitted at 1450, starts there at once.
   */
  @Test
  void returnAfterFailedFirstLoanAddsNodeInTheArtifact() {
    submit(1000, 16, 5000);
    IntStream.range(0, 12).forEach(i -> submit(1000, 8, 50));
    submit(1450, 8, 300);
    OracleResult specified = OracleLucid.run(on(2));
    OracleResult artifact = OracleLucid.run(on(2).withReading(OracleReading.ARTIFACT));
    assertEquals(
        List.of(new OracleResult.Change(1000, 1), new OracleResult.Change(1400, -1)),
        specified.profilerChanges);
    assertEquals(6001, specified.start[13]);
    assertEquals(1450, artifact.start[13]);
    assertEquals("[{9999: [0, 1, 2, 3, 4, 5, 6, 7]}]", artifact.nodes[13]);
  }
}
