package org.limpid.interpret.ebm.boost;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class StepTest {

  /** Leaf 0 holds cells 0 and 1, leaf 1 cell 2; two scores per cell, on top of ones. */
  @Test
  void rangesChangeNeighbouringCells() {
    double[] scores = {1, 1, 1, 1, 1, 1};
    new Step.Ranges(0, new int[] {2, 3}, new double[] {10, 20, 30, 40}).addTo(scores);
    assertArrayEquals(new double[] {11, 21, 11, 21, 31, 41}, scores);
  }

  @Test
  void oneScoreChangesLikeSeveral() {
    double[] scores = {1, 1, 1};
    new Step.Ranges(0, new int[] {1, 3}, new double[] {5, -1}).addTo(scores);
    assertArrayEquals(new double[] {6, 0, 0}, scores);
  }

  /** Cells 0 and 2 share leaf 1. */
  @Test
  void scatteredCellsChangeAsTheirLeaf() {
    double[] scores = new double[6];
    new Step.Scattered(0, 2, new int[] {1, 0, 1}, new double[] {1, 2, 3, 4}).addTo(scores);
    assertArrayEquals(new double[] {3, 4, 1, 2, 3, 4}, scores);
  }

  /**
   * The second feature is cut at 1; below that the first one is cut at 1, above it at 2. Rows are
   * the bins of the first feature.
   */
  @Test
  void quadrantsOfTheSecondFeature() {
    double[] scores = new double[6];
    double[] values = {1, 2, 3, 4};
    new Step.Quadrants(0, false, 1, 1, 2, 3, 2, values).addTo(scores);
    assertArrayEquals(new double[] {1, 3, 2, 3, 2, 4}, scores);
  }

  @Test
  void quadrantsAreTheirDefinition() {
    SplittableRandom random = new SplittableRandom(31);
    for (int round = 0; round < 300; round++) {
      int first = random.nextInt(2, 9);
      int second = random.nextInt(2, 9);
      int scoreCount = random.nextInt(1, 4);
      boolean firstCuts = random.nextBoolean();
      int common = firstCuts ? first : second;
      int other = firstCuts ? second : first;
      Step.Quadrants step =
          new Step.Quadrants(
              0,
              firstCuts,
              random.nextInt(1, common),
              random.nextInt(1, other),
              random.nextInt(1, other),
              first,
              second,
              random.doubles(4L * scoreCount).toArray());
      double[] scores = random.doubles((long) first * second * scoreCount).toArray();
      double[] expected = scores.clone();
      for (int i = 0; i < expected.length; i++) {
        int cell = i / scoreCount;
        int leaf = leaf(step, cell / second, cell % second);
        expected[i] += step.values()[leaf * scoreCount + i % scoreCount];
      }
      step.addTo(scores);
      assertArrayEquals(expected, scores);
    }
  }

  private static int leaf(Step.Quadrants step, int a, int b) {
    int common = step.firstCuts() ? a : b;
    int other = step.firstCuts() ? b : a;
    int turn = common < step.cut() ? step.lowCut() : step.highCut();
    return (common < step.cut() ? 0 : 2) + (other < turn ? 0 : 1);
  }

  @Test
  void roundingChangesValuesOnly() {
    double[] scores = new double[3];
    Step step = new Step.Ranges(0, new int[] {1, 3}, new double[] {1.4, 2.6});
    step.rounded(1).addTo(scores);
    assertArrayEquals(new double[] {1, 3, 3}, scores);
    assertArrayEquals(new double[] {1.4, 2.6}, step.values());
    Step scattered = new Step.Scattered(0, 1, new int[] {0, 0, 1}, new double[] {0.7, 9.1});
    Arrays.fill(scores, 0);
    scattered.rounded(1).addTo(scores);
    assertArrayEquals(new double[] {1, 1, 9}, scores);
  }
}
