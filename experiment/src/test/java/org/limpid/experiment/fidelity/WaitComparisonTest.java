package org.limpid.experiment.fidelity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class WaitComparisonTest {
  /**
   * Up to 0 s there are 1 of 4 real waits and 3 of 4 simulated ones. Ranks are 1, 2, 3, 4 and 2, 2,
   * 2, 4: the covariance is 3, the variances are 5 and 3.
   */
  @Test
  void bothSidesAreCompared() {
    WaitComparison waits = WaitComparison.of(new double[] {3, 0, 1, 2}, new double[] {10, 0, 0, 0});
    assertEquals(4, waits.jobs());
    assertEquals(1.5, waits.real().mean());
    assertEquals(1.5, waits.real().median());
    assertEquals(2.5, waits.simulated().mean());
    assertEquals(0.5, waits.ksDistance());
    assertEquals(3 / Math.sqrt(15), waits.rankCorrelation().orElseThrow(), 1e-12);
  }

  @Test
  void equalWaitsAreNoDistanceApart() {
    WaitComparison waits = WaitComparison.of(new double[] {7, 7}, new double[] {7, 7});
    assertEquals(0, waits.ksDistance());
    assertEquals(OptionalDouble.empty(), waits.rankCorrelation());
  }

  @Test
  void waitsWithoutAnythingInCommonAreOneApart() {
    assertEquals(1, WaitComparison.of(new double[] {0, 1}, new double[] {5, 6}).ksDistance());
  }
}
