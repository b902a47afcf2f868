package org.limpid.interpret.ebm.boost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.limpid.interpret.ebm.boost.BoostingOptions.MissingValues;
import org.limpid.interpret.ebm.objective.LogLoss;
import org.limpid.interpret.model.LinkFunction;

final class SoftmaxBagTest {
  /** Single precision of odds and probabilities, per row. */
  private static final double ROUNDING = 1e-5;

  /** Sum of steps after which a histogram is made anew. */
  private static final double MOST_DRIFT = 0.1;

  @Test
  void histogramsAndLossFollowTheSoftmaxFormulas() {
    SplittableRandom random = new SplittableRandom(81);
    for (int classCount : new int[] {3, 4, 26}) {
      for (int rowCount : new int[] {41, 300, 2600}) {
        new Run(classCount, rowCount, false, random).steps(60);
        new Run(classCount, rowCount, true, random).steps(60);
      }
    }
  }

  /** A bag, and the same rows with scores that are added up one by one. */
  private static final class Run {
    private final SplittableRandom random;
    private final SlowBag slow;
    private final int classCount;
    private final double[] classes;
    private final double[] weights;
    private final double[][] scores;
    private final double[][] probabilities;
    private final SoftmaxBag bag;
    private int lastTerm = -1;

    Run(int classCount, int rowCount, boolean weighted, SplittableRandom random) {
      this.random = random;
      this.classCount = classCount;
      slow = new SlowBag(rowCount, 0.2, random);
      classes = random.ints(rowCount, 0, classCount).asDoubleStream().toArray();
      weights = weighted ? random.doubles(rowCount, 0.1, 5).toArray() : null;
      scores = new double[rowCount][];
      Arrays.setAll(scores, _ -> random.doubles(classCount, -2, 2).toArray());
      probabilities = new double[rowCount][classCount];
      refresh();
      bag =
          new SoftmaxBag(
              slow.terms, slow.rows, classCount, classes, weights, (row, k) -> scores[row][k]);
    }

    /** As boosting does: a histogram, then perhaps a step of its term. */
    void steps(int count) {
      for (int i = 0; i < count; i++) {
        boolean again = lastTerm >= 0 && random.nextBoolean();
        int term = again ? lastTerm : random.nextInt(SlowBag.TERMS);
        assertHistogram(term, term != lastTerm);
        lastTerm = term;
        if (random.nextInt(4) > 0) {
          apply(slow.randomStep(term, random.nextBoolean() ? 0.01 : 3, random));
        }
        double loss = slow.validationMean(this::weight, this::loss);
        assertEquals(loss, bag.validationLoss(), ROUNDING * loss);
      }
    }

    /** The step of one score tells which leaves there are. */
    private void apply(Step shape) {
      double largest = Arrays.stream(shape.values()).map(Math::abs).max().orElse(0);
      double[] values = random.doubles(4L * classCount, -largest, largest).toArray();
      Step step =
          switch (shape) {
            case Step.Scattered scattered ->
                new Step.Scattered(scattered.term(), classCount, scattered.leafOfCell(), values);
            case Step.Ranges ranges -> ranges.withValues(Arrays.copyOf(values, 2 * classCount));
            case Step.Quadrants quadrants -> quadrants.withValues(values);
          };
      Step taken = bag.apply(step);
      double[] table = new double[slow.terms.shape(taken.term()).cellCount() * classCount];
      taken.addTo(table);
      for (int row = 0; row < scores.length; row++) {
        for (int k = 0; k < classCount; k++) {
          scores[row][k] += table[slow.cell(taken.term(), row) * classCount + k];
        }
      }
      refresh();
    }

    private void refresh() {
      for (int row = 0; row < scores.length; row++) {
        LinkFunction.SOFTMAX.respond(scores[row], probabilities[row]);
      }
    }

    private double weight(int row) {
      return weights == null ? 1 : weights[row];
    }

    private double loss(int row) {
      return -Math.log(probabilities[row][(int) classes[row]]);
    }

    private double gradient(int row, int k) {
      return weight(row) * (probabilities[row][k] - (classes[row] == k ? 1 : 0));
    }

    private double hessian(int row, int k) {
      return weight(row) * probabilities[row][k] * (1 - probabilities[row][k]);
    }

    /** Of the term at hand only an estimate of the gradients is known, and the hessians are old. */
    private void assertHistogram(int term, boolean exact) {
      Histogram histogram = bag.histogram(term);
      double[] counts = slow.sums(term, _ -> 1);
      double[] weight = slow.sums(term, this::weight);
      double tolerance = exact ? ROUNDING : MOST_DRIFT / 2;
      for (int k = 0; k < classCount; k++) {
        int ofClass = k;
        double[] gradients = slow.sums(term, row -> gradient(row, ofClass));
        double[] hessians = slow.sums(term, row -> hessian(row, ofClass));
        for (int cell = 0; cell < counts.length; cell++) {
          int at = cell * classCount + k;
          assertEquals(counts[cell], histogram.counts[cell]);
          assertEquals(gradients[cell], histogram.gradients[at], weight[cell] * tolerance);
          assertEquals(hessians[cell], histogram.hessians[at], weight[cell] * tolerance);
        }
      }
    }
  }

  /**
   * The bag for any objective takes every exponential anew and estimates nothing. Boosting either
   * ends at the same loss, and at the same probabilities but for a percent of single steps.
   */
  @Test
  void boostsLikeTheBagForAnyObjective() {
    SplittableRandom random = new SplittableRandom(85);
    SlowBag slow = new SlowBag(3000, 0.2, random);
    double[] weights = random.doubles(3000, 0.5, 2).toArray();
    double[] classes = new double[3000];
    Arrays.setAll(classes, row -> drawn(slow, row, random));
    SoftmaxBag bag = new SoftmaxBag(slow.terms, slow.rows, 4, classes, weights, (_, _) -> 0);
    GradientBag plain =
        new GradientBag(
            slow.terms, slow.rows, new LogLoss(4), classes, weights, (_, _) -> 0, 0, random);
    double[][] found = boosted(slow, bag);
    double[][] expected = boosted(slow, plain);
    double difference = 0;
    for (int row = 0; row < 3000; row++) {
      double[] a = probabilities(slow, found, row);
      double[] b = probabilities(slow, expected, row);
      assertEquals(1, Arrays.stream(a).sum(), 1e-12);
      difference += Math.abs(a[(int) classes[row]] - b[(int) classes[row]]) / 3000;
    }
    assertTrue(difference < 0.01, "mean difference " + difference);
    assertEquals(plain.validationLoss(), bag.validationLoss(), 0.003 * plain.validationLoss());
  }

  /** The class depends on the cells of two terms, and on chance. */
  private static double drawn(SlowBag slow, int row, SplittableRandom random) {
    int cells = slow.cell(1, row) + slow.cell(2, row);
    return random.nextInt(3) == 0 ? random.nextInt(4) : cells / 6;
  }

  private static double[][] boosted(SlowBag slow, BagState bag) {
    LeafRule leaves = new LeafRule(0.05, 4, 1e-4, 0, 0, 0);
    BoostingOptions options =
        new BoostingOptions(
            leaves, 2, MissingValues.SEPARATE, 1, 1, 0, 10, false, 10, 40, 50, 1e-5);
    return new Booster(slow.terms, bag, 4, options, new SplittableRandom(3), _ -> {}).run();
  }

  private static double[] probabilities(SlowBag slow, double[][] tables, int row) {
    double[] sums = new double[4];
    for (int term = 0; term < SlowBag.TERMS; term++) {
      for (int k = 0; k < 4; k++) {
        sums[k] += tables[term][slow.cell(term, row) * 4 + k];
      }
    }
    LinkFunction.SOFTMAX.respond(sums, sums);
    return sums;
  }

  /**
   * Four classes at score 0: each probability is 1/4, each hessian 3/16 and each loss log 4. A step
   * of 0.02 in the first class moves its gradients by 3/16 of that, and those of the others by
   * -1/16, up to the square of the step.
   */
  @Test
  void followsTheStepsOfTheTermAtHand() {
    SlowBag slow = new SlowBag(400, 0.4, new SplittableRandom(82));
    double[] classes = IntStream.range(0, 400).mapToDouble(row -> row % 4).toArray();
    SoftmaxBag bag = new SoftmaxBag(slow.terms, slow.rows, 4, classes, null, (_, _) -> 0);
    assertEquals(Math.log(4), bag.validationLoss(), 1e-6);
    Histogram histogram = bag.histogram(0);
    double[] before = histogram.gradients.clone();
    double step = 0.02;
    bag.apply(new Step.Ranges(0, new int[] {histogram.cellCount}, new double[] {step, 0, 0, 0}));
    bag.histogram(0);
    for (int cell = 0; cell < histogram.cellCount; cell++) {
      int rows = histogram.counts[cell];
      for (int k = 0; k < 4; k++) {
        double expected = before[cell * 4 + k] + rows * step * (k == 0 ? 3 : -1) / 16;
        assertEquals(expected, histogram.gradients[cell * 4 + k], rows * 1e-6);
        assertEquals(rows * 3 / 16.0, histogram.hessians[cell * 4 + k], rows * 1e-6);
      }
    }
  }

  /** The probabilities of a row sum to one, and one of them is its true class. */
  @Test
  void extremeScoresAndStepsStayFinite() {
    SplittableRandom random = new SplittableRandom(83);
    for (double size : new double[] {50, 1000, 1e300}) {
      SlowBag slow = new SlowBag(301, 0.3, random);
      double[] classes = random.ints(301, 0, 3).asDoubleStream().toArray();
      SoftmaxBag bag =
          new SoftmaxBag(
              slow.terms, slow.rows, 3, classes, null, (row, k) -> row % 3 == k ? size : -size);
      for (int i = 0; i < 30; i++) {
        int term = random.nextInt(SlowBag.TERMS);
        int cells = slow.terms.shape(term).cellCount();
        double[] values = random.doubles(6, -size, size).toArray();
        bag.apply(new Step.Ranges(term, new int[] {random.nextInt(1, cells), cells}, values));
        assertTrue(bag.validationLoss() < 200, "loss " + bag.validationLoss());
        assertGradientsSumToZero(bag.histogram(random.nextInt(SlowBag.TERMS)));
      }
    }
  }

  private static void assertGradientsSumToZero(Histogram histogram) {
    for (int cell = 0; cell < histogram.cellCount; cell++) {
      double sum = DoubleStream.of(histogram.gradients).skip(cell * 3L).limit(3).sum();
      assertEquals(0, sum, 1e-5 * histogram.counts[cell]);
    }
  }

  @Test
  void withoutValidationRowsThereIsNoLoss() {
    SlowBag slow = new SlowBag(20, 0, new SplittableRandom(84));
    SoftmaxBag bag = new SoftmaxBag(slow.terms, slow.rows, 3, new double[20], null, (_, _) -> 0);
    assertEquals(Double.NaN, bag.validationLoss());
    bag.apply(new Step.Ranges(0, new int[] {5}, new double[] {1, 0, 0}));
    assertEquals(Double.NaN, bag.validationLoss());
  }
}
