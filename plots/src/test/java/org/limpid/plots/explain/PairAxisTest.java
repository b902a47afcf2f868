package org.limpid.plots.explain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.limpid.interpret.explain.TermExplanation;
import org.limpid.plots.SampleModels;

final class PairAxisTest {
  private final TermExplanation pair = TermExplanation.of(SampleModels.waits(), "hour & day");
  private final ShapeLook look = ShapeLook.alone(SampleModels.waits(), Optional.empty());

  @Test
  void binsFollowTheCuts() {
    PairAxis hour = PairAxis.of(pair, 0, look);

    assertArrayEquals(new double[] {0, 6, 18, 24}, hour.edges());
    assertEquals(1, hour.binAt(5.9));
    assertEquals(2, hour.binAt(6));
    assertEquals(3, hour.binAt(20));
    assertEquals(-1, hour.binAt(24.5), "no row of the pair lacks the hour");
    assertTrue(hour.end().isEmpty());
  }

  @Test
  void valuesAreTheInverseOfFractions() {
    PairAxis hour = PairAxis.of(pair, 0, look);
    for (double fraction = 0; fraction <= 1; fraction += 0.125) {
      assertEquals(fraction, hour.scale().fraction(hour.valueAt(fraction)), 1e-9);
    }
  }
}
