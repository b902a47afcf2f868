package org.limpid.interpret.ebm.boost;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.limpid.interpret.ebm.objective.PinballLoss;

final class AbsoluteErrorBagTest {

  /** The bag for any objective is the yardstick: gradients and loss are the same bit for bit. */
  @Test
  void equalsTheBagForAnyObjective() {
    SplittableRandom random = new SplittableRandom(71);
    for (int rowCount : new int[] {40, 41, 501}) {
      for (int round = 0; round < 3; round++) {
        double[] targets = targets(rowCount, round, random);
        assertEqualBags(new SlowBag(rowCount, 0.25, random), targets, random);
      }
    }
  }

  /** Whole numbers, which scores meet; numbers that no float equals; both far from 0. */
  private static double[] targets(int rowCount, int kind, SplittableRandom random) {
    double[] targets = new double[rowCount];
    Arrays.setAll(
        targets,
        _ ->
            switch (kind) {
              case 0 -> random.nextInt(-2, 3);
              case 1 -> random.nextDouble(-2, 2);
              default -> 1e6 * random.nextInt(-2, 3) + random.nextInt(2) * 1e-9;
            });
    return targets;
  }

  private static void assertEqualBags(SlowBag slow, double[] targets, SplittableRandom random) {
    PinballLoss objective = (PinballLoss) new PinballLoss(0.5, 1).fittedTo(targets, null);
    double start = targets[0];
    AbsoluteErrorBag bag =
        new AbsoluteErrorBag(slow.terms, slow.rows, objective, targets, _ -> start);
    GradientBag yardstick =
        new GradientBag(
            slow.terms, slow.rows, objective, targets, null, (_, _) -> start, 0, random.split());
    for (int i = 0; i < 60; i++) {
      int term = random.nextInt(SlowBag.TERMS);
      assertEqualHistograms(yardstick.histogram(term), bag.histogram(term));
      assertEquals(yardstick.validationLoss(), bag.validationLoss());
      Step step = step(slow, random.nextInt(SlowBag.TERMS), random);
      yardstick.apply(step);
      bag.apply(step);
    }
  }

  /** Halves, so that scores meet whole targets, or anything. */
  private static Step step(SlowBag slow, int term, SplittableRandom random) {
    return random.nextBoolean()
        ? slow.cut(term, 2, random.nextInt(-1, 2) / 2.0, random.nextInt(-1, 2) / 2.0)
        : slow.randomStep(term, 0.3, random);
  }

  private static void assertEqualHistograms(Histogram expected, Histogram found) {
    int cells = expected.cellCount;
    assertEquals(cells, found.cellCount);
    assertArrayEquals(expected.counts, found.counts);
    assertArrayEquals(
        Arrays.copyOf(expected.gradients, cells), Arrays.copyOf(found.gradients, cells));
    assertArrayEquals(
        Arrays.copyOf(expected.hessians, cells), Arrays.copyOf(found.hessians, cells));
  }

  /**
   * Three rows in one cell, targets 0, 1 and 3 and scores 1: one above, one on its target, one
   * below.
   */
  @Test
  void aScoreOnItsTargetPullsNowhere() {
    BinMatrix matrix = new BinMatrix(3, 1);
    matrix.setColumn(0, 3, _ -> 1);
    BagRows rows = BagRows.draw(3, null, 1, 0, new SplittableRandom(1));
    StageTerms terms = new StageTerms(matrix, List.of(TermShape.single(0, 3, false, 0)));
    AbsoluteErrorBag bag =
        new AbsoluteErrorBag(terms, rows, new PinballLoss(0.5, 2), new double[] {0, 1, 3}, _ -> 1);
    assertEquals(0, bag.histogram(0).gradients[1]);
    assertEquals(1.5, bag.histogram(0).hessians[1]);
    bag.apply(new Step.Ranges(0, new int[] {3}, new double[] {0.5}));
    assertEquals(0.5, bag.histogram(0).gradients[1]);
    assertEquals(Double.NaN, bag.validationLoss());
  }
}
