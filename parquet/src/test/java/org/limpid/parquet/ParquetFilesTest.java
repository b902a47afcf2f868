package org.limpid.parquet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.files.DataException;
import org.limpid.files.IoConsumer;
import org.limpid.files.table.Parquet;
import org.limpid.files.table.TableColumn;
import org.limpid.files.table.TableRows;

/** What parquet-java writes, Hardwood, which shares no code with it, reads. */
final class ParquetFilesTest {
  private static final List<TableColumn> COLUMNS =
      List.of(
          TableColumn.ofTexts("name"), TableColumn.ofLongs("gpus"), TableColumn.ofDoubles("load"));

  @TempDir private Path folder;

  private final Parquet parquet = Parquet.find();

  @Test
  void valuesComeBack() {
    Path file = written(COLUMNS, ParquetFilesTest::twoRows);
    assertEquals(
        "name TEXT, gpus LONG, load DOUBLE | Zoë, 9007199254740993, 0.1 | -, -, -", read(file));
  }

  private static void twoRows(TableRows rows) {
    rows.value("Zoë").value(9007199254740993L).value(0.1).endRow();
    rows.missing().missing().missing().endRow();
  }

  @Test
  void aTableMayHaveNoRows() {
    assertEquals("name TEXT, gpus LONG, load DOUBLE", read(written(COLUMNS, _ -> {})));
  }

  @Test
  void sameRowsMakeSameBytes() throws IOException {
    byte[] first = Files.readAllBytes(written(COLUMNS, ParquetFilesTest::twoRows));
    byte[] again = Files.readAllBytes(written(COLUMNS, ParquetFilesTest::twoRows));
    assertArrayEquals(first, again);
  }

  /** More than the million of one group. */
  @Test
  void rowsOfAllGroupsAreThere() {
    int rows = 1_100_000;
    Path file =
        written(
            List.of(TableColumn.ofLongs("number")),
            taker -> {
              for (int row = 0; row < rows; row++) {
                taker.value((long) row).endRow();
              }
            });
    Sum sum = new Sum();
    parquet.read(file, _ -> sum);
    assertEquals((long) rows * (rows - 1) / 2, sum.value);
  }

  @Test
  void valuesMustFitTheirColumns() {
    assertRefused(rows -> rows.value(1L));
    assertRefused(rows -> rows.value("a").value(1.0));
    assertRefused(rows -> rows.value("a").value(1L).value(Double.NaN));
    assertRefused(rows -> rows.value("a").endRow());
    assertRefused(rows -> rows.value("a").value(1L).value(1.0).missing());
  }

  private void assertRefused(IoConsumer<TableRows> content) {
    Path file = folder.resolve("refused.parquet");
    assertThrows(IllegalArgumentException.class, () -> parquet.write(file, true, COLUMNS, content));
    assertTrue(Files.notExists(file));
  }

  @Test
  void whatIsNoTableIsRefused() throws IOException {
    byte[] bytes = Files.readAllBytes(written(COLUMNS, ParquetFilesTest::twoRows));
    Path cut = Files.write(folder.resolve("cut.parquet"), Arrays.copyOf(bytes, bytes.length / 2));
    assertThrows(DataException.class, () -> read(cut));
    assertThrows(DataException.class, () -> read(folder.resolve("missing.parquet")));
  }

  private Path written(List<TableColumn> columns, IoConsumer<TableRows> content) {
    Path file = folder.resolve("table.parquet");
    parquet.write(file, true, columns, content);
    return file;
  }

  private String read(Path file) {
    Text text = new Text();
    parquet.read(file, text::header);
    return text.toString();
  }

  /** Adds up one column. */
  private static final class Sum extends Taker {
    private long value;

    @Override
    TableRows cell(Object each) {
      value += (long) each;
      return this;
    }

    @Override
    public void endRow() {
      // Only values count.
    }
  }

  /** The table in one line. */
  private static final class Text extends Taker {
    private final List<String> rows = new ArrayList<>();
    private final List<String> cells = new ArrayList<>();

    TableRows header(List<TableColumn> columns) {
      columns.forEach(column -> cells.add(column.name() + " " + column.kind()));
      endRow();
      return this;
    }

    @Override
    TableRows cell(Object value) {
      cells.add(value.toString());
      return this;
    }

    @Override
    public void endRow() {
      rows.add(String.join(", ", cells));
      cells.clear();
    }

    @Override
    public String toString() {
      return String.join(" | ", rows);
    }
  }

  private abstract static class Taker implements TableRows {
    abstract TableRows cell(Object value);

    @Override
    public TableRows value(long value) {
      return cell(value);
    }

    @Override
    public TableRows value(double value) {
      return cell(value);
    }

    @Override
    public TableRows value(String value) {
      return cell(value);
    }

    @Override
    public TableRows missing() {
      return cell("-");
    }
  }
}
