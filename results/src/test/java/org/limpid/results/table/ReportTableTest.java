package org.limpid.results.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTableTest {
  private final ReportTable table =
      new ReportTable("Waits", "policy", "jobs", "mean")
          .row("fifo", 1_200, 3_661.5)
          .row("sjf", 7L, Double.NaN);

  @Test
  void peopleSeeTwoDecimalsAndNumbersToTheRight() {
    assertEquals(
        """
        policy   jobs      mean
        fifo    1,200  3,661.50
        sjf         7         -
        """,
        table.aligned());
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
        | fifo | 1,200 | 3,661.50 |
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

  /** So that a program can go on with the library of the tables. */
  @Test
  void rowsCanBeFilteredAndSummedUp() {
    tech.tablesaw.api.Table data = table.data();
    assertEquals(
        List.of("fifo"),
        data.where(data.longColumn("jobs").isGreaterThan(10)).stringColumn("policy").asList());
    assertEquals(1_207, data.longColumn("jobs").sum());
  }
}
