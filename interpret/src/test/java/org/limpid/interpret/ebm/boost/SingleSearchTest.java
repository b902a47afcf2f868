package org.limpid.interpret.ebm.boost;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.limpid.interpret.ebm.boost.BoostingOptions.MissingValues;

final class SingleSearchTest {

  private static BoostingOptions options(LeafRule rule, MissingValues missing) {
    return new BoostingOptions(rule, 2, missing, 1, 1, 0, 1, false, 0, 10, 10, 0);
  }

  /**
   * Gradients 3, 1 and -4 of one row each in the cells 1 to 3. Cut before cell 3: (3 + 1)^2 / 2 +
   * 4^2 / 1 - 0 = 24; before cell 2: 9 + 9 / 2 = 13.5. Leaves move by -G/H: -2 and 4.
   */
  @Test
  void takesTheCutThatGainsMost() {
    Histogram histogram = new Histogram(5, 1);
    histogram.cellCount = 5;
    histogram.counts = new int[] {0, 1, 1, 1, 0};
    for (int cell = 1; cell < 4; cell++) {
      histogram.gradients[cell] = new double[] {0, 3, 1, -4}[cell];
      histogram.hessians[cell] = 1;
    }
    LeafRule rule = new LeafRule(1, 1, 0, 0, 0, 0);
    SingleSearch search = new SingleSearch(options(rule, MissingValues.LOW), 5, 1);
    Proposal found = search.best(0, TermShape.single(0, 5, false, 0), histogram);
    assertEquals(24, found.gain(), 1e-12);
    double[] scores = new double[5];
    found.step().addTo(scores);
    assertArrayEquals(new double[] {-2, -2, -2, 4, 4}, scores, 1e-12);
  }

  @Test
  void noOtherCutGainsMore() {
    SplittableRandom random = new SplittableRandom(71);
    int steps = 0;
    for (int round = 0; round < 1500; round++) {
      int cells = random.nextInt(3, 14);
      int scoreCount = random.nextInt(3) == 0 ? 3 : 1;
      Histogram histogram = RandomHistograms.histogram(cells, scoreCount, random);
      RandomHistograms.clear(histogram, cells - 1);
      LeafRule rule = RandomHistograms.rule(random);
      MissingValues missing = MissingValues.values()[random.nextInt(4)];
      SingleSearch search = new SingleSearch(options(rule, missing), cells, scoreCount);
      Proposal found = search.best(0, TermShape.single(0, cells, false, 0), histogram);
      double best = bruteGain(rule, histogram, missing);
      assertEquals(Math.max(0, best), found.gain(), 1e-9);
      if (found.exists()) {
        steps++;
        assertHasValuesOfItsLeaves(rule, histogram, found.step(), scoreCount);
      }
    }
    assertTrue(steps > 500);
  }

  private static double bruteGain(LeafRule rule, Histogram histogram, MissingValues missing) {
    double low = bruteGain(rule, histogram, true, false);
    double high = bruteGain(rule, histogram, false, true);
    return switch (missing) {
      case LOW -> low;
      case SEPARATE -> bruteGain(rule, histogram, false, false);
      case HIGH -> histogram.counts[0] > 0 ? high : bruteGain(rule, histogram, true, false);
      case GAIN -> histogram.counts[0] > 0 ? Math.max(low, high) : low;
    };
  }

  /** The most that a cut gains; missing values in the first cell are below, above or nowhere. */
  private static double bruteGain(LeafRule rule, Histogram histogram, boolean low, boolean high) {
    double best = 0;
    int last = histogram.cellCount;
    for (int cut = 1; cut <= last; cut++) {
      int at = cut;
      double below = RandomHistograms.gain(rule, histogram, c -> c == 0 ? low : c < at);
      double above = RandomHistograms.gain(rule, histogram, c -> c == 0 ? high : c >= at);
      double all = 0;
      for (int k = 0; k < histogram.scoreCount; k++) {
        double[] sums = RandomHistograms.sums(histogram, c -> c > 0 || low || high, k);
        all += rule.gain(sums[0], sums[1]);
      }
      best = Math.max(best, below + above - all);
    }
    return best;
  }

  /** Cells with the same score form a leaf, whose rows move by the rule's value. */
  private static void assertHasValuesOfItsLeaves(
      LeafRule rule, Histogram histogram, Step step, int scoreCount) {
    double[] scores = new double[histogram.cellCount * scoreCount];
    step.addTo(scores);
    for (int cell = 0; cell < histogram.cellCount; cell++) {
      for (int k = 0; k < scoreCount; k++) {
        int at = cell;
        RandomHistograms.Cells leaf = c -> sameLeaf(scores, c, at, scoreCount);
        double expected = RandomHistograms.value(rule, histogram, leaf, k);
        assertEquals(expected, scores[cell * scoreCount + k], 1e-9);
      }
    }
  }

  private static boolean sameLeaf(double[] scores, int a, int b, int scoreCount) {
    for (int k = 0; k < scoreCount; k++) {
      if (scores[a * scoreCount + k] != scores[b * scoreCount + k]) {
        return false;
      }
    }
    return true;
  }

  @Test
  void aTermWithADirectionOnlyMovesThatWay() {
    SplittableRandom random = new SplittableRandom(72);
    int steps = 0;
    for (int round = 0; round < 300; round++) {
      int direction = random.nextBoolean() ? 1 : -1;
      Histogram histogram = RandomHistograms.histogram(12, 1, random);
      RandomHistograms.clear(histogram, 11);
      BoostingOptions options =
          new BoostingOptions(
              RandomHistograms.rule(random), 4, MissingValues.LOW, 1, 1, 0, 1, false, 0, 9, 9, 0);
      SingleSearch search = new SingleSearch(options, 12, 1);
      TermShape shape = TermShape.single(0, 12, false, direction);
      Proposal found =
          random.nextBoolean()
              ? search.best(0, shape, histogram)
              : search.random(0, shape, histogram, random);
      if (found.exists()) {
        steps++;
        double[] scores = new double[12];
        found.step().addTo(scores);
        for (int cell = 1; cell < 12; cell++) {
          assertTrue(direction * (scores[cell] - scores[cell - 1]) >= 0);
        }
      }
    }
    assertNotEquals(0, steps);
  }

  @Test
  void nothingIsCutWhereLeavesWouldBeTooSmall() {
    Histogram histogram = RandomHistograms.histogram(9, 1, new SplittableRandom(73));
    LeafRule rule = new LeafRule(1, 1000, 0, 0, 0, 0);
    SingleSearch search = new SingleSearch(options(rule, MissingValues.GAIN), 9, 1);
    assertFalse(search.best(0, TermShape.single(0, 9, false, 0), histogram).exists());
  }
}
