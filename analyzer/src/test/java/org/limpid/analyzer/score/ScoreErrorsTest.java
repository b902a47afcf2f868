package org.limpid.analyzer.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.limpid.analyzer.given.GivenProfiles.single;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.limpid.analyzer.PackingReport;
import org.limpid.data.Profiles.SingleProfile;

class ScoreErrorsTest {
  private static final List<SingleProfile> TRUTH =
      List.of(
          single("A", 1, 0, 0), single("A", 2, 0, 0), single("B", 1, 0, 1), single("C", 1, 0, 2));

  /**
   * Right: A, A and C. The distance of B is 1, so the mean is 1/4. Deviations by model: A 2 x (1 -
   * .75), B -.75, C .25; the root of .25 + .5625 + .0625 is .9354, over 4.
   */
  @Test
  void errorsAreCountedAndSummedByModel() {
    ScoreErrors errors = ScoreErrors.of(TRUTH, new int[] {0, 0, 2, 2});
    assertEquals(4, errors.rowCount());
    assertEquals(3, errors.right());
    assertEquals(.75, errors.accuracy());
    assertEquals(.25, errors.meanAbsoluteError());
    assertEquals(Math.sqrt(.875) / 4, errors.standardError(), 1e-15);
  }

  /** Wilson: (.75 + 1.9208 / 4 -+ 1.96 sqrt(.1875 / 4 + 3.8416 / 64)) / (1 + 3.8416 / 4). */
  @Test
  void intervalIsThatOfWilson() {
    ScoreErrors errors = ScoreErrors.of(TRUTH, new int[] {0, 0, 2, 2});
    assertEquals(.3006, PackingReport.low(errors), 5e-5);
    assertEquals(.9544, PackingReport.high(errors), 5e-5);
  }

  @Test
  void intervalStaysWithinNoneAndAll() {
    ScoreErrors all = ScoreErrors.of(TRUTH, new int[] {0, 0, 1, 2});
    ScoreErrors none = ScoreErrors.of(TRUTH, new int[] {1, 2, 0, 0});
    assertEquals(1, PackingReport.high(all), 1e-12);
    assertEquals(0, PackingReport.low(none), 1e-12);
    assertTrue(PackingReport.low(all) > PackingReport.high(none) - 0.02);
    assertEquals(0, all.standardError());
    assertEquals(1.5, none.meanAbsoluteError());
  }
}
