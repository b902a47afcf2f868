package org.limpid.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ResourceProfileTest {
  private static final SpeedTable TABLE =
      new SpeedTable(
          new double[] {2, 4, 8},
          new double[] {10, 30},
          new double[][] {{.2, .4}, {.6, 1}, {.8, 3}});

  private static ResourceProfile wanting(double cpus, double memoryGb) {
    return new ResourceProfile("model", cpus, memoryGb, 1, 3, TABLE);
  }

  /**
   * Halfway from 2 to 4 CPUs with 30 GB: (0.4 + 1) / 2. With 4 CPUs, a quarter of the way from 10
   * to 30 GB: 0.6 + 0.4 / 4. Between four cells, 6 CPUs and 20 GB: (0.8 + 1.9) / 2, as rows give
   * 0.8 and 1.9 there. Below both axes, half of 2 CPUs and of 10 GB: a quarter of 0.2.
   */
  @Test
  void speedLiesOnStraightLinesBetweenCells() {
    ResourceProfile profile = wanting(100, 1000);
    assertEquals(1, profile.speed(4, 30));
    assertEquals(.7, profile.speed(3, 30), 1e-12);
    assertEquals(.7, profile.speed(4, 15), 1e-12);
    assertEquals(1.35, profile.speed(6, 20), 1e-12);
    assertEquals(.05, profile.speed(1, 5), 1e-12);
    assertEquals(3, profile.speed(50, 500));
  }

  /**
   * Who wants no more than 1 CPU and 5 GB is with them as fast as with all that was measured. Who
   * wants 1 CPU and 20 GB and has 10 of these, is as fast as with the fewest CPUs measured, 2.
   */
  @Test
  void whatIsWantedCountsAsTheMost() {
    assertEquals(3, wanting(1, 5).speed(1, 5));
    assertEquals(.2, wanting(1, 20).speed(1, 10), 1e-12);
  }

  @Test
  void nobodyKnowsWhatWasNotMeasured() {
    ResourceProfile unknown = new ResourceProfile("m", 1, 1, 1, 1, SpeedTable.EMPTY);
    assertThrows(IllegalStateException.class, () -> unknown.speed(1, 1));
  }
}
