package org.limpid.interpret.ebm.boost;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class FixedPointBagTest {
  @Test
  void anyOrderOfStepsGivesTheSumsOfASlowBag() {
    SplittableRandom random = new SplittableRandom(41);
    for (int rowCount : new int[] {40, 41, 300, 301, 2500, 2501}) {
      for (int round = 0; round < 4; round++) {
        new Run(rowCount, random).steps(120);
      }
    }
  }

  /** One bag and its slow twin. Targets are whole parts of 1024, so both start the same. */
  private static final class Run {
    private final SplittableRandom random;
    private final SlowBag slow;
    private final double[] targets;
    private final FixedPointBag bag;

    Run(int rowCount, SplittableRandom random) {
      this.random = random;
      slow = new SlowBag(rowCount, 0.2, random);
      targets = random.ints(rowCount, -100_000, 100_000).mapToDouble(i -> i / 1024.0).toArray();
      bag = FixedPointBag.of(slow.terms, slow.rows, row -> targets[row]);
    }

    void steps(int count) {
      for (int i = 0; i < count; i++) {
        int term = random.nextInt(SlowBag.TERMS);
        switch (random.nextInt(4)) {
          case 0 -> assertHistogram(term);
          case 1 -> take(slow.randomStep(term, 5, random));
          case 2 -> {
            assertHistogram(term);
            take(slow.randomStep(term, 5, random));
            assertHistogram(term);
          }
          default -> cut(term);
        }
        double loss = slow.validationMean(_ -> 1, row -> residual(row) * residual(row));
        assertEquals(loss, bag.validationLoss(), 1e-9 * loss);
      }
    }

    private double residual(int row) {
      return targets[row] - slow.scores[row];
    }

    private void take(Step step) {
      Step taken = bag.apply(step);
      assertArrayEquals(step.values(), taken.values(), 1e-5);
      slow.apply(taken);
    }

    private void cut(int term) {
      int cut = random.nextInt(1, slow.terms.shape(term).cellCount());
      double[] sums = new double[4];
      assertTrue(bag.sumsBelow(term, cut, sums));
      double[] gradients = slow.sums(term, row -> -residual(row));
      double[] counts = slow.sums(term, _ -> 1);
      assertEquals(Arrays.stream(gradients, 0, cut).sum(), sums[0], 1e-6);
      assertEquals(Arrays.stream(counts, 0, cut).sum(), sums[1]);
      assertEquals(Arrays.stream(gradients).sum(), sums[2], 1e-6);
      assertEquals(Arrays.stream(counts).sum(), sums[3]);
      take(slow.cut(term, cut, random.nextDouble(-5, 5), random.nextDouble(-5, 5)));
    }

    private void assertHistogram(int term) {
      Histogram histogram = bag.histogram(term);
      double[] gradients = slow.sums(term, row -> -residual(row));
      double[] counts = slow.sums(term, _ -> 1);
      assertEquals(gradients.length, histogram.cellCount);
      for (int cell = 0; cell < gradients.length; cell++) {
        double tolerance = 1e-9 * Math.max(1, Math.abs(gradients[cell]));
        assertEquals(gradients[cell], histogram.gradients[cell], tolerance);
        assertEquals(counts[cell], histogram.hessians[cell]);
        assertEquals(counts[cell], histogram.counts[cell]);
      }
    }
  }

  @Test
  void missingValuesAreNoticed() {
    SlowBag slow = new SlowBag(201, 0.2, new SplittableRandom(42));
    FixedPointBag bag = FixedPointBag.of(slow.terms, slow.rows, row -> row - 100);
    assertTrue(bag.counts.hasMissing(0));
    assertFalse(bag.counts.hasMissing(2));
  }

  @Test
  void withoutValidationRowsThereIsNoLoss() {
    SlowBag slow = new SlowBag(31, 0, new SplittableRandom(43));
    FixedPointBag bag = FixedPointBag.of(slow.terms, slow.rows, row -> row - 15);
    assertEquals(Double.NaN, bag.validationLoss());
  }

  /** All 0, infinite or not a number. */
  @Test
  void residualsThatDoNotFitAreRefused() {
    SlowBag slow = new SlowBag(64, 0.2, new SplittableRandom(44));
    assertNull(FixedPointBag.of(slow.terms, slow.rows, _ -> 0));
    assertNull(FixedPointBag.of(slow.terms, slow.rows, _ -> Double.POSITIVE_INFINITY));
    assertNull(FixedPointBag.of(slow.terms, slow.rows, _ -> Double.NaN));
  }
}
