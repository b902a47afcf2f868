package org.limpid.predictor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.limpid.data.ThroughputSeries;
import org.limpid.files.DataException;
import org.limpid.interpret.ebm.EbmParameter;
import org.limpid.interpret.ebm.EbmParameters;
import org.limpid.interpret.evaluate.Metric;
import org.limpid.predictor.feature.LoadFeatures;

class ThroughputTrainerTest {
  static ThroughputConfiguration small(double halfLifeDays) {
    EbmParameters parameters =
        EbmParameters.regression()
            .with(EbmParameter.OUTER_BAGS, 2)
            .with(EbmParameter.INTERACTIONS, 0)
            .with(EbmParameter.MAX_ROUNDS, 30);
    return ThroughputConfiguration.ebm("small", LoadFeatures.EXTENDED, parameters, halfLifeDays);
  }

  private static final ThroughputTrainer TRAINER =
      new ThroughputTrainer(small(Double.POSITIVE_INFINITY));

  @Test
  void threeDaysAreEnough() {
    ThroughputSeries series = SeriesMaker.days(3, 1);
    for (LoadTarget target : LoadTarget.values()) {
      ThroughputModel model = TRAINER.train(series, target);
      assertEquals(432, model.model().provenance().rowCount());
      assertTrue(model.evaluate(series, 0, series.endSeconds()).value(Metric.R2) > 0.2);
    }
  }

  @Test
  void everyPresetLearnsFromThreeDaysAndNamesTheFeaturesItDoesWithout() {
    ThroughputSeries series = SeriesMaker.days(3, 1);
    for (ThroughputPreset preset :
        new ThroughputPreset[] {ThroughputPreset.SQUARED, ThroughputPreset.ABSOLUTE}) {
      ThroughputModel model = ThroughputTrainer.of(preset).train(series, LoadTarget.JOBS);
      assertTrue(model.evaluate(series, 0, series.endSeconds()).value(Metric.MAE) < 4);
      assertEquals(List.of("usual_week_jobs"), model.leftOut(), preset.presetName());
    }
  }

  @Test
  void anIdleClusterHasNothingToLearn() {
    ThroughputSeries idle = SeriesMaker.of(new double[432], new double[432]);
    DataException failure =
        assertThrows(DataException.class, () -> TRAINER.train(idle, LoadTarget.JOBS));
    assertTrue(failure.getMessage().contains("found 0.0 in every row"), failure.getMessage());
  }

  @Test
  void lessThanTwoDaysAreRejectedWithBothNumbers() {
    ThroughputSeries series = SeriesMaker.days(1, 1);
    DataException failure =
        assertThrows(DataException.class, () -> TRAINER.train(series, LoadTarget.JOBS));
    assertTrue(failure.getMessage().contains("at least 288 slots"), failure.getMessage());
    assertTrue(failure.getMessage().contains("found 144"), failure.getMessage());
    assertTrue(failure.getMessage().contains("Maybe"), failure.getMessage());
  }

  @Test
  void nothingAtTheEndOfTheRangeOrLaterIsLearnt() {
    ThroughputSeries series = SeriesMaker.days(6, 1);
    ThroughputSeries changed = SeriesMaker.changedFrom(series, 4 * SeriesMaker.DAY, 5);
    long until = series.seconds(4 * SeriesMaker.DAY);
    ThroughputModel model = TRAINER.train(series, LoadTarget.JOBS, 0, until);
    ThroughputModel same = TRAINER.train(changed, LoadTarget.JOBS, 0, until);
    assertArrayEquals(model.predict(series, 0, until), same.predict(series, 0, until));
    assertEquals(SeriesMaker.ORIGIN.plusDays(4), model.note().trainedUntil());
  }

  @Test
  void weightsHalveWithEveryHalfLife() {
    ThroughputSeries series = SeriesMaker.days(3, 1);
    double[] weights =
        new ThroughputTrainer(small(1))
            .trainingSet(series, LoadTarget.JOBS, 0, series.endSeconds())
            .weights()
            .orElseThrow();
    assertEquals(1, weights[431]);
    assertEquals(0.5, weights[431 - 144], 1e-12);
    assertEquals(0.25, weights[431 - 288], 1e-12);
  }

  @Test
  void theSameSeriesGivesTheSameModel() {
    ThroughputSeries series = SeriesMaker.days(3, 1);
    ThroughputModel one = TRAINER.train(series, LoadTarget.GPUS);
    ThroughputModel other = TRAINER.train(series, LoadTarget.GPUS);
    assertArrayEquals(one.predict(series, 0, 600_000), other.predict(series, 0, 600_000));
  }
}
