package org.limpid.interpret.ebm.boost;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class LogLossBagTest {
  /** Single precision of odds and probabilities, per row. */
  private static final double ROUNDING = 1e-5;

  /** Largest second derivative of the logistic function, 1 / (6 sqrt 3). */
  private static final double CURVATURE = 0.0963;

  /** Sum of steps after which a histogram is made anew. */
  private static final double MOST_DRIFT = 0.1;

  @Test
  void histogramsAndLossFollowTheLogisticFormulas() {
    SplittableRandom random = new SplittableRandom(51);
    for (int rowCount : new int[] {41, 300, 2001}) {
      for (int round = 0; round < 3; round++) {
        new Run(rowCount, false, random).steps(80);
        new Run(rowCount, true, random).steps(80);
      }
    }
  }

  private static final class Run {
    private final SplittableRandom random;
    private final SlowBag slow;
    private final double[] classes;
    private final double[] weights;
    private final LogLossBag bag;
    private int lastTerm = -1;

    Run(int rowCount, boolean weighted, SplittableRandom random) {
      this.random = random;
      slow = new SlowBag(rowCount, 0.2, random);
      classes = random.ints(rowCount, 0, 2).asDoubleStream().toArray();
      weights = weighted ? random.doubles(rowCount, 0.1, 5).toArray() : null;
      for (int row = 0; row < rowCount; row++) {
        slow.scores[row] = random.nextDouble(-2, 2);
      }
      bag = new LogLossBag(slow.terms, slow.rows, classes, weights, row -> slow.scores[row]);
    }

    /** As boosting does: a histogram, then perhaps a step of its term. */
    void steps(int count) {
      for (int i = 0; i < count; i++) {
        boolean again = lastTerm >= 0 && random.nextBoolean();
        int term = again ? lastTerm : random.nextInt(SlowBag.TERMS);
        assertHistogram(term, term != lastTerm);
        lastTerm = term;
        if (random.nextInt(4) > 0) {
          Step step = slow.randomStep(term, random.nextBoolean() ? 0.01 : 0.3, random);
          slow.apply(bag.apply(step));
        }
        double loss = slow.validationMean(this::weight, this::loss);
        assertEquals(loss, bag.validationLoss(), ROUNDING * loss);
      }
    }

    private double weight(int row) {
      return weights == null ? 1 : weights[row];
    }

    private double loss(int row) {
      return Math.log1p(Math.exp(-slow.scores[row])) + (1 - classes[row]) * slow.scores[row];
    }

    private double probability(int row) {
      return 1 / (1 + Math.exp(-slow.scores[row]));
    }

    private double hessian(int row) {
      return weight(row) * probability(row) * (1 - probability(row));
    }

    /** Of the term at hand Newton's method tells the histogram, up to half the curvature. */
    private void assertHistogram(int term, boolean exact) {
      Histogram histogram = bag.histogram(term);
      double[] gradients = slow.sums(term, row -> weight(row) * (probability(row) - classes[row]));
      double[] hessians = slow.sums(term, this::hessian);
      double[] counts = slow.sums(term, _ -> 1);
      double[] totals = slow.sums(term, this::weight);
      double gradientError = exact ? 0 : CURVATURE / 2 * MOST_DRIFT * MOST_DRIFT;
      double hessianError = exact ? 0 : CURVATURE * MOST_DRIFT;
      for (int cell = 0; cell < gradients.length; cell++) {
        double n = totals[cell];
        assertEquals(counts[cell], histogram.counts[cell]);
        assertEquals(gradients[cell], histogram.gradients[cell], n * (gradientError + ROUNDING));
        assertEquals(hessians[cell], histogram.hessians[cell], n * (hessianError + ROUNDING));
      }
    }
  }

  /** At score 0 a row's probability is 1/2, its hessian 1/4 and its loss log 2. */
  @Test
  void startsAtTheScoresGiven() {
    SlowBag slow = new SlowBag(9, 0.4, new SplittableRandom(52));
    LogLossBag bag = new LogLossBag(slow.terms, slow.rows, new double[9], null, _ -> 0);
    assertEquals(Math.log(2), bag.validationLoss(), 1e-7);
    Histogram histogram = bag.histogram(0);
    for (int cell = 0; cell < histogram.cellCount; cell++) {
      assertEquals(histogram.counts[cell] / 2.0, histogram.gradients[cell], 1e-6);
      assertEquals(histogram.counts[cell] / 4.0, histogram.hessians[cell], 1e-6);
    }
  }
}
