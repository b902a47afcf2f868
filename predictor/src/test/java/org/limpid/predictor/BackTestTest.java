package org.limpid.predictor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.limpid.data.Forecast;
import org.limpid.data.ThroughputSeries;
import org.limpid.files.DataException;
import org.limpid.interpret.evaluate.Metric;

class BackTestTest {
  private static final int DAY = SeriesMaker.DAY;
  private static final BackTest EVERY_TWO_DAYS =
      new BackTest(ThroughputTrainerTest.small(Double.POSITIVE_INFINITY), 2);

  private static BackTestResult run(ThroughputSeries series, LoadTarget target) {
    return EVERY_TWO_DAYS.run(series, target, series.seconds(4 * DAY), series.seconds(9 * DAY));
  }

  /** Five days in stretches of two: trained on 4, 6 and 8 days less the hour before each. */
  @Test
  void everyStretchIsTrainedOnAllThatWasKnownBeforeIt() {
    BackTestResult result = run(SeriesMaker.days(10, 1), LoadTarget.JOBS);
    assertEquals(5 * DAY, result.size());
    assertEquals(
        List.of(4 * DAY - 6L, 6 * DAY - 6L, 8 * DAY - 6L),
        result.stretches().stream().map(BackTestResult.Stretch::trainedSlots).toList());
    assertEquals(
        List.of(2 * DAY, 2 * DAY, DAY),
        result.stretches().stream().map(stretch -> stretch.evaluation().rowCount()).toList());
  }

  /** Half of the eighth day is the last that anybody counted; nothing is known of what follows. */
  @Test
  void slotsAfterTheLastSubmissionSayNothingOfHowGoodAPredictionWas() {
    ThroughputSeries all = SeriesMaker.days(10, 1);
    int last = 7 * DAY + DAY / 2;
    double[] jobs = all.jobs();
    double[] gpus = all.gpus();
    jobs[last - 1] = Math.max(1, jobs[last - 1]);
    Arrays.fill(jobs, last, jobs.length, 0);
    Arrays.fill(gpus, last, gpus.length, 0);
    ThroughputSeries series =
        new ThroughputSeries(
            all.origin(), all.startSeconds(), all.slotSeconds(), jobs, gpus, List.of());
    assertEquals(series.seconds(last), series.lastSubmissionSeconds());
    BackTestResult result = run(series, LoadTarget.JOBS);
    assertEquals(5 * DAY, result.size());
    assertEquals(last - 4 * DAY, result.overall().rowCount());
    assertEquals(
        List.of(2 * DAY, last - 6 * DAY),
        result.stretches().stream().map(stretch -> stretch.evaluation().rowCount()).toList());
  }

  @Test
  void noPredictionDependsOnTheHourBeforeItsSlotOrLater() {
    ThroughputSeries series = SeriesMaker.days(10, 1);
    double[] before = run(series, LoadTarget.JOBS).predicted();
    for (int slot : new int[] {4 * DAY, 5 * DAY + 3, 6 * DAY, 6 * DAY + 2, 8 * DAY + 1}) {
      ThroughputSeries changed = SeriesMaker.changedFrom(series, slot - 5, slot);
      double[] after = run(changed, LoadTarget.JOBS).predicted();
      int row = slot - 4 * DAY;
      assertArrayEquals(
          Arrays.copyOf(before, row + 1), Arrays.copyOf(after, row + 1), "slot " + slot);
    }
  }

  /** The errors of all stretches, weighted by their slots, are those of the whole. */
  @Test
  void theWholeIsTheSumOfItsStretches() {
    BackTestResult result = run(SeriesMaker.days(10, 1), LoadTarget.GPUS);
    double sum =
        result.stretches().stream()
            .mapToDouble(s -> s.evaluation().rowCount() * s.evaluation().value(Metric.MAE))
            .sum();
    assertEquals(result.overall().value(Metric.MAE), sum / result.size(), 1e-9);
  }

  @Test
  void twoBackTestsMakeAForecastOfTheirSlots() {
    ThroughputSeries series = SeriesMaker.days(10, 1);
    BackTestResult jobs = run(series, LoadTarget.JOBS);
    BackTestResult gpus = run(series, LoadTarget.GPUS);
    Forecast forecast = ThroughputForecast.of(jobs, gpus, series);
    assertEquals(5 * DAY, forecast.size());
    assertEquals(series.seconds(4 * DAY), forecast.seconds(0));
    assertEquals(Math.max(0, jobs.predicted()[100]), forecast.jobs(100));
    assertEquals(Math.max(0, gpus.predicted()[100]), forecast.gpus(100));
    assertThrows(IllegalArgumentException.class, () -> ThroughputForecast.of(gpus, jobs, series));
  }

  @Test
  void aRangeWithoutHistoryIsRejected() {
    ThroughputSeries series = SeriesMaker.days(4, 1);
    assertThrows(
        DataException.class,
        () -> EVERY_TWO_DAYS.run(series, LoadTarget.JOBS, 0, series.endSeconds()));
    assertTrue(EVERY_TWO_DAYS.run(series, LoadTarget.JOBS, 0, 0).stretches().isEmpty());
  }
}
