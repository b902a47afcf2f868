package org.limpid.results.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportTableTest {
  private final ReportTable table =
      new ReportTable("Waits", "policy", "jobs", "mean")
          .row("fifo", 1_200, 3_661.5)
          .row("sjf", 7L, Double.NaN);

  @Test
  void peopleSeeFourDigitsAndNumbersToTheRight() {
    assertEquals(
        """
        policy   jobs   mean
        fifo    1,200  3,662
        sjf         7      -
        """,
        table.aligned());
  }

  @ParameterizedTest
  @CsvSource({"97.2345, 97.23", "1, 1.000", "-0.0123, -0.01230", "0, 0.000", "1e-9, 0.000000"})
  void smallNumbersHaveFourDigitsToo(double number, String shown) {
    assertEquals("x\n%s\n".formatted(shown), aligned(number).replace(" ", ""));
  }

  private static String aligned(double number) {
    return new ReportTable("One", "x").row(number).aligned();
  }

  @Test
  void peopleSeeLengthsOfTimeAndFilesSeconds(@TempDir Path folder) throws IOException {
    ReportTable times =
        new ReportTable("Times", "policy", "mean JCT s")
            .row("fifo", 17_400.25)
            .row("sjf", Double.NaN);
    assertEquals(
        """
        policy    mean JCT
        fifo    4 h 50 min
        sjf              -
        """,
        times.aligned());
    times.writeCsv(folder.resolve("times.csv"));
    assertEquals(
        "policy,mean JCT s\nfifo,17400.250000\nsjf,\n",
        Files.readString(folder.resolve("times.csv")));
  }

  @Test
  void filesHoldSixDecimalsAndNothingForWhatIsNotKnown(@TempDir Path folder) throws IOException {
    table.writeCsv(folder.resolve("waits.csv"));
    assertEquals(
        "policy,jobs,mean\nfifo,1200,3661.500000\nsjf,7,\n",
        Files.readString(folder.resolve("waits.csv")));
    table.writeMarkdown(folder.resolve("waits.md"));
    assertEquals(
        """
        # Waits

        | policy | jobs | mean |
        | --- | ---: | ---: |
        | fifo | 1,200 | 3,662 |
        | sjf | 7 | - |
        """,
        Files.readString(folder.resolve("waits.md")));
  }

  @Test
  void tablesWithoutRowsHaveTheirHeader() {
    assertEquals("policy  jobs\n", new ReportTable("None", "policy", "jobs").aligned());
  }

  @Test
  void rowsHaveACellPerColumn() {
    assertThrows(IllegalArgumentException.class, () -> table.row("fifo", 1));
  }
}
