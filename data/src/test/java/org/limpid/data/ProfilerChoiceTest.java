package org.limpid.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProfilerChoiceTest {
  private static final ClusterDescription CLUSTER =
      new ClusterDescription(
          List.of(
              new VirtualCluster("a", 3),
              new VirtualCluster("b", 5),
              new VirtualCluster("c", 4),
              new VirtualCluster("d", 1)),
          8,
          96,
          24_576);

  /** Nodes 5, 4, 3: the two largest give a node each, the third lends. */
  @Test
  void largestGiveAndNextLends() {
    ProfilerDescription chosen = ProfilerChoice.of(CLUSTER, name -> 1).orElseThrow();
    assertEquals(new ProfilerDescription(2, 200, 4, List.of("b", "c"), "a", 1), chosen);
  }

  /** b has 40 GPUs and a job of 40: it can't spare a node. */
  @Test
  void whoNeedsAllNodesGivesNone() {
    Map<String, Integer> largest = Map.of("a", 16, "b", 40, "c", 24, "d", 8);
    ProfilerDescription chosen = ProfilerChoice.of(CLUSTER, largest::get).orElseThrow();
    assertEquals(List.of("c"), chosen.takenFrom());
    assertEquals("a", chosen.lender());
  }

  @Test
  void withoutSparableNodesThereIsNone() {
    assertEquals(Optional.empty(), ProfilerChoice.of(CLUSTER, name -> 100));
  }

  /** 270 nodes want 4: of its 200 the large one gives 3, of its 60 the other one 1. */
  @Test
  void largeOnesGiveMoreWhereThereAreFew() {
    ClusterDescription few = cluster(200, 60, 10);
    ProfilerDescription chosen = ProfilerChoice.of(few, name -> 1).orElseThrow();
    assertEquals(
        new ProfilerDescription(4, 200, 2, List.of("vc0", "vc1", "vc0", "vc0"), "vc2", 1), chosen);
  }

  /** 2 of every 135 nodes, all of the same one, which is named once. */
  @Test
  void onlyOneGivesAll() {
    ProfilerDescription chosen = ProfilerChoice.of(cluster(1350), name -> 1).orElseThrow();
    assertEquals(new ProfilerDescription(20, 200, 1, List.of("vc0"), null, 0), chosen);
  }

  /** Of 1,350 nodes all but 3 are needed by a job. */
  @Test
  void nobodyGivesWhatItsJobsNeed() {
    int largest = 8 * 1347;
    ProfilerDescription chosen = ProfilerChoice.of(cluster(1350), name -> largest).orElseThrow();
    assertEquals(3, chosen.nodeCount());
  }

  private static ClusterDescription cluster(int... nodes) {
    return new ClusterDescription(
        IntStream.range(0, nodes.length)
            .mapToObj(i -> new VirtualCluster("vc" + i, nodes[i]))
            .toList(),
        8,
        96,
        24_576);
  }
}
