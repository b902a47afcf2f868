package org.limpid.simulation.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

final class RelativeDifferenceTest {
  /**
   * Sums 12 and 10 of two groups: +20 %. Without the first 8 and 5: +60 %, without the second 4 and
   * 5: -20 %. Their mean is 20 %, so the squares sum to 2 x 0.16; half of that is 0.16, its root
   * 0.4, and t with one degree of freedom 12.706.
   */
  @Test
  void oneGroupIsLeftOutAtATime() {
    RelativeDifference difference =
        RelativeDifference.of(new double[] {1, 3, 8}, new double[] {2, 3, 5}, new long[] {7, 7, 9});
    assertEquals(0.2, difference.share(), 1e-12);
    assertEquals(0.4 * 12.706, difference.halfWidth(), 1e-3);
    assertEquals(difference.share() - difference.halfWidth(), difference.low());
    assertEquals(difference.share() + difference.halfWidth(), difference.high());
  }

  @Test
  void equalSharesLeaveNoDoubt() {
    RelativeDifference difference =
        RelativeDifference.of(
            new double[] {2, 4, 6}, new double[] {4, 8, 12}, new long[] {1, 2, 3});
    assertEquals(-0.5, difference.share());
    assertEquals(0, difference.halfWidth());
  }

  @Test
  void oneGroupHasNoInterval() {
    double[] values = {1, 2};
    RelativeDifference one = RelativeDifference.of(values, values, new long[] {5, 5});
    assertEquals(0, one.share());
    assertEquals(Double.NaN, one.halfWidth());
    assertEquals(Double.NaN, RelativeDifference.of(values, new double[2], new long[2]).share());
    assertThrows(
        IllegalArgumentException.class,
        () -> RelativeDifference.of(values, values, new long[] {1}));
  }
}
