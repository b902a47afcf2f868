package org.limpid.simulation.policy.limpid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class EstimateErrorsTest {
  private static final double ROUNDING = 1e-9;

  @Test
  void estimatesCountAsRightBeforeAnyJobHasEnded() {
    assertEquals(70, new EstimateErrors().left(100, 30), ROUNDING);
  }

  /** Four count as right, four took twice their estimate: 70 and 170 s, then only the latter. */
  @Test
  void whatIsLeftIsTheMeanOverThoseThatWouldStillRun() {
    EstimateErrors errors = new EstimateErrors();
    for (int i = 0; i < 4; i++) {
      errors.ended(1_000, 2_000);
    }
    assertEquals((70 + 170) / 2.0, errors.left(100, 30), ROUNDING);
    assertEquals(50, errors.left(100, 150), ROUNDING);
  }

  @Test
  void jobThatOutlivesAllErrorsIsExpectedToRunAsLongAgain() {
    assertEquals(250, new EstimateErrors().left(100, 250), ROUNDING);
    assertEquals(60, new EstimateErrors().left(1, 5), ROUNDING);
  }

  @Test
  void somethingIsAlwaysLeftWhateverWasSeen() {
    Random random = new Random(5);
    EstimateErrors errors = new EstimateErrors();
    for (int i = 0; i < 2_000; i++) {
      errors.ended(
          Math.exp(30 * random.nextDouble() - 10), Math.exp(30 * random.nextDouble() - 10));
      double left =
          errors.left(Math.exp(20 * random.nextDouble()), Math.exp(20 * random.nextDouble()));
      assertTrue(left > 0 && Double.isFinite(left), () -> "left " + left);
    }
  }
}
