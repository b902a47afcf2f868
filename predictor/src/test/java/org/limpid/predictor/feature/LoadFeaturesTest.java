package org.limpid.predictor.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.limpid.data.ThroughputSeries;
import org.limpid.files.DataException;
import org.limpid.interpret.table.CsvTable;
import org.limpid.interpret.table.NumericColumn;
import org.limpid.interpret.table.Table;
import org.limpid.predictor.SeriesMaker;
import org.limpid.predictor.SharedFiles;

class LoadFeaturesTest {
  private static double value(Table table, String feature, int row) {
    return ((NumericColumn) table.column(feature)).value(row);
  }

  private static double[] all(Table table) {
    return table.columns().stream()
        .flatMapToDouble(column -> DoubleStream.of(((NumericColumn) column).toArray()))
        .toArray();
  }

  @Test
  void figuresTellColumnsInWordsThatDiffer() {
    for (LoadFeatures set : LoadFeatures.ALL) {
      List<String> words =
          set.featureNames().stream()
              .map(column -> LoadFeatures.words(column).orElseThrow())
              .toList();
      assertEquals(words.size(), Set.copyOf(words).size(), words.toString());
    }
    assertEquals(Optional.of("jobs an hour ago"), LoadFeatures.words("soft_1h_jobs"));
    assertEquals(Optional.empty(), LoadFeatures.words("gpu_util"));
  }

  /** The matrix that pandas made of the series of Venus with the code of the notebook. */
  @Test
  void referenceFeaturesAreThoseOfTheNotebookInAllRows() {
    Table expected = CsvTable.read(SharedFiles.file("golden/models/throughput_features.csv.gz"));
    ThroughputSeries series = SharedFiles.venus();
    Table found = LoadFeatures.REFERENCE.table(series, 0, series.size());
    assertEquals(expected.names().subList(3, 28), found.names());
    assertEquals(26_064, found.rowCount());
    for (String name : found.names()) {
      for (int row = 0; row < found.rowCount(); row++) {
        double right = value(expected, name, row);
        assertEquals(right, value(found, name, row), 1e-6 * (1 + right), name + " in " + row);
      }
    }
  }

  /**
   * With x[t] = t, at t = 200: shifts are 200 - 6, - 18, - 144; soft lags of a line are its middle;
   * the hour is 189..194 with mean and median 191.5 and sample deviation sqrt(17.5 / 5).
   */
  @Test
  void referenceFeaturesOfALine() {
    Table row = LoadFeatures.REFERENCE.table(SeriesMaker.counting(250), 200, 201);
    assertEquals(194, value(row, "shift_1h_njob", 0));
    assertEquals(182, value(row, "shift_3h_njob", 0));
    assertEquals(56, value(row, "shift_1d_ngpu", 0));
    assertEquals(194, value(row, "soft_1h_njob", 0));
    assertEquals(182, value(row, "soft_3h_ngpu", 0));
    assertEquals(56, value(row, "soft_1d_njob", 0));
    assertEquals(191.5, value(row, "roll_mean_1h_njob", 0));
    assertEquals(191.5, value(row, "roll_median_1h_njob", 0));
    assertEquals(Math.sqrt(3.5), value(row, "roll_std_1h_ngpu", 0), 1e-12);
  }

  /**
   * With x[t] = t, at t = 300, which is Friday 02:00: the hour is 289..294, the six hours are
   * 259..294; yesterday's slots around 156 are 153..159, and those of the day before 9..15, so the
   * mean is (0.9 x 156 + 0.81 x 12) / 1.71.
   */
  @Test
  void extendedFeaturesOfALine() {
    Table row = LoadFeatures.EXTENDED.table(SeriesMaker.counting(310), 300, 301);
    assertEquals(2, value(row, "time_of_day", 0));
    assertEquals(4, value(row, "day_of_week", 0));
    assertEquals(291.5, value(row, "median_1h_jobs", 0));
    assertEquals(276.5, value(row, "median_6h_jobs", 0));
    assertEquals(293, value(row, "soft_1h_jobs", 0));
    assertEquals(0, value(row, "idle_6h", 0));
    assertEquals((0.9 * 156 + 0.81 * 12) / 1.71, value(row, "usual_mean_jobs", 0), 1e-9);
    assertTrue(Double.isNaN(value(row, "usual_week_jobs", 0)), "there was no week before");
  }

  @Test
  void aConstantLoadIsUsualAndNoSurprise() {
    double[] threes = new double[20 * SeriesMaker.DAY];
    Arrays.fill(threes, 3);
    Table row = LoadFeatures.EXTENDED.table(SeriesMaker.of(threes, threes), 2500, 2501);
    for (String feature : new String[] {"usual_jobs", "usual_week_jobs", "level_12h_jobs"}) {
      assertEquals(3, value(row, feature, 0), 1e-9, feature);
    }
    assertEquals(3, value(row, "fading_week_gpus", 0), 1e-9);
    assertEquals(0, value(row, "surprise_3h_jobs", 0), 1e-9);
    assertEquals(0, value(row, "surprise_1d_jobs", 0), 1e-9);
  }

  /** Wednesday has no weekend behind it; on Saturday the Friday before counts a fifth. */
  @Test
  void daysOfTheOtherKindCountLess() {
    double[] jobs = new double[5 * SeriesMaker.DAY];
    Arrays.fill(jobs, 2 * SeriesMaker.DAY, 3 * SeriesMaker.DAY, 10);
    Arrays.fill(jobs, 3 * SeriesMaker.DAY, 4 * SeriesMaker.DAY, 20);
    int sunday = 4 * SeriesMaker.DAY + 70;
    Table row = LoadFeatures.EXTENDED.table(SeriesMaker.of(jobs, jobs), sunday, sunday + 1);
    double weights = 0.9 + 0.2 * (0.81 + 0.729 + 0.6561);
    assertEquals((0.9 * 20 + 0.2 * 0.81 * 10) / weights, value(row, "usual_mean_jobs", 0), 1e-9);
  }

  @Test
  void nothingNewerThanTheNewestLagChangesAnyFeature() {
    SplittableRandom random = new SplittableRandom(7);
    ThroughputSeries series = SeriesMaker.days(20, 1);
    for (LoadFeatures set : LoadFeatures.ALL) {
      for (int trial = 0; trial < 60; trial++) {
        int slot = trial < 20 ? trial : random.nextInt(series.size());
        int firstChanged = Math.max(0, slot - set.newestLag() + 1);
        ThroughputSeries changed = SeriesMaker.changedFrom(series, firstChanged, trial);
        double[] before = all(set.table(series, slot, slot + 1));
        double[] after = all(set.table(changed, slot, slot + 1));
        assertTrue(Arrays.equals(before, after), set.name() + " at " + slot);
      }
    }
  }

  @Test
  void noSetUsesAnythingAtOrAfterFortyMinutesBefore() {
    LoadFeatures.ALL.forEach(set -> assertTrue(set.newestLag() >= 5, set.name()));
  }

  @Test
  void theNewestLagIsUsed() {
    ThroughputSeries series = SeriesMaker.days(3, 2);
    for (LoadFeatures set : LoadFeatures.ALL) {
      ThroughputSeries changed = SeriesMaker.changedFrom(series, 300 - set.newestLag(), 3);
      double[] before = all(set.table(series, 300, 301));
      double[] after = all(set.table(changed, 300, 301));
      assertTrue(!Arrays.equals(before, after), set.name());
    }
  }

  @Test
  void slotsBeyondTheEndHaveFeaturesForAboutAnHour() {
    ThroughputSeries series = SeriesMaker.days(2, 1);
    assertEquals(293, LoadFeatures.REFERENCE.endSlot(series));
    assertEquals(294, LoadFeatures.EXTENDED.endSlot(series));
    assertEquals(6, LoadFeatures.EXTENDED.table(series, 288, 294).rowCount());
    assertThrows(
        IllegalArgumentException.class, () -> LoadFeatures.EXTENDED.table(series, 288, 295));
  }

  @Test
  void aMisspeltNameGetsTheClosestOne() {
    DataException failure = assertThrows(DataException.class, () -> LoadFeatures.named("extendet"));
    assertTrue(failure.getMessage().contains("extended"), failure.getMessage());
  }
}
