package org.limpid.simulation.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.limpid.simulation.state.ClusterState;

class EndQueueTest {
  private static final int JOBS = 200;

  private record Entry(long end, long order, int job) {}

  private static final Comparator<Entry> BY_END_THEN_ORDER =
      Comparator.comparingLong(Entry::end).thenComparingLong(Entry::order);

  @Test
  void emptyQueueNeverEnds() {
    EndQueue queue = new EndQueue();
    assertTrue(queue.isEmpty());
    assertEquals(ClusterState.NEVER, queue.firstEnd());
  }

  @Test
  void jobsThatEndTogetherEndInOrderOfStart() {
    EndQueue queue = new EndQueue();
    queue.add(2, 100, 0);
    queue.add(0, 100, 1);
    queue.add(1, 99, 2);
    assertEquals(1, queue.first());
    queue.remove(1);
    assertEquals(2, queue.first());
    queue.changeEnd(2, 101);
    assertEquals(0, queue.first());
  }

  /** Few different ends, so that ties abound. */
  @Test
  void behavesLikeSortedSet() {
    SplittableRandom random = new SplittableRandom(1);
    EndQueue actual = new EndQueue();
    TreeMap<Integer, Entry> entries = new TreeMap<>();
    TreeSet<Entry> expected = new TreeSet<>(BY_END_THEN_ORDER);
    for (int step = 0; step < 8_000; step++) {
      int job = random.nextInt(JOBS);
      long end = random.nextInt(40);
      Entry present = entries.remove(job);
      if (present == null) {
        present = new Entry(end, step, job);
        actual.add(job, end, step);
      } else {
        expected.remove(present);
        if (random.nextInt(3) > 0) {
          present = new Entry(end, present.order(), job);
          actual.changeEnd(job, end);
        } else {
          present = null;
          actual.remove(job);
        }
      }
      if (present != null) {
        entries.put(job, present);
        expected.add(present);
      }
      assertSame(expected, entries, actual);
    }
  }

  private static void assertSame(
      TreeSet<Entry> expected, TreeMap<Integer, Entry> entries, EndQueue actual) {
    assertEquals(expected.size(), actual.size());
    assertEquals(expected.isEmpty(), actual.isEmpty());
    if (!expected.isEmpty()) {
      Entry first = expected.first();
      assertEquals(first.job(), actual.first());
      assertEquals(first.end(), actual.firstEnd());
      assertEquals(first.order(), actual.order(first.job()));
    }
    TreeSet<Integer> visited = new TreeSet<>();
    for (int place = 0; place < actual.size(); place++) {
      visited.add(actual.job(place));
    }
    assertEquals(entries.keySet(), visited);
    entries.values().forEach(entry -> assertEquals(entry.end(), actual.end(entry.job())));
  }
}
