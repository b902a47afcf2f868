package org.limpid.simulation.resource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlacerPropertiesTest {
  private static final int CASES = 2000;
  private static final int GPUS_PER_NODE = 4;

  private final SplittableRandom random = new SplittableRandom(11);

  /** Up to six nodes, many of them idle or full. */
  private Nodes anyNodes() {
    Nodes nodes = new Nodes(1 + random.nextInt(6), GPUS_PER_NODE);
    for (int node = 0; node < nodes.positionBound(); node++) {
      holdSome(nodes, node, random.nextInt(3));
    }
    return nodes;
  }

  private void holdSome(Nodes nodes, int node, int kind) {
    long mask = nodes.freeMask(node) & (kind == 0 ? 0 : kind == 1 ? -1 : random.nextLong());
    if (mask != 0) {
      nodes.hold(Allocation.of(node, mask));
    }
  }

  private int anyGpuCount(Nodes nodes) {
    return 1 + random.nextInt(nodes.gpuCount());
  }

  @ParameterizedTest
  @EnumSource(PlacementRule.class)
  void takesExactlyTheGpusAskedForAmongThoseFree(PlacementRule rule) {
    Placer placer = rule.placer(5);
    for (int i = 0; i < CASES; i++) {
      Nodes nodes = anyNodes();
      int gpus = anyGpuCount(nodes);
      int free = nodes.freeGpus();
      Allocation place = placer.place(nodes, gpus);
      assertEquals(free, nodes.freeGpus());
      if (place != null) {
        nodes.hold(place);
        assertEquals(free - gpus, nodes.freeGpus());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(PlacementRule.class)
  void failsStillWhenMoreGpusAreTaken(PlacementRule rule) {
    Placer placer = rule.placer(5);
    int failures = 0;
    for (int i = 0; i < CASES; i++) {
      Nodes nodes = anyNodes();
      int gpus = anyGpuCount(nodes);
      if (placer.place(nodes, gpus) == null) {
        holdSome(nodes, random.nextInt(nodes.positionBound()), 2);
        assertNull(placer.place(nodes, gpus));
        failures++;
      }
    }
    assertTrue(failures > CASES / 10, failures + " failures");
  }

  @ParameterizedTest
  @EnumSource(
      value = PlacementRule.class,
      names = {"CONSOLIDATE_FIRST", "FIRST_FIT", "RANDOM"})
  void failsOnlyWhenGpusAreShort(PlacementRule rule) {
    Placer placer = rule.placer(5);
    for (int i = 0; i < CASES; i++) {
      Nodes nodes = anyNodes();
      int gpus = anyGpuCount(nodes);
      assertEquals(nodes.freeGpus() < gpus, placer.place(nodes, gpus) == null);
    }
  }

  @Test
  void consolidateEqualsTheSpecificationReadLiterally() {
    Placer placer = PlacementRule.CONSOLIDATE.placer(0);
    for (int i = 0; i < CASES; i++) {
      Nodes nodes = anyNodes();
      int gpus = anyGpuCount(nodes);
      Allocation place = placer.place(nodes, gpus);
      String found = place == null ? "waits" : place.toString();
      assertEquals(literally(nodes, gpus), found, () -> gpus + " GPUs");
    }
  }

  /** Best fit by sorting upwards, larger jobs by sorting downwards; both sorts are stable. */
  private static String literally(Nodes nodes, int gpus) {
    Comparator<Integer> byFree = Comparator.comparingInt(nodes::freeGpus);
    boolean isSmall = gpus <= GPUS_PER_NODE;
    List<Integer> order =
        IntStream.range(0, nodes.positionBound())
            .boxed()
            .filter(node -> !isSmall || nodes.freeGpus(node) >= gpus)
            .sorted(isSmall ? byFree : byFree.reversed())
            .toList();
    StringBuilder text = new StringBuilder();
    int missing = gpus;
    for (int i = 0; missing > 0; i++) {
      int wanted = Math.min(missing, GPUS_PER_NODE);
      if (i == order.size() || nodes.freeGpus(order.get(i)) < wanted) {
        return "waits";
      }
      text.append(i == 0 ? "" : ";")
          .append(Allocation.of(order.get(i), nodes.lowestFree(order.get(i), wanted)));
      missing -= wanted;
    }
    return text.toString();
  }
}
