package org.limpid.predictor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.limpid.data.ThroughputSeries;
import org.limpid.interpret.evaluate.Evaluation;
import org.limpid.interpret.evaluate.Metric;

/**
 * April to August of Venus predict September. Lucid's published predictions have MAE 4.1249 and R2
 * 0.1207 for jobs, MAE 52.9307 for GPUs; the median of the training has 5.17 and 45.82.
 */
class VenusThroughputTest {
  private static final long SEPTEMBER =
      Duration.between(SeriesMaker.ORIGIN, LocalDateTime.of(2020, 9, 1, 0, 0)).toSeconds();

  private static Evaluation september(ThroughputPreset preset, LoadTarget target) {
    ThroughputSeries series = SharedFiles.venus();
    ThroughputModel model = ThroughputTrainer.of(preset).train(series, target, 0, SEPTEMBER);
    assertEquals(22_032, model.model().provenance().rowCount());
    Evaluation evaluation = model.evaluate(series, SEPTEMBER, series.endSeconds());
    assertEquals(4_032, evaluation.rowCount());
    return evaluation;
  }

  private static void assertAtMost(double limit, double found) {
    assertTrue(found <= limit, "expected at most %s, found %s".formatted(limit, found));
  }

  @Test
  void squaredBeatsThePublishedForecastOfJobs() {
    Evaluation evaluation = september(ThroughputPreset.SQUARED, LoadTarget.JOBS);
    assertAtMost(4.12, evaluation.value(Metric.MAE));
    assertAtMost(-0.12, -evaluation.value(Metric.R2));
  }

  @Test
  void absoluteHasTheSmallestErrorOfJobs() {
    assertAtMost(3.85, september(ThroughputPreset.ABSOLUTE, LoadTarget.JOBS).value(Metric.MAE));
  }

  @Test
  void absoluteHasTheSmallestErrorOfGpus() {
    assertAtMost(41.5, september(ThroughputPreset.ABSOLUTE, LoadTarget.GPUS).value(Metric.MAE));
  }
}
