package org.limpid.simulation.resource;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class NodeSetTest {
  private static final int NODES = 300;

  @Test
  void emptySetHasNoNext() {
    assertEquals(-1, new NodeSet().next(0));
    assertEquals(-1, new NodeSet().next(1000));
  }

  @Test
  void behavesLikeSortedSet() {
    SplittableRandom random = new SplittableRandom(1);
    NodeSet actual = new NodeSet();
    TreeSet<Integer> expected = new TreeSet<>();
    for (int step = 0; step < 20_000; step++) {
      int node = random.nextInt(NODES);
      if (random.nextInt(3) == 0) {
        actual.add(node);
        expected.add(node);
      } else {
        actual.remove(node);
        expected.remove(node);
      }
      int from = random.nextInt(2 * NODES);
      Integer next = expected.ceiling(from);
      assertEquals(next == null ? -1 : next, actual.next(from));
      assertEquals(expected.contains(from), actual.contains(from));
      assertEquals(expected.size(), actual.size());
    }
  }
}
