package org.limpid.interpret.ebm.boost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.limpid.interpret.ebm.objective.ExponentialLoss;
import org.limpid.interpret.ebm.objective.Gamma;
import org.limpid.interpret.ebm.objective.Objective;
import org.limpid.interpret.ebm.objective.Poisson;
import org.limpid.interpret.ebm.objective.Tweedie;

final class ExponentialBagTest {
  /** Single precision of exponentials, per row. */
  private static final double ROUNDING = 1e-5;

  static Stream<ExponentialLoss> losses() {
    return Stream.of(new Poisson(), new Gamma(), new Tweedie(1.5), new Tweedie(1.1));
  }

  /** The derivatives and losses of the objective itself, row by row, are the yardstick. */
  @ParameterizedTest
  @MethodSource("losses")
  void histogramsAndLossAreThoseOfTheObjective(ExponentialLoss loss) {
    SplittableRandom random = new SplittableRandom(91);
    for (int rowCount : new int[] {41, 300, 2001}) {
      new Run(loss, rowCount, false, random).steps(80);
      new Run(loss, rowCount, true, random).steps(80);
    }
  }

  private static final class Run {
    private final SplittableRandom random;
    private final SlowBag slow;
    private final Objective objective;
    private final double[] targets;
    private final double[] weights;
    private final ExponentialBag bag;

    Run(ExponentialLoss loss, int rowCount, boolean weighted, SplittableRandom random) {
      this.random = random;
      objective = (Objective) loss;
      slow = new SlowBag(rowCount, 0.2, random);
      boolean zeros = objective.rejects(0).isEmpty();
      targets = random.doubles(rowCount, 0.5, 9).map(y -> zeros && y < 3 ? 0 : y).toArray();
      weights = weighted ? random.doubles(rowCount, 0.1, 5).toArray() : null;
      for (int row = 0; row < rowCount; row++) {
        slow.scores[row] = random.nextDouble(-2, 2);
      }
      bag =
          new ExponentialBag(
              slow.terms, slow.rows, loss, targets, weights, row -> slow.scores[row]);
    }

    /** As boosting does: a histogram, then perhaps a step of its term or of another one. */
    void steps(int count) {
      for (int i = 0; i < count; i++) {
        int term = random.nextInt(SlowBag.TERMS);
        assertHistogram(term);
        if (random.nextInt(4) > 0) {
          int changed = random.nextInt(3) == 0 ? random.nextInt(SlowBag.TERMS) : term;
          double size = random.nextBoolean() ? 0.01 : 0.5;
          slow.apply(bag.apply(slow.randomStep(changed, size, random)));
          assertHistogram(changed);
        }
        double expected = slow.validationMean(this::weight, this::loss);
        assertEquals(expected, bag.validationLoss(), ROUNDING * magnitude());
      }
    }

    private double weight(int row) {
      return weights == null ? 1 : weights[row];
    }

    private double loss(int row) {
      return objective.loss(new float[] {(float) slow.scores[row]}, new double[] {targets[row]}, 0);
    }

    /** Losses are differences of numbers of about this size. */
    private double magnitude() {
      return slow.validationMean(this::weight, row -> 1 + Math.abs(loss(row)) + hessian(row));
    }

    private double gradient(int row) {
      return derivatives(row)[0];
    }

    private double hessian(int row) {
      return derivatives(row)[1];
    }

    private float[] derivatives(int row) {
      float[] gradient = new float[1];
      float[] hessian = new float[1];
      float[] score = {(float) slow.scores[row]};
      objective.derivatives(score, new double[] {targets[row]}, gradient, hessian, 0, 1);
      return new float[] {gradient[0], hessian[0]};
    }

    private void assertHistogram(int term) {
      Histogram histogram = bag.histogram(term);
      double[] gradients = slow.sums(term, row -> weight(row) * gradient(row));
      double[] hessians = slow.sums(term, row -> weight(row) * hessian(row));
      double[] sizes = slow.sums(term, row -> weight(row) * (targets[row] + hessian(row) + 1));
      double[] counts = slow.sums(term, _ -> 1);
      for (int cell = 0; cell < gradients.length; cell++) {
        double tolerance = ROUNDING * sizes[cell];
        assertEquals(counts[cell], histogram.counts[cell]);
        assertEquals(gradients[cell], histogram.gradients[cell], tolerance);
        assertEquals(hessians[cell], histogram.hessians[cell], tolerance);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("losses")
  void extremeScoresAndStepsStayFinite(ExponentialLoss loss) {
    SplittableRandom random = new SplittableRandom(92);
    for (double size : new double[] {100, 1e300}) {
      SlowBag slow = new SlowBag(101, 0.3, random);
      double[] targets = random.doubles(101, 0.5, 1e6).toArray();
      ExponentialBag bag =
          new ExponentialBag(
              slow.terms, slow.rows, loss, targets, null, row -> row % 2 == 0 ? 70 : -70);
      for (int i = 0; i < 40; i++) {
        Step step = slow.randomStep(random.nextInt(SlowBag.TERMS), size, random);
        bag.apply(step);
        assertTrue(Double.isFinite(bag.validationLoss()));
        Histogram histogram = bag.histogram(random.nextInt(SlowBag.TERMS));
        assertTrue(Double.isFinite(Arrays.stream(histogram.gradients).sum()));
        assertTrue(Double.isFinite(Arrays.stream(histogram.hessians).sum()));
      }
    }
  }

  /** Without rows that validate, and with counts that are all 0 in a cell. */
  @Test
  void withoutValidationRowsThereIsNoLoss() {
    SlowBag slow = new SlowBag(20, 0, new SplittableRandom(93));
    ExponentialBag bag =
        new ExponentialBag(slow.terms, slow.rows, new Poisson(), new double[20], null, _ -> 0);
    assertEquals(Double.NaN, bag.validationLoss());
    Histogram histogram = bag.histogram(0);
    for (int cell = 0; cell < histogram.cellCount; cell++) {
      assertEquals(histogram.counts[cell], histogram.gradients[cell]);
      assertEquals(histogram.counts[cell], histogram.hessians[cell]);
    }
  }
}
