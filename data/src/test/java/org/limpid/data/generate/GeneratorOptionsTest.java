package org.limpid.data.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.limpid.data.ClusterDescription;
import org.limpid.data.ProfilerChoice;
import org.limpid.data.VirtualCluster;

final class GeneratorOptionsTest {
  /** What the generator makes, readers take: 135 nodes for 918 jobs a day, a million at most. */
  @Test
  void clustersBeyondAllReadersAreRefused() {
    GeneratorOptions options = GeneratorOptions.defaults();
    List<VirtualCluster> large = List.of(new VirtualCluster("a", 600_000));
    assertEquals(large, options.withVirtualClusters(large).virtualClusters());
    List<VirtualCluster> larger = List.of(large.getFirst(), new VirtualCluster("b", 400_001));
    assertThrows(IllegalArgumentException.class, () -> options.withVirtualClusters(larger));
    GeneratorOptions aDay = options.withDays(1);
    assertThrows(IllegalArgumentException.class, () -> aDay.withJobs(10_000_000));
  }

  @Test
  void defaultsHaveTheSizeOfVenus() {
    GeneratorOptions options = GeneratorOptions.defaults();
    ClusterModel clusters = ClusterModel.of(options);
    assertEquals(23_859, options.jobs());
    assertEquals(26, options.days());
    assertEquals(15, clusters.size());
    assertEquals(135, clusters.description().nodeCount());
    assertEquals(118, options.userCount(clusters.size()));
  }

  @Test
  void clustersAndUsersGrowWithTheJobsPerDay() {
    GeneratorOptions tenfold = GeneratorOptions.defaults().withJobs(238_590);
    ClusterModel clusters = ClusterModel.of(tenfold);
    assertEquals(1_350, clusters.description().nodeCount());
    assertEquals(150, clusters.size());
    assertEquals(1_180, tenfold.userCount(clusters.size()));
    assertEquals(135, ClusterModel.of(tenfold.withDays(260)).description().nodeCount());
  }

  @Test
  void smallTracesKeepOneNode() {
    ClusterModel clusters = ClusterModel.of(GeneratorOptions.defaults().withJobs(1));
    assertEquals(1, clusters.description().nodeCount());
  }

  @Test
  void reportsAllProblemsAtOnce() {
    List<VirtualCluster> clusters =
        List.of(
            new VirtualCluster("a", 1), new VirtualCluster("a", 2), new VirtualCluster("b,c", 1));
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> new GeneratorOptions(0, 0, 0, clusters, -1, 2, 1))
            .getMessage();
    for (String part :
        List.of("jobs", "days", "historyDays", "users", "load", "twice", "\"b,c\"")) {
      assertTrue(message.contains(part), message);
    }
  }

  @Test
  void profilerTakesTheLargestAndTheNextLends() {
    var profiler =
        ProfilerChoice.of(ClusterModel.of(GeneratorOptions.defaults()).description(), name -> 0)
            .orElseThrow();
    assertEquals(List.of("vc06", "vc03"), profiler.takenFrom());
    assertEquals("vc01", profiler.lender());
    assertEquals(8, profiler.maxGpuCount());
  }

  @Test
  void profilerMakesDoWithLittle() {
    assertTrue(ProfilerChoice.of(cluster(1), name -> 0).isEmpty());
    var one = ProfilerChoice.of(cluster(2), name -> 0).orElseThrow();
    assertEquals(1, one.nodeCount());
    assertEquals(0, one.loanNodes());
    assertEquals(8, one.maxGpuCount());
    assertEquals(1, ProfilerChoice.of(cluster(2, 3), name -> 0).orElseThrow().loanNodes());
  }

  private static ClusterDescription cluster(int... nodes) {
    List<VirtualCluster> clusters =
        IntStream.range(0, nodes.length)
            .mapToObj(i -> new VirtualCluster("vc" + i, nodes[i]))
            .toList();
    return ClusterModel.of(GeneratorOptions.defaults().withVirtualClusters(clusters)).description();
  }
}
