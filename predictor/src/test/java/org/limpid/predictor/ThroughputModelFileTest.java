package org.limpid.predictor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.data.Forecast;
import org.limpid.data.ThroughputSeries;
import org.limpid.data.io.ThroughputTables;
import org.limpid.files.DataException;
import org.limpid.files.Problems;
import org.limpid.interpret.json.ModelJson;
import org.limpid.interpret.linear.LinearTrainer;
import org.limpid.interpret.model.Trainer;
import org.limpid.interpret.tree.TreeTrainer;
import org.limpid.predictor.feature.LoadFeatures;

class ThroughputModelFileTest {
  private static final ThroughputSeries SERIES = SeriesMaker.days(4, 1);

  @TempDir Path folder;

  private static ThroughputConfiguration of(Trainer<?> trainer) {
    return new ThroughputConfiguration("mine", LoadFeatures.REFERENCE, trainer, 30);
  }

  @Test
  void modelsOfAllKindsComeBackWithTheirNote() {
    List<ThroughputConfiguration> configurations =
        List.of(
            ThroughputTrainerTest.small(Double.POSITIVE_INFINITY),
            of(new TreeTrainer()),
            of(new LinearTrainer()));
    for (ThroughputConfiguration configuration : configurations) {
      Path file = folder.resolve("load.json");
      ThroughputModel model =
          new ThroughputTrainer(configuration).train(SERIES, LoadTarget.GPUS, 0, 300_000);
      ThroughputModelFile.write(model, file);
      ThroughputModel read = ThroughputModelFile.read(file);
      assertEquals(model.note(), read.note());
      assertArrayEquals(model.predict(SERIES, 0, 400_000), read.predict(SERIES, 0, 400_000));
      assertEquals(288 + 212, read.model().provenance().rowCount());
      assertEquals("submit_gpu_num", ModelJson.read(file).provenance().target());
    }
  }

  @Test
  void aModelOfSomethingElseIsRejected() throws IOException {
    Path file = folder.resolve("other.json");
    ThroughputModel model =
        new ThroughputTrainer(of(new TreeTrainer())).train(SERIES, LoadTarget.JOBS);
    try (var out = Files.newOutputStream(file)) {
      ModelJson.write(model.model(), out);
    }
    DataException failure = assertThrows(DataException.class, () -> ThroughputModelFile.read(file));
    assertTrue(failure.getMessage().contains("throughput_features"), failure.getMessage());
  }

  @Test
  void aChangedNoteIsRejected() throws IOException {
    Path file = folder.resolve("load.json");
    ThroughputModelFile.write(
        new ThroughputTrainer(of(new TreeTrainer())).train(SERIES, LoadTarget.JOBS), file);
    String text = Files.readString(file);
    for (String[] change :
        new String[][] {
          {"\"reference\"", "\"extended\""},
          {"2020-04-05T00:00", "yesterday"},
          {"\"submit_gpu_job\"", "\"weather\""}
        }) {
      assertTrue(text.contains(change[0]), change[0]);
      Files.writeString(file, text.replace(change[0], change[1]));
      assertThrows(DataException.class, () -> ThroughputModelFile.read(file), change[1]);
    }
  }

  /** The extended features know of six slots after the last one, an hour. */
  @Test
  void forecastsReachAnHourBeyondTheSeriesAndSurviveTheirFile() {
    ThroughputTrainer trainer =
        new ThroughputTrainer(ThroughputTrainerTest.small(Double.POSITIVE_INFINITY));
    ThroughputModel jobs = trainer.train(SERIES, LoadTarget.JOBS);
    ThroughputModel gpus = trainer.train(SERIES, LoadTarget.GPUS);
    Forecast forecast =
        ThroughputForecast.of(jobs, gpus, SERIES, SERIES.endSeconds() - 600, 10_000_000);
    assertEquals(7, forecast.size());
    assertEquals(SERIES.endSeconds() + 5 * 600, forecast.seconds(6));

    Path file = folder.resolve("forecast.csv");
    ThroughputTables.writeForecast(file, forecast, SeriesMaker.ORIGIN);
    Problems problems = new Problems();
    Forecast read = ThroughputTables.forecast(file, SeriesMaker.ORIGIN, problems);
    assertEquals(List.of(), problems.list());
    for (int row = 0; row < forecast.size(); row++) {
      assertTrue(forecast.jobs(row) >= 0 && forecast.gpus(row) >= 0);
      assertEquals(forecast.seconds(row), read.seconds(row));
      assertEquals(forecast.jobs(row), read.jobs(row));
      assertEquals(forecast.gpus(row), read.gpus(row));
    }
  }
}
