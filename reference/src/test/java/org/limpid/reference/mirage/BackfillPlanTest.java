package org.limpid.reference.mirage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class BackfillPlanTest {
  private static final int SLOT = BatchSettings.SLOT_SECONDS;

  /** Two of four nodes are held for 90 s beyond two slots, so in three slots. */
  @Test
  void limitsHoldNodesInEverySlotThatBeginsBeforeThem() {
    RunningJobs running = new RunningJobs(4);
    running.start(0, 2, 60, 2 * SLOT + 90);
    BackfillPlan plan = new BackfillPlan(4);
    plan.begin(0, running);
    assertEquals(3, plan.reserve(3, SLOT));
    assertEquals(0, plan.reserve(2, 3 * SLOT));
    assertEquals(4, plan.reserve(2, 1));
    plan.begin(SLOT, running);
    assertEquals(2, plan.reserve(3, SLOT));
  }

  /** A job longer than the plan is one up to its end. */
  @Test
  void jobsEndWithThePlan() {
    BackfillPlan plan = new BackfillPlan(2);
    plan.begin(0, new RunningJobs(2));
    assertEquals(0, plan.reserve(2, 10L * SLOT));
    assertEquals(10, plan.reserve(1, 2L * BatchSettings.SLOTS * SLOT));
    assertEquals(BatchSettings.SLOTS, plan.reserve(2, SLOT));
  }

  /** Against a search of every job from the first slot on. */
  @Test
  void reservationsAreTheEarliestThatFit() {
    for (int seed = 0; seed < 40; seed++) {
      Random random = new Random(seed);
      int nodes = 1 + random.nextInt(12);
      BackfillPlan plan = new BackfillPlan(nodes);
      for (int pass = 0; pass < 3; pass++) {
        plan.begin(0, new RunningJobs(nodes));
        int[] free = new int[BatchSettings.SLOTS];
        Arrays.fill(free, nodes);
        for (int job = 0; job < 200; job++) {
          int needed = 1 + random.nextInt(nodes);
          int slots = 1 + random.nextInt(30);
          assertEquals(earliest(free, needed, slots), plan.reserve(needed, (long) slots * SLOT));
        }
      }
    }
  }

  private static int earliest(int[] free, int nodes, int slots) {
    for (int first = 0; first < free.length; first++) {
      int end = Math.min(first + slots, free.length);
      if (Arrays.stream(free, first, end).allMatch(each -> each >= nodes)) {
        for (int slot = first; slot < end; slot++) {
          free[slot] -= nodes;
        }
        return first;
      }
    }
    return free.length;
  }
}
