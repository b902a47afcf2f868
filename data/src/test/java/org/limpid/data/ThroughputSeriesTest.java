package org.limpid.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThroughputSeriesTest {
  private static final LocalDateTime ORIGIN = LocalDateTime.of(2020, 4, 1, 0, 0);

  private static Trace.Job job(long id, long submitSeconds, int gpus) {
    return new Trace.Job(id, "ann", "blue", "", gpus, 4, "COMPLETED", submitSeconds, 60, null);
  }

  /**
   * Slots of 600 s from 1200 s: jobs at 1200 and 1799 fall into the first, 1800 into the second.
   */
  @Test
  void submissionsAreCountedInTheirSlots() {
    Trace trace =
        new Trace.Builder()
            .add(job(1, 1199, 1))
            .add(job(2, 1200, 2))
            .add(job(3, 1799, 4))
            .add(job(4, 1800, 8))
            .add(job(5, 3000, 16))
            .build();
    ThroughputSeries series = ThroughputSeries.of(trace, ORIGIN, 600, 1200, 3100);
    assertArrayEquals(new double[] {2, 1, 0}, series.jobs());
    assertArrayEquals(new double[] {6, 8, 0}, series.gpus());
    assertEquals(3000, series.endSeconds());
    assertEquals(LocalDateTime.of(2020, 4, 1, 0, 30), series.time(1));
  }

  @Test
  void theFirstSlotFromATimeStartsThenOrLater() {
    ThroughputSeries series =
        new ThroughputSeries(ORIGIN, 600, 600, new double[3], new double[3], List.of());
    assertEquals(0, series.firstSlotFrom(600));
    assertEquals(1, series.firstSlotFrom(601));
    assertEquals(1, series.firstSlotFrom(1200));
    assertEquals(-1, series.firstSlotFrom(0));
  }

  @Test
  void countsAreFiniteAndNotNegative() {
    for (double wrong : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThrows(
          IllegalArgumentException.class,
          () ->
              new ThroughputSeries(
                  ORIGIN, 0, 600, new double[] {wrong}, new double[] {0}, List.of()));
    }
  }
}
