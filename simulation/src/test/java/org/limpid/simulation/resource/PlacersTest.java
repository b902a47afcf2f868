package org.limpid.simulation.resource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Cases from the specification, on nodes of 8 GPUs. */
class PlacersTest {
  /** Nodes on which the lowest GPUs are taken, so that so many are free. */
  private static Nodes withFree(int... freeGpus) {
    Nodes nodes = new Nodes(freeGpus.length, 8);
    for (int node = 0; node < freeGpus.length; node++) {
      if (freeGpus[node] < 8) {
        nodes.hold(Allocation.of(node, (1L << 8 - freeGpus[node]) - 1));
      }
    }
    return nodes;
  }

  private static String place(PlacementRule rule, Nodes nodes, int gpus) {
    Allocation place = rule.placer(0).place(nodes, gpus);
    return place == null ? "waits" : place.toString();
  }

  private static String consolidate(Nodes nodes, int gpus) {
    return place(PlacementRule.CONSOLIDATE, nodes, gpus);
  }

  /** Nodes 1 and 3 fit 3 GPUs best; node 1 comes first; GPUs 0 to 4 are taken there. */
  @Test
  void consolidateTakesTheBestFitAndThenNodeOrder() {
    assertEquals("1:5+6+7", consolidate(withFree(8, 3, 2, 3), 3));
    assertEquals("0:5+6+7", consolidate(withFree(3, 8), 3));
    assertEquals("1:0+1+2+3", consolidate(withFree(3, 8), 4));
  }

  /** 4 + 4 GPUs are free, but on two nodes. */
  @Test
  void consolidateKeepsSmallJobsOnOneNode() {
    assertEquals("waits", consolidate(withFree(4, 4), 5));
  }

  @Test
  void consolidateTakesTheFirstIdleNodesForMultiplesOfANode() {
    assertEquals("1:0+1+2+3+4+5+6+7;3:0+1+2+3+4+5+6+7", consolidate(withFree(7, 8, 0, 8, 8), 16));
    assertEquals("waits", consolidate(withFree(7, 8, 7), 16));
  }

  /**
   * 14 GPUs are one idle node, the first, and 6 more. Node 0 would fit those 6 exactly, but the
   * rest goes to the emptiest node that is left, node 2.
   */
  @Test
  void consolidatePutsTheRemainderOnTheEmptiestNode() {
    assertEquals("1:0+1+2+3+4+5+6+7;2:0+1+2+3+4+5", consolidate(withFree(6, 8, 8), 14));
    assertEquals("1:0+1+2+3+4+5+6+7;2:1+2+3+4+5+6", consolidate(withFree(6, 8, 7), 14));
    assertEquals("1:0+1+2+3+4+5+6+7;0:2+3+4+5+6+7", consolidate(withFree(6, 8, 6), 14));
  }

  /** 5 + 8 + 5 GPUs are free, yet no second node has 6. */
  @Test
  void consolidateWaitsWhenNoNodeHoldsTheRemainder() {
    assertEquals("waits", consolidate(withFree(5, 8, 5), 14));
    assertEquals("waits", consolidate(withFree(7, 7), 14));
  }

  @Test
  void firstFitTakesAllFreeGpusInNodeOrder() {
    assertEquals("1:6+7;2:7;4:0+1", place(PlacementRule.FIRST_FIT, withFree(0, 2, 1, 0, 8), 5));
    assertEquals("0:5", place(PlacementRule.FIRST_FIT, withFree(3, 1), 1));
    assertEquals("waits", place(PlacementRule.FIRST_FIT, withFree(3, 1), 5));
  }

  @Test
  void consolidateFirstFallsBackToFirstFit() {
    assertEquals("1:0+1+2+3+4", place(PlacementRule.CONSOLIDATE_FIRST, withFree(4, 8), 5));
    assertEquals("0:4+5+6+7;1:4", place(PlacementRule.CONSOLIDATE_FIRST, withFree(4, 4), 5));
    assertEquals("waits", place(PlacementRule.CONSOLIDATE_FIRST, withFree(4, 4), 9));
  }

  @Test
  void randomFailsOnlyWhenGpusAreShort() {
    assertNull(PlacementRule.RANDOM.placer(1).place(withFree(4, 4), 9));
    assertEquals(8, PlacementRule.RANDOM.placer(1).place(withFree(4, 4), 8).gpuCount());
  }

  @Test
  void randomDependsOnItsSeedAlone() {
    assertEquals(draws(7), draws(7));
    assertNotEquals(draws(7), draws(8));
  }

  /** Every node is drawn about 1000 times of 4000; 150 are more than five standard deviations. */
  @Test
  void randomDrawsEveryNodeWithFreeGpusAlike() {
    Nodes nodes = withFree(8, 1, 0, 4, 7);
    Placer placer = PlacementRule.RANDOM.placer(3);
    int[] counts = new int[5];
    IntStream.range(0, 4000).forEach(i -> counts[placer.place(nodes, 1).node(0)]++);
    assertEquals(0, counts[2]);
    for (int node : new int[] {0, 1, 3, 4}) {
      assertEquals(1000, counts[node], 150, "node " + node);
    }
  }

  private static String draws(long seed) {
    Placer placer = PlacementRule.RANDOM.placer(seed);
    Nodes nodes = withFree(8, 8, 8, 8, 8, 8);
    StringBuilder places = new StringBuilder();
    for (int i = 0; i < 10; i++) {
      places.append(placer.place(nodes, 20)).append('\n');
    }
    return places.toString();
  }

  @Test
  void rulesAreFoundByTheirNames() {
    for (PlacementRule rule : PlacementRule.values()) {
      assertEquals(Optional.of(rule), PlacementRule.named(rule.label()));
    }
    assertEquals(Optional.empty(), PlacementRule.named("best-fit"));
  }
}
