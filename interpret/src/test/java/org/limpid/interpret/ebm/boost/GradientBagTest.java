package org.limpid.interpret.ebm.boost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.limpid.interpret.ebm.objective.SquaredError;

final class GradientBagTest {

  @Test
  void weightedSumsAreThoseOfASlowBag() {
    SplittableRandom random = new SplittableRandom(61);
    for (int rowCount : new int[] {40, 41, 501}) {
      SlowBag slow = new SlowBag(rowCount, 0.25, random);
      double[] targets = random.doubles(rowCount, -10, 10).toArray();
      double[] weights = random.doubles(rowCount, 0.1, 5).toArray();
      GradientBag bag = bag(slow, targets, weights, 0);
      for (int i = 0; i < 60; i++) {
        int term = random.nextInt(SlowBag.TERMS);
        slow.apply(bag.apply(slow.randomStep(term, 1, random)));
        assertState(slow, targets, weights, bag, random.nextInt(SlowBag.TERMS));
      }
    }
  }

  private static GradientBag bag(SlowBag slow, double[] targets, double[] weights, int inner) {
    SquaredError objective = new SquaredError(false);
    SplittableRandom random = new SplittableRandom(5);
    return new GradientBag(
        slow.terms, slow.rows, objective, targets, weights, (_, _) -> 0, inner, random);
  }

  private static void assertState(
      SlowBag slow, double[] targets, double[] weights, GradientBag bag, int term) {
    Histogram histogram = bag.histogram(term);
    double[] gradients = slow.sums(term, row -> weights[row] * (slow.scores[row] - targets[row]));
    double[] hessians = slow.sums(term, row -> weights[row]);
    double[] counts = slow.sums(term, _ -> 1);
    for (int cell = 0; cell < gradients.length; cell++) {
      assertEquals(gradients[cell], histogram.gradients[cell], 1e-4 * (1 + hessians[cell]));
      assertEquals(hessians[cell], histogram.hessians[cell], 1e-9 * hessians[cell]);
      assertEquals(counts[cell], histogram.counts[cell]);
    }
    double loss =
        slow.validationMean(
            row -> weights[row], row -> Math.pow(slow.scores[row] - targets[row], 2));
    assertEquals(loss, bag.validationLoss(), 1e-5 * loss);
  }

  /** Rows are drawn as often as there are rows, those that validate among them. */
  @Test
  void innerBagsAreBootstrapSamples() {
    SlowBag slow = new SlowBag(400, 0, new SplittableRandom(62));
    GradientBag bag = bag(slow, new double[400], null, 3);
    double[] first = hessians(bag, 0);
    double[] second = hessians(bag, 1);
    assertEquals(400, Arrays.stream(first).sum());
    assertEquals(400, Arrays.stream(second).sum());
    assertNotEquals(Arrays.toString(first), Arrays.toString(second));
    assertEquals(Double.NaN, bag.validationLoss());
  }

  private static double[] hessians(GradientBag bag, int innerBag) {
    bag.useInnerBag(innerBag);
    Histogram histogram = bag.histogram(1);
    return Arrays.copyOf(histogram.hessians, histogram.cellCount);
  }
}
