package org.limpid.data.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limpid.files.Problem;

class UnixTimeTest {
  private static final LocalDateTime ORIGIN = LocalDateTime.of(2024, 1, 1, 0, 0);

  @TempDir private Path folder;

  /** date -u -d @1700000000: 2023-11-14 22:13:20. */
  @ParameterizedTest
  @CsvSource({
    "1700000000, seconds",
    "1700000000.7, seconds",
    "1700000000123, milliseconds",
    "1700000000123456, microseconds",
    "1700000000123456789, nanoseconds"
  })
  void clocksSince1970AreRecognised(double value, String unit) {
    assertEquals(
        Optional.of(unit + " since 1970 (2023-11-14 22:13:20 UTC)"),
        UnixTime.looksLike(value, ORIGIN));
  }

  /** 315,360,000 s are ten years. */
  @Test
  void timesSinceTheOriginAreNot() {
    for (double value : new double[] {0, -1_700_000_000, 86_400, 315_360_000, Double.NaN}) {
      assertEquals(Optional.empty(), UnixTime.looksLike(value, ORIGIN));
    }
  }

  @Test
  void theOriginMayBeThatOfUnix() {
    LocalDateTime unix = LocalDateTime.of(1970, 1, 1, 0, 0);
    assertEquals(Optional.empty(), UnixTime.looksLike(1_700_000_000, unix));
  }

  /** Told once for a file, with the first line. */
  @ParameterizedTest
  @CsvSource({
    "jobs.csv, submit_time, 2020-04-01 00:01:40",
    "series.csv, time, 2020-04-01 00:00:00",
    "forecast.csv, time, 2020-04-01 00:00:00"
  })
  void everyFileWithTimesIsChecked(String file, String column, String date) {
    SmallDataset dataset = new SmallDataset(folder);
    String content =
        switch (file) {
          case "jobs.csv" ->
              SmallDataset.JOBS.replace(",100,", ",1585699300,").replace(",160,", ",1585699360,");
          case "series.csv" ->
              SmallDataset.SERIES
                  .replace("2020-04-01 00:00:00", "1585699200")
                  .replace("2020-04-01 00:10:00", "1585699800");
          default ->
              SmallDataset.FORECAST
                  .replace("2020-04-01 00:00:00", "1585699200000")
                  .replace("2020-04-01 00:10:00", "1585699800000");
        };
    dataset.with(file, content);
    List<Problem> problems = DatasetCheck.check(folder);
    assertEquals(1, problems.size(), problems.toString());
    assertEquals(2, problems.getFirst().line());
    assertEquals(column, problems.getFirst().column());
    assertTrue(problems.getFirst().message().contains(date), problems.toString());
    assertTrue(problems.getFirst().hint().contains("time.origin"), problems.toString());
  }

  @Test
  void theStartIsChecked() {
    SmallDataset dataset = new SmallDataset(folder);
    dataset.with(
        DatasetDescription.FILE_NAME,
        SmallDataset.DESCRIPTION.replace("\"startSeconds\": 100", "\"startSeconds\": 1585699300"));
    assertTrue(DatasetCheck.check(folder).getFirst().message().contains("seconds since 1970"));
  }
}
