package org.limpid.interpret.ebm.boost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class PairSearchTest {

  @Test
  void noOtherCutsGainMore() {
    SplittableRandom random = new SplittableRandom(81);
    int steps = 0;
    for (int round = 0; round < 400; round++) {
      int first = random.nextInt(2, 7);
      int second = random.nextInt(2, 7);
      int scoreCount = random.nextInt(3) == 0 ? 2 : 1;
      Histogram histogram = RandomHistograms.histogram(first * second, scoreCount, random);
      LeafRule rule = RandomHistograms.rule(random);
      PairSearch search = new PairSearch(rule, first * second, scoreCount);
      Proposal found = search.best(3, shape(first, second), histogram);
      Brute brute = new Brute(rule, histogram, first, second);
      assertEquals(brute.best(), found.gain(), 1e-9);
      if (found.exists()) {
        steps++;
        brute.assertIsOf((Step.Quadrants) found.step(), found.gain());
      }
      double strength = search.strength(shape(first, second), histogram);
      double expected = brute.strength();
      assertTrue(strength == expected || Math.abs(strength - expected) < 1e-9);
    }
    assertTrue(steps > 200);
  }

  private static TermShape shape(int first, int second) {
    return TermShape.pair(0, 1, new int[0], new int[0], new int[] {first, second});
  }

  /** All cuts of both kinds, each leaf summed cell by cell. */
  private record Brute(LeafRule rule, Histogram histogram, int first, int second) {
    double best() {
      return Math.max(0, Math.max(best(true), best(false)));
    }

    private double best(boolean firstCuts) {
      double best = 0;
      int others = firstCuts ? second : first;
      for (int cut = 1; cut < (firstCuts ? first : second); cut++) {
        for (int low = 1; low < others; low++) {
          for (int high = 1; high < others; high++) {
            best = Math.max(best, gain(firstCuts, cut, low, high));
          }
        }
      }
      return best;
    }

    double strength() {
      double best = Double.NEGATIVE_INFINITY;
      for (int a = 1; a < first; a++) {
        for (int b = 1; b < second; b++) {
          best = Math.max(best, gain(true, a, b, b));
        }
      }
      return best;
    }

    private double gain(boolean firstCuts, int cut, int low, int high) {
      double gain = 0;
      for (int leaf = 0; leaf < 4; leaf++) {
        int wanted = leaf;
        gain +=
            RandomHistograms.gain(
                rule, histogram, cell -> leaf(cell, firstCuts, cut, low, high) == wanted);
      }
      for (int k = 0; k < histogram.scoreCount; k++) {
        double[] all = RandomHistograms.sums(histogram, _ -> true, k);
        gain -= rule.gain(all[0], all[1]);
      }
      return gain;
    }

    private int leaf(int cell, boolean firstCuts, int cut, int low, int high) {
      int common = firstCuts ? cell / second : cell % second;
      int other = firstCuts ? cell % second : cell / second;
      int turn = common < cut ? low : high;
      return (common < cut ? 0 : 2) + (other < turn ? 0 : 1);
    }

    /** Whether the step gains what it promises, and moves its leaves as the rule says. */
    void assertIsOf(Step.Quadrants step, double gain) {
      boolean firstCuts = step.firstCuts();
      assertEquals(3, step.term());
      assertEquals(gain(firstCuts, step.cut(), step.lowCut(), step.highCut()), gain, 1e-9);
      for (int i = 0; i < step.values().length; i++) {
        int leaf = i / histogram.scoreCount;
        double expected =
            RandomHistograms.value(
                rule,
                histogram,
                c -> leaf(c, firstCuts, step.cut(), step.lowCut(), step.highCut()) == leaf,
                i % histogram.scoreCount);
        assertEquals(expected, step.values()[i], 1e-9);
      }
    }
  }

  /**
   * Exclusive or: gradient 1 where both bins are alike, else -1, a row each. No single cut gains,
   * both together gain 4 leaves times 1^2 / 1.
   */
  @Test
  void findsWhatNeitherFeatureTellsAlone() {
    Histogram histogram = new Histogram(4, 1);
    histogram.cellCount = 4;
    histogram.counts = new int[] {1, 1, 1, 1};
    for (int cell = 0; cell < 4; cell++) {
      histogram.gradients[cell] = cell == 0 || cell == 3 ? 1 : -1;
      histogram.hessians[cell] = 1;
    }
    PairSearch search = new PairSearch(new LeafRule(0.5, 1, 0, 0, 0, 0), 4, 1);
    Proposal found = search.best(0, shape(2, 2), histogram);
    assertEquals(4, found.gain(), 1e-12);
    assertEquals(4, search.strength(shape(2, 2), histogram), 1e-12);
    double[] scores = new double[4];
    found.step().addTo(scores);
    assertEquals(-0.5, scores[0], 1e-12);
    assertEquals(0.5, scores[1], 1e-12);
    assertEquals(-0.5, scores[3], 1e-12);
  }
}
