package org.limpid.plots.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.edit.EbmEditor;
import org.limpid.interpret.explain.TermExplanation;
import org.limpid.plots.SampleModels;

final class TermCurveTest {
  private static TermCurve of(EbmModel model, String term) {
    return new TermCurve(TermExplanation.of(model, term));
  }

  /** The score of hours 6 to 18, half of the range 0 to 24, rises by 1: 0.5 on average. */
  @Test
  void distanceIsTheMeanOverTheRange() {
    TermCurve before = of(SampleModels.waits(), "hour");
    TermCurve after =
        of(EbmEditor.of(SampleModels.waits()).setScores("hour", 6, 18, 3).model(), "hour");

    assertEquals(0.5, before.distance(after), 1e-12);
    assertEquals(before.distance(after), after.distance(before), 1e-12);
    assertEquals(0, before.distance(before));
  }

  /** Half of the range has score 2, the rest -1. */
  @Test
  void sizeIsTheDistanceToNothing() {
    assertEquals(1.5, of(SampleModels.waits(), "hour").size(), 1e-12);
    assertEquals(1, of(SampleModels.waits(), "day").size(), 1e-12);
  }
}
