package org.limpid.plots.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.limpid.plots.chart.Scale.Tick;

final class SideScaleTest {
  private final SideScale scale =
      new SideScale(Scales.linear(0, 10), List.of("missing", "unseen"), 0.1);

  /** Numbers have 80 % of the length, each name 10 %. */
  @Test
  void namesFollowTheNumbers() {
    assertEquals(0, scale.fraction(0));
    assertEquals(0.4, scale.fraction(5), 1e-12);
    assertEquals(0.8, scale.fraction(10), 1e-12);
    assertEquals(0.85, scale.fraction(scale.middle(0)), 1e-12);
    assertEquals(0.95, scale.fraction(scale.middle(1)), 1e-12);
    assertEquals(1, scale.fraction(scale.high()), 1e-12);
  }

  @Test
  void namesAreMarked() {
    List<String> labels = scale.ticks(6).stream().map(Tick::label).toList();
    assertTrue(labels.containsAll(List.of("0", "missing", "unseen")), labels.toString());
  }

  @Test
  void numbersNeedRoom() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new SideScale(Scales.linear(0, 1), List.of("a", "b"), 0.5));
  }
}
