package org.limpid.interpret.ebm.boost;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class SquaredErrorBagTest {
  /** Sums in another order. */
  private static final double ROUNDING = 1e-10;

  @Test
  void weightedSumsAreThoseOfASlowBag() {
    SplittableRandom random = new SplittableRandom(61);
    for (int rowCount : new int[] {40, 41, 501}) {
      for (boolean weighted : new boolean[] {false, true}) {
        assertSums(new SlowBag(rowCount, 0.25, random), weighted, random);
      }
    }
  }

  private static void assertSums(SlowBag slow, boolean weighted, SplittableRandom random) {
    int rowCount = slow.rowCount();
    double[] targets = random.doubles(rowCount, -10, 10).toArray();
    double[] weights = weighted ? random.doubles(rowCount, 0.1, 5).toArray() : null;
    double start = 1.5;
    Arrays.fill(slow.scores, start);
    SquaredErrorBag bag = new SquaredErrorBag(slow.terms, slow.rows, targets, weights, _ -> start);
    SlowBag.OfRow weight = row -> weighted ? weights[row] : 1;
    SlowBag.OfRow residual = row -> slow.scores[row] - targets[row];
    int term = 0;
    for (int i = 0; i < 120; i++) {
      term = random.nextBoolean() ? term : random.nextInt(SlowBag.TERMS);
      assertHistogram(slow, bag.histogram(term), term, weight, residual);
      int changed = random.nextInt(4) == 0 ? random.nextInt(SlowBag.TERMS) : term;
      slow.apply(bag.apply(slow.randomStep(changed, 1, random)));
      double loss = slow.validationMean(weight, row -> residual.of(row) * residual.of(row));
      assertEquals(loss, bag.validationLoss(), ROUNDING * loss);
    }
  }

  private static void assertHistogram(
      SlowBag slow, Histogram histogram, int term, SlowBag.OfRow weight, SlowBag.OfRow residual) {
    double[] gradients = slow.sums(term, row -> weight.of(row) * residual.of(row));
    double[] hessians = slow.sums(term, weight);
    double[] counts = slow.sums(term, _ -> 1);
    for (int cell = 0; cell < gradients.length; cell++) {
      double tolerance = ROUNDING * (1 + hessians[cell]) * 10;
      assertEquals(gradients[cell], histogram.gradients[cell], tolerance);
      assertEquals(hessians[cell], histogram.hessians[cell], tolerance);
      assertEquals(counts[cell], histogram.counts[cell]);
    }
  }

  @Test
  void withoutValidationRowsThereIsNoLoss() {
    SlowBag slow = new SlowBag(20, 0, new SplittableRandom(62));
    SquaredErrorBag bag = new SquaredErrorBag(slow.terms, slow.rows, new double[20], null, _ -> 2);
    assertEquals(Double.NaN, bag.validationLoss());
    assertEquals(2 * bag.histogram(0).counts[1], bag.histogram(0).gradients[1]);
  }
}
