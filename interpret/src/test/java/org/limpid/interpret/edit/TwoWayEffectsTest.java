package org.limpid.interpret.edit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class TwoWayEffectsTest {
  private static final double[] ADDITIVE = {11, 12, 21, 22, 31, 32};

  /** 10, 20, 30 plus 1, 2: nothing is left. */
  @Test
  void additiveTablesHaveNoRest() {
    TwoWayEffects.Parts split = split(ADDITIVE, 1, 2, 3, 4, 5, 6);
    assertArrayEquals(new double[6], split.rest(), 1e-13);
    assertEquals(10, split.rows()[1] - split.rows()[0], 1e-13);
    assertEquals(1, split.columns()[1] - split.columns()[0], 1e-13);
  }

  @Test
  void withoutWeightsAllCellsCountTheSame() {
    double[] scores = {1, 2, 3, 5, 8, 13};
    assertArrayEquals(split(scores, new double[6]).rest(), split(scores, 1, 1, 1, 1, 1, 1).rest());
  }

  /** The last row follows from the columns' weights 1 and 3: (1 * (31 - 1) + 3 * (32 - 2)) / 4. */
  @Test
  void rowsWithoutWeightTakeTheWeightsOfTheColumns() {
    TwoWayEffects.Parts split = split(ADDITIVE, 1, 1, 0, 2, 0, 0);
    assertEquals(30 - 10, split.rows()[2] - split.rows()[0], 1e-13);
    assertEquals(0, split.rest()[5], 1e-13);
  }

  /** Rows and columns that share no weight have effects of their own. */
  @Test
  void partsThatDoNotTouchAreSplitOneByOne() {
    double[] weights = {1, 0, 0, 0, 2, 3};
    TwoWayEffects.Parts split = split(new double[] {5, 9, 9, 9, 1, 6}, weights);
    assertEquals(0, split.rest()[0], 1e-13);
    assertEquals(0, 2 * split.rest()[4] + 3 * split.rest()[5], 1e-13);
  }

  /**
   * Moving the means of rows and columns in turn, as in the paper, reaches the same rest: the
   * weights are all positive, so that there is only one.
   */
  @Test
  void restIsThatOfMovingMassStepByStep() {
    SplittableRandom random = new SplittableRandom(8);
    double[] weights = new double[6];
    double[] scores = new double[6];
    for (int round = 0; round < 100; round++) {
      Arrays.setAll(weights, _ -> random.nextDouble(0.1, 5));
      Arrays.setAll(scores, _ -> random.nextDouble(-1, 1));
      double[] moved = scores.clone();
      for (int sweep = 0; sweep < 500; sweep++) {
        moveRows(moved, weights);
        moveColumns(moved, weights);
      }
      assertArrayEquals(moved, split(scores, weights).rest(), 1e-12);
    }
  }

  private static void moveRows(double[] scores, double[] weights) {
    for (int i = 0; i < 6; i += 2) {
      double total = weights[i] + weights[i + 1];
      double mean = (weights[i] * scores[i] + weights[i + 1] * scores[i + 1]) / total;
      scores[i] -= mean;
      scores[i + 1] -= mean;
    }
  }

  private static void moveColumns(double[] scores, double[] weights) {
    for (int j = 0; j < 2; j++) {
      double total = weights[j] + weights[j + 2] + weights[j + 4];
      double sum =
          weights[j] * scores[j] + weights[j + 2] * scores[j + 2] + weights[j + 4] * scores[j + 4];
      for (int i = j; i < 6; i += 2) {
        scores[i] -= sum / total;
      }
    }
  }

  /** Splits a table of three rows and two columns. */
  private static TwoWayEffects.Parts split(double[] scores, double... weights) {
    return new TwoWayEffects(weights, 3, 2).split(scores);
  }
}
