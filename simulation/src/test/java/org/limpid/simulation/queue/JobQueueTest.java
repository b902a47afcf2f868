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
  private static final int MOST_GPUS = 9;

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
  void positionIsTheNumberOfJobsBefore() {
    assertEquals(0, queue.position(1, 1));
    for (int job = 0; job < 300; job++) {
      queue.add(job / 2, job, job);
    }
    assertEquals(0, queue.position(-1, 0));
    assertEquals(201, queue.position(100, 201));
    assertEquals(202, queue.position(100, 999));
    assertEquals(300, queue.position(150, 0));
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

  /** Far more jobs than one block holds; it grows, shrinks to almost nothing, and grows again. */
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

  /** Keys that only grow or only shrink split blocks at their ends. */
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
  void walkPassesJobsThatAskForTooMuch() {
    for (int i = 0; i < 4000; i++) {
      add(i / 2);
    }
    for (int gpus = 0; gpus <= MOST_GPUS; gpus++) {
      assertWalkOfAtMost(gpus);
      removeOnWalk(job -> random.nextInt(5) == 0);
    }
  }

  private void assertWalkOfAtMost(int gpus) {
    List<Integer> expected = model.values().stream().filter(job -> gpuCount(job) <= gpus).toList();
    List<Integer> found = new ArrayList<>();
    JobQueue.Walk walk = queue.walk();
    while (walk.nextOfAtMost(gpus)) {
      assertEquals(gpuCount(walk.job()), walk.weight());
      found.add(walk.job());
    }
    assertEquals(expected, found);
  }

  @Test
  void walkBeginsBehindAnyPlace() {
    assertFalse(queue.walkBehind(0, 0).next());
    for (int i = 0; i < 500; i++) {
      add(i / 2);
    }
    for (double key = -1; key <= 250; key += 0.5) {
      long tie = random.nextLong(1_000_000_000);
      Map.Entry<Place, Integer> expected = model.higherEntry(new Place(key, tie));
      JobQueue.Walk walk = queue.walkBehind(key, tie);
      assertEquals(expected != null, walk.next());
      assertTrue(expected == null || expected.getValue() == walk.job());
    }
    model.forEach((place, job) -> {
      JobQueue.Walk walk = queue.walkBehind(place.key(), place.tie());
      assertEquals(model.higherEntry(place) != null, walk.next());
    });
  }

  /** Jobs of one GPU are removed while those of more are passed. */
  @Test
  void walkRemovesWhileItPasses() {
    for (int i = 0; i < 4000; i++) {
      add(i);
    }
    JobQueue.Walk walk = queue.walk();
    while (walk.nextOfAtMost(1)) {
      walk.remove();
    }
    model.values().removeIf(job -> gpuCount(job) == 1);
    assertSame();
    assertWalkOfAtMost(1);
    assertWalkOfAtMost(2);
  }

  @Test
  void walkKnowsTheJobsOfItsBlock() {
    for (int i = 0; i < 4000; i++) {
      add(random.nextInt(1000));
    }
    removeOnWalk(job -> random.nextInt(3) == 0);
    JobQueue.Walk single = queue.walk();
    JobQueue.Walk whole = queue.walk();
    assertTrue(single.next());
    int blocks = 0;
    for (boolean more = whole.next(); more; more = whole.nextBlock()) {
      assertTrue(whole.startsBlock());
      int gpus = 0;
      double lastKey;
      do {
        gpus += single.weight();
        lastKey = single.key();
      } while (single.next() && !single.startsBlock());
      assertEquals(gpus, whole.weightOfBlock());
      assertEquals(lastKey, whole.lastKeyOfBlock());
      blocks++;
    }
    assertFalse(single.next());
    assertTrue(blocks > 20, blocks + " blocks");
  }

  @Test
  void clearedQueueStartsAnew() {
    for (int i = 0; i < 1000; i++) {
      add(i);
    }
    queue.clear();
    model.clear();
    assertSame();
    add(3);
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
    queue.add(key, tie, added, gpuCount(added));
    model.put(new Place(key, tie), added);
    added++;
  }

  /** In long stretches nobody asks for few GPUs, so that whole blocks can be passed. */
  private static int gpuCount(int job) {
    return job / 500 % 2 == 0 ? 1 + job % MOST_GPUS : MOST_GPUS - job % 2;
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
    assertEquals(model.values().stream().mapToLong(JobQueueTest::gpuCount).sum(), queue.weight());
    if (!model.isEmpty()) {
      assertEquals(model.firstEntry().getValue(), queue.first());
      assertEquals(model.firstKey().key(), queue.firstKey());
    }
  }
}
