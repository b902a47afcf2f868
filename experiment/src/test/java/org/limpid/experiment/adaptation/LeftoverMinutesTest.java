package org.limpid.experiment.adaptation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.PriorityQueue;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class LeftoverMinutesTest {
  /**
   * Two GPUs. Job 0 ends at 10 s and would go on to 60 s, job 1 ends at 20 s and would go on to 25
   * s. Until 25 s both keep their GPUs. Job 2 starts at 30 s on that of job 1. At 40 s job 3 needs
   * the other one: job 0 has had 30 s. Job 2 ends at 50 s and gets all of its 7 s, job 3 ends at 55
   * s and wants none.
   */
  @Test
  void gpusAreGivenBackWhenTheyAreNeeded() {
    assertArrayEquals(
        new long[] {30, 5, 7, 0},
        LeftoverMinutes.grant(
            new long[] {0, 0, 30, 40}, new long[] {10, 20, 50, 55}, new long[] {50, 5, 7, 0}, 2));
  }

  /**
   * Two keep their GPUs when one is needed: that which has kept its own for longer gives it back.
   */
  @Test
  void whoKeptLongestGivesBackFirst() {
    assertArrayEquals(
        new long[] {20, 100, 100},
        LeftoverMinutes.grant(
            new long[] {0, 0, 30}, new long[] {10, 12, 35}, new long[] {100, 100, 100}, 2));
  }

  /** A GPU that is given back goes to who starts in the same second, and nothing was left over. */
  @Test
  void aFullClusterLeavesNothing() {
    assertArrayEquals(
        new long[] {0, 9},
        LeftoverMinutes.grant(new long[] {0, 10}, new long[] {10, 20}, new long[] {9, 9}, 1));
  }

  /** First come, first served on random jobs: never more at a time than GPUs, nor than wanted. */
  @Test
  void nobodyIsDelayed() {
    Random random = new Random(7);
    for (int round = 0; round < 200; round++) {
      int gpus = 1 + random.nextInt(4);
      int count = 1 + random.nextInt(30);
      long[] starts = new long[count];
      long[] ends = new long[count];
      long[] wishes = new long[count];
      PriorityQueue<Long> free = new PriorityQueue<>();
      for (int gpu = 0; gpu < gpus; gpu++) {
        free.add(0L);
      }
      long now = 0;
      for (int job = 0; job < count; job++) {
        now += random.nextInt(12);
        starts[job] = Math.max(now, free.remove());
        ends[job] = starts[job] + 1 + random.nextInt(20);
        wishes[job] = random.nextInt(20);
        free.add(ends[job]);
      }
      long[] granted = LeftoverMinutes.grant(starts, ends, wishes, gpus);
      check(starts, ends, wishes, granted, gpus);
    }
  }

  private static void check(long[] starts, long[] ends, long[] wishes, long[] granted, int gpus) {
    long last = Arrays.stream(ends).max().orElseThrow() + 20;
    for (long second = 0; second < last; second++) {
      int inUse = 0;
      boolean leftOver = false;
      for (int job = 0; job < starts.length; job++) {
        long end = ends[job] + granted[job];
        inUse += starts[job] <= second && second < end ? 1 : 0;
        leftOver |= end == second && granted[job] < wishes[job];
      }
      assertTrue(inUse <= gpus, "more in use than there are");
      if (leftOver) {
        assertEquals(gpus, inUse, "a GPU was taken away that nobody needed");
      }
    }
  }
}
