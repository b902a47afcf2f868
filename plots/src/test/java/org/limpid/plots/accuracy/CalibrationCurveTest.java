package org.limpid.plots.accuracy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CalibrationCurveTest {
  private static PredictionSet set(boolean durations, double[] actual, double[] predicted) {
    return new PredictionSet(
        new PredictionSet.Head("m", "waits", "s", durations, "by a model"),
        actual,
        predicted,
        Optional.empty());
  }

  /**
   * 40 cases in 10 groups of 4. Predictions fall from 40 to 1, so the first group are the last four
   * cases, predicted 1 to 4, mean 2.5. Actual are 0, 2, 4, 6: mean 3, sample variance 20/3,
   * standard error sqrt(20/3/4).
   */
  @Test
  void groupsAreTenthsByPrediction() {
    double[] predicted = new double[40];
    double[] actual = new double[40];
    Arrays.setAll(predicted, i -> 40 - i);
    Arrays.setAll(actual, i -> i % 4 * 2);
    List<CalibrationCurve.Group> groups = CalibrationCurve.groups(set(false, actual, predicted));

    assertEquals(10, groups.size());
    assertEquals(2.5, groups.getFirst().predicted(), 1e-12);
    assertEquals(3, groups.getFirst().actual(), 1e-12);
    assertEquals(3 - Math.sqrt(20.0 / 12), groups.getFirst().low(), 1e-12);
    assertEquals(38.5, groups.getLast().predicted(), 1e-12);
  }

  /** Ten cases are ten groups of one; 50 of one value are groups of five, whose median is that. */
  @Test
  void durationsAreComparedByMedians() {
    double[] predicted = new double[50];
    double[] actual = new double[50];
    Arrays.fill(predicted, 60);
    Arrays.setAll(actual, i -> i % 5 == 4 ? 1e6 : 60 + i % 5);
    CalibrationCurve.Group first = CalibrationCurve.groups(set(true, actual, predicted)).getFirst();

    assertEquals(60, first.predicted());
    assertEquals(62, first.actual());
    assertEquals(61, first.low());
    assertEquals(63, first.high());
  }

  @Test
  void fewCasesAreFewGroups() {
    double[] three = {1, 2, 3};
    assertEquals(3, CalibrationCurve.groups(set(false, three, three)).size());
  }
}
