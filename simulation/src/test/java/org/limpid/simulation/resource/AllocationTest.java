package org.limpid.simulation.resource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class AllocationTest {
  private static final Allocation THREE_NODES =
      new Allocation(new int[] {4, 0, 7}, new long[] {0b1, 0b110, 1L << 63});

  @Test
  void readsAsInResults() {
    assertEquals("4:0;0:1+2;7:63", THREE_NODES.toString());
    assertEquals("2:0+2", Allocation.of(2, 0b101).toString());
  }

  @Test
  void countsGpusOfAllNodes() {
    assertEquals(4, THREE_NODES.gpuCount());
    assertEquals(3, THREE_NODES.nodeCount());
  }

  @Test
  void nodeMovesBehindAllOthers() {
    assertEquals("0:1+2;7:63;4:0", THREE_NODES.withLast(4).toString());
    assertEquals("4:0;7:63;0:1+2", THREE_NODES.withLast(0).toString());
  }

  @Test
  void lastOrStrangeNodeMovesNothing() {
    assertSame(THREE_NODES, THREE_NODES.withLast(7));
    assertSame(THREE_NODES, THREE_NODES.withLast(5));
  }

  @Test
  void equalsByValue() {
    assertEquals(Allocation.of(1, 0b11), new Allocation(new int[] {1}, new long[] {0b11}));
    assertEquals(
        Allocation.of(1, 0b11).hashCode(),
        new Allocation(new int[] {1}, new long[] {0b11}).hashCode());
    assertNotEquals(Allocation.of(1, 0b11), Allocation.of(2, 0b11));
    assertNotEquals(Allocation.of(1, 0b11), Allocation.of(1, 0b111));
  }

  @Test
  void needsOneMaskPerNode() {
    assertThrows(
        IllegalArgumentException.class, () -> new Allocation(new int[] {1, 2}, new long[] {1}));
  }
}
