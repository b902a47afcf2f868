package org.limpid.interpret.survival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Measures of survival curves, worked out by hand. */
final class SurvivalEvaluationTest {
  private static final double EXACT = 1e-12;
  private static final double[] DURATIONS = {1, 2, 3, 3, 5};
  private static final boolean[] ENDED = {true, false, true, false, true};

  /** 4/5 last beyond 1; of the three that are there at 3 one ends: 4/5 2/3; the last ends at 5. */
  @Test
  void theCurveFallsAtEnds() {
    KaplanMeier curve = KaplanMeier.of(DURATIONS, ENDED);
    assertEquals(1, curve.beyond(0.9), EXACT);
    assertEquals(0.8, curve.beyond(1), EXACT);
    assertEquals(0.8, curve.beyond(2.9), EXACT);
    assertEquals(0.8, curve.until(3), EXACT);
    assertEquals(8 / 15.0, curve.beyond(3), EXACT);
    assertEquals(0, curve.beyond(6), EXACT);
    assertEquals(1, curve.quantile(0.2), EXACT);
    assertEquals(5, curve.quantile(0.5), EXACT);
    KaplanMeier goingOn = KaplanMeier.of(new double[] {4}, new boolean[] {false});
    assertTrue(Double.isNaN(goingOn.quantile(0.5)));
    assertEquals(1, goingOn.beyond(9));
  }

  /** One of four is no longer watched at 2, and one of two at 3: who ended at 3 went before. */
  @Test
  void theWatchEndsBehindEndsOfTheSameTime() {
    KaplanMeier watch = KaplanMeier.ofWatch(DURATIONS, ENDED);
    assertEquals(1, watch.beyond(1.9), EXACT);
    assertEquals(0.75, watch.beyond(2), EXACT);
    assertEquals(0.75, watch.until(3), EXACT);
    assertEquals(0.375, watch.beyond(3), EXACT);
  }

  /** 1 was to last longest, wrong three times; 3 was to end before 4, right. */
  @Test
  void pairsOfWhichOneEndedFirstCount() {
    double[] durations = {1, 2, 3, 4};
    boolean[] ended = {true, false, true, true};
    assertEquals(0.25, Concordance.of(durations, ended, new double[] {5, 1, 2, 3}), EXACT);
    assertEquals(0.5, Concordance.of(durations, ended, new double[] {7, 7, 7, 7}), EXACT);
    assertEquals(1, Concordance.of(durations, ended, durations), EXACT);
    double[] equal = {3, 3};
    assertTrue(Double.isNaN(Concordance.of(equal, new boolean[] {true, true}, equal)));
    double[] ascending = {1, 2};
    assertEquals(1, Concordance.of(equal, new boolean[] {true, false}, ascending), EXACT);
  }

  @Test
  void theIndexIsThatOfAllPairsOneByOne() {
    SplittableRandom random = new SplittableRandom(5);
    for (int round = 0; round < 50; round++) {
      int count = 2 + random.nextInt(40);
      double[] durations = random.ints(count, 1, 12).asDoubleStream().toArray();
      double[] predicted = random.ints(count, 0, 8).asDoubleStream().toArray();
      boolean[] ended = new boolean[count];
      for (int i = 0; i < count; i++) {
        ended[i] = random.nextInt(3) > 0;
      }
      double expected = byPairs(durations, ended, predicted);
      assertEquals(expected, Concordance.of(durations, ended, predicted), EXACT);
    }
  }

  private static double byPairs(double[] durations, boolean[] ended, double... predicted) {
    double right = 0;
    double pairs = 0;
    for (int i = 0; i < durations.length; i++) {
      for (int j = 0; j < durations.length; j++) {
        boolean endsFirst =
            durations[i] < durations[j] || (durations[i] == durations[j] && !ended[j]);
        if (ended[i] && endsFirst && i != j) {
          pairs++;
          right += predicted[i] == predicted[j] ? 0.5 : predicted[i] < predicted[j] ? 1 : 0;
        }
      }
    }
    return right / pairs;
  }

  /**
   * A half is wrong by 1/4 of whatever happened. At 2.5 the first row has ended, the second one is
   * no longer watched, and the third one, watched with the probability 1/2, stands for both.
   */
  @Test
  void rowsStandForThoseThatAreNoLongerWatched() {
    BrierScore score = new BrierScore(new double[] {1, 2, 3}, new boolean[] {true, false, true});
    assertEquals(0.25, score.at(2.5, (_, _) -> 0.5), EXACT);
    assertEquals((0.09 + 2 * 0.49) / 3, score.at(2.5, (_, _) -> 0.3), EXACT);
    assertEquals(0, score.at(2.5, (row, _) -> row == 0 ? 0 : 1), EXACT);
  }

  /** 0 at 0, then 1/4: (1/8 + 1/4) / 2. */
  @Test
  void theScoreIsIntegratedByTrapezoids() {
    BrierScore score = new BrierScore(new double[] {1, 2, 3}, new boolean[] {true, false, true});
    double[] times = {1, 2};
    assertEquals(0.1875, score.integrated(times, (_, time) -> time == 0 ? 1 : 0.5), EXACT);
    assertTrue(Double.isNaN(score.integrated(new double[0], (_, _) -> 1)));
  }
}
