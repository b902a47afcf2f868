package org.limpid.simulation.waiting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HeldByArrivalTest {
  @Test
  void sumsAreThoseOfAScan() {
    for (int jobs : new int[] {1, 2, 3, 8, 65}) {
      SplittableRandom random = new SplittableRandom(jobs);
      HeldByArrival held = new HeldByArrival(jobs);
      int[] gpus = new int[jobs];
      for (int round = 0; round < 200; round++) {
        int job = random.nextInt(jobs);
        int change = random.nextInt(-gpus[job], 9);
        gpus[job] += change;
        held.add(job, change);
        for (int each = 0; each < jobs; each++) {
          assertEquals(Arrays.stream(gpus, each + 1, jobs).sum(), held.after(each));
        }
      }
    }
  }
}
