package org.limpid.plots.accuracy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PredictionSetTest {
  /**
   * Actual e^1 - 1, e^2 - 1 and e^3 - 1 seconds, predicted a factor of e too long in terms of 1 +
   * seconds: the log error is 1 and the order right. The baseline says e^2 - 1 of all: log errors
   * 1, 0 and 1, and no order.
   */
  @Test
  void durationsAreJudgedByLogarithmsAndRanks() {
    double[] actual = {Math.expm1(1), Math.expm1(2), Math.expm1(3)};
    double[] predicted = {Math.expm1(2), Math.expm1(3), Math.expm1(4)};
    double[] all = {actual[1], actual[1], actual[1]};
    PredictionSet set =
        new PredictionSet(
            new PredictionSet.Head("duration", "durations", "duration", true, "by a model"),
            actual,
            predicted,
            Optional.of(new PredictionSet.Baseline("the middle one", all)));

    assertEquals(
        "Durations, 3 predicted by a model: log error 1.00, Spearman 1.00, MAE 17 s. The middle"
            + " one instead: log error 0.67, MAE 5.8 s.",
        set.caption());
  }
}
