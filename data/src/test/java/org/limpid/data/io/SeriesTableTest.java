package org.limpid.data.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.data.Forecast;
import org.limpid.data.ThroughputSeries;
import org.limpid.data.ThroughputSeries.Gap;
import org.limpid.files.DataException;
import org.limpid.files.Problems;

class SeriesTableTest {
  private static final String HEADER = "time,submit_gpu_job,submit_gpu_num\n";

  @TempDir Path folder;

  private String failure(String rows) {
    DatasetReader reader = new SmallDataset(folder).with("series.csv", HEADER + rows).open();
    return assertThrows(DataException.class, reader::throughput).getMessage();
  }

  @Test
  void countsComeSlotBySlot() {
    ThroughputSeries series = new SmallDataset(folder).open().throughput().orElseThrow();
    assertEquals(0, series.startSeconds());
    assertEquals(600, series.slotSeconds());
    assertArrayEquals(new double[] {3, 3}, series.jobs());
    assertEquals(List.of(), series.gaps());
  }

  @Test
  void missingSlotsAreIdleAndNamed() {
    ThroughputSeries series =
        new SmallDataset(folder)
            .with("series.csv", HEADER + "600,1,8\n2400,2,9\n3000,3,10\n")
            .open()
            .throughput()
            .orElseThrow();
    assertArrayEquals(new double[] {1, 0, 0, 2, 3}, series.jobs());
    assertArrayEquals(new double[] {8, 0, 0, 9, 10}, series.gpus());
    assertEquals(List.of(new Gap(1200, 2)), series.gaps());
  }

  @Test
  void aDataSetWithoutASeriesHasNone() {
    DatasetReader reader =
        new SmallDataset(folder)
            .with(
                DatasetDescription.FILE_NAME,
                SmallDataset.DESCRIPTION.replace("\"series\": \"series.csv\", ", ""))
            .open();
    assertTrue(reader.throughput().isEmpty());
  }

  @Test
  void rowsBesideTheGridAreReported() {
    String message = failure("0,1,1\n600,1,1\n1500,1,1\n1800,1,1\n1200,1,1\n");
    assertTrue(message.contains("series.csv:4: time"), message);
    assertTrue(message.contains("multiple of ten minutes"), message);
    assertTrue(message.contains("series.csv:6: time"), message);
    assertTrue(message.contains("found '1200'"), message);
  }

  @Test
  void aSeriesOfCenturiesIsAMistake() {
    assertTrue(failure("0,1,1\n6000000000,1,1\n").contains("Maybe the year is misspelt."));
  }

  @Test
  void negativeCountsAndNoRowsAreReported() {
    assertTrue(failure("0,-1,1\n").contains("submit_gpu_job"));
    assertTrue(failure("").contains("expected at least one slot"));
  }

  @Test
  void aForecastSurvivesItsFilePlainOrGzipped() {
    Forecast forecast =
        new Forecast(
            new long[] {-600, 86_400}, new double[] {0.1, 1e-9}, new double[] {Math.PI, 300});
    DatasetReader reader = new SmallDataset(folder).open();
    for (String name : new String[] {"a.csv", "a.csv.gz"}) {
      Path file = folder.resolve(name);
      ThroughputTables.writeForecast(file, forecast, reader.origin());
      Forecast read = ThroughputTables.forecast(file, reader.origin(), new Problems());
      assertEquals(2, read.size(), name);
      assertEquals(-600, read.seconds(0));
      assertEquals(1e-9, read.jobs(1));
      assertEquals(Math.PI, read.gpus(0));
    }
  }
}
