package org.limpid.simulation.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobQueueTest {
  private record Place(double key, long tie) {}

  private final JobQueue queue = new JobQueue();
  private final TreeMap<Place, Integer> model =
      new TreeMap<>(Comparator.comparingDouble(Place::key).thenComparingLong(Place::tie));
  private final SplittableRandom random = new SplittableRandom(1);
  private int added;

  @Test
  void emptyQueueHasNothingToWalk() {
    assertTrue(queue.isEmpty());
    assertFalse(queue.walk().next());
  }

  @Test
  void equalKeysKeepTheOrderOfTheirTies() {
    queue.add(5, 2, 20);
    queue.add(5, 1, 10);
    queue.add(-3, 9, 90);
    assertEquals(90, queue.first());
    queue.removeFirst();
    assertEquals(10, queue.first());
    queue.remove(5, 1);
    assertEquals(20, queue.first());
    assertEquals(1, queue.size());
  }

  @Test
  void emptiedQueueTakesJobsAgain() {
    queue.add(1, 1, 1);
    queue.removeFirst();
    assertFalse(queue.walk().next());
    queue.add(2, 2, 2);
    assertEquals(2, queue.first());
  }

  @Test
  void refusesToRemoveWhatIsNotThere() {
    assertThrows(
        IllegalArgumentException.class,
        () -> {
          queue.add(1, 1, 1);
          queue.remove(1, 2);
        });
  }

  /** Far more jobs than one chunk holds; it grows, shrinks to almost nothing, and grows again. */
  @ParameterizedTest
  @ValueSource(ints = {3, 100, 1_000_000})
  void behavesLikeSortedMap(int differentKeys) {
    for (int round = 0; round < 3; round++) {
      for (int i = 0; i < 4000; i++) {
        add(random.nextInt(differentKeys));
        if (random.nextInt(4) == 0) {
          removeSome();
        }
      }
      assertSame();
      removeOnWalk(job -> random.nextInt(3) == 0);
      removeOnWalk(job -> job % 1000 < 900);
      removeOnWalk(job -> false);
      while (queue.size() > round) {
        removeSome();
      }
      assertSame();
    }
  }

  /** Keys that only grow or only shrink split chunks at their ends. */
  @ParameterizedTest
  @ValueSource(ints = {1, -1})
  void takesSortedJobs(int direction) {
    for (int i = 0; i < 3000; i++) {
      add((double) direction * i);
    }
    assertSame();
    removeOnWalk(job -> job % 2 == 0);
    while (!queue.isEmpty()) {
      removeFirst();
    }
    assertSame();
  }

  @Test
  void walkRemovesEverything() {
    for (int i = 0; i < 2000; i++) {
      add(random.nextInt(10));
    }
    removeOnWalk(job -> true);
    assertTrue(queue.isEmpty());
    add(7);
    assertSame();
  }

  private void add(double key) {
    long tie = random.nextInt(1000) * 1_000_000L + added;
    queue.add(key, tie, added);
    model.put(new Place(key, tie), added);
    added++;
  }

  private void removeSome() {
    if (random.nextBoolean()) {
      removeFirst();
      return;
    }
    Place probe = new Place(random.nextInt(1_000_000), random.nextLong(1_000_000_000));
    Place present = model.floorKey(probe);
    if (present != null) {
      queue.remove(present.key(), present.tie());
      model.remove(present);
    }
  }

  private void removeFirst() {
    assertEquals(model.pollFirstEntry().getValue(), queue.first());
    queue.removeFirst();
  }

  private void removeOnWalk(IntPredicate condition) {
    JobQueue.Walk walk = queue.walk();
    var expected = model.entrySet().iterator();
    while (walk.next()) {
      Map.Entry<Place, Integer> entry = expected.next();
      assertEquals(entry.getValue(), walk.job());
      assertEquals(entry.getKey().key(), walk.key());
      if (condition.test(walk.job())) {
        walk.remove();
        expected.remove();
      }
    }
    assertFalse(expected.hasNext());
    assertSame();
  }

  private void assertSame() {
    List<Integer> walked = new ArrayList<>();
    JobQueue.Walk walk = queue.walk();
    while (walk.next()) {
      walked.add(walk.job());
    }
    assertEquals(List.copyOf(model.values()), walked);
    assertEquals(model.size(), queue.size());
    assertEquals(model.isEmpty(), queue.isEmpty());
  }
}
