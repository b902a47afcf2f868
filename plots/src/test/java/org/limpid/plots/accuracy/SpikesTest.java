package org.limpid.plots.accuracy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.limpid.plots.accuracy.LoadComparison.Slot;

final class SpikesTest {
  /** A thousand hours of 10, but for some hours with the values. */
  private static Spikes with(double... values) {
    double[] all = new double[1000];
    Arrays.fill(all, 10);
    for (int i = 0; i < values.length; i++) {
      all[100 * i] = values[i];
    }
    return Spikes.of(
        IntStream.range(0, all.length).mapToObj(i -> new Slot(3600 * i, all[i], 1, 1)).toList());
  }

  @Test
  void anAxisWithoutSpikesEndsWithTheLargestHour() {
    assertEquals(new Spikes(10, List.of()), with());
    assertEquals(new Spikes(20, List.of()), with(20));
  }

  /** The axis ends 1.3 times above what 99 % of the hours stay below. */
  @Test
  void spikesLieAboveTheAxisTheLargestFirst() {
    Spikes spikes = with(50, 12, 90);
    assertEquals(13, spikes.top());
    assertEquals(13, spikes.scale().high());
    assertEquals(List.of(90.0, 50.0), spikes.above().stream().map(Slot::actual).toList());
  }
}
