package org.limpid.adaptation.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RewardTest {
  /** One half is by hand; the others are those of the artifact. */
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    ".5, 100",
    ".59, 133.18749515",
    ".6, 137.63819205",
    ".7194, 211.99197759",
    ".9, 631.37515147"
  })
  void rewards(double accuracy, double reward) {
    assertEquals(reward, Reward.of(accuracy), 5e-9);
  }
}
