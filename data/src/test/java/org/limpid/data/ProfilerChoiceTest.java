package org.limpid.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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
}
