package org.limpid.plots.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.limpid.plots.chart.Scale.Tick;
import org.limpid.plots.chart.Scales;

final class LogarithmScaleTest {
  /** The mark of 1 min = 60 s stands at log10(61). */
  @Test
  void marksStandWhereTheirValuesAre() {
    FeatureWords.LogarithmScale scale =
        new FeatureWords.LogarithmScale(0, 5, Scales::logarithmicDuration);
    List<Tick> minutes =
        scale.ticks(6).stream().filter(tick -> tick.label().equals("1 min")).toList();

    assertEquals(1, minutes.size());
    assertEquals(Math.log10(61), minutes.getFirst().value(), 1e-12);
  }
}
