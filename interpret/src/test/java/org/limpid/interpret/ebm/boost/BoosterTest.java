package org.limpid.interpret.ebm.boost;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BoosterTest {
  /**
   * As in {@code _boost.py} of interpret: {@code max_steps = max_rounds * len(term_features)}, and
   * a step counts where a term may change. Here are seven terms and no early stopping.
   */
  @ParameterizedTest
  @CsvSource({
    "0, false, 0, 4, 28",
    "0, false, 2, 4, 28",
    "10, false, 3, 5, 35",
    "10, false, 8, 5, 35",
    "10, true, 0, 12, 84",
    "2.5, false, 0, 3, 21",
    "10, false, 0, 0, 0"
  })
  void aRoundIsAStepPerTermWhetherGreedyOrNot(
      double greedyRatio, boolean cyclicProgress, int smoothing, int maxRounds, long expected) {
    SplittableRandom random = new SplittableRandom(3);
    SlowBag slow = new SlowBag(200, 0.2, random);
    double[] targets = random.doubles(200).toArray();
    BoostingOptions options =
        new BoostingOptions(
            new LeafRule(0.1, 1, 0, 0, 0, 0),
            2,
            BoostingOptions.MissingValues.SEPARATE,
            1,
            0,
            0,
            greedyRatio,
            cyclicProgress,
            smoothing,
            maxRounds,
            0,
            0);
    FixedPointBag bag = FixedPointBag.of(slow.terms, slow.rows, row -> targets[row]);
    Booster booster = new Booster(slow.terms, bag, 1, options, random, _ -> {});
    booster.run();
    assertEquals(expected, booster.steps());
  }
}
