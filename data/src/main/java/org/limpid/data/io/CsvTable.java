package org.limpid.data.io;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.limpid.files.AtomicFiles;
import org.limpid.files.IoConsumer;
import org.limpid.files.table.TableColumn;
import org.limpid.files.table.TableFormat;
import org.limpid.files.table.TableRows;

/**
 * Tables as CSV with a header line; what is missing is an empty field. A name that ends with {@code
 * .gz} makes a gzipped file.
 */
public final class CsvTable implements TableFormat {
  @Override
  public void write(OutputStream out, List<TableColumn> columns, IoConsumer<TableRows> content)
      throws IOException {
    CsvOutput csv = new CsvOutput(out);
    content.accept(begun(csv, columns));
    csv.flush();
  }

  private static TableRows begun(CsvOutput csv, List<TableColumn> columns) {
    columns.forEach(column -> csv.field(column.name()));
    csv.endRow();
    return new Rows(csv);
  }

  @Override
  public void write(
      Path target, boolean overwrite, List<TableColumn> columns, IoConsumer<TableRows> content) {
    write(target, overwrite, out -> write(out, columns, content));
  }

  /**
   * Writes a table that is read from elsewhere.
   *
   * @param reading reads the table and asks for the taker of its rows
   * @throws org.limpid.files.DataException if the file cannot be written
   */
  public void copy(
      Path target, boolean overwrite, Consumer<Function<List<TableColumn>, TableRows>> reading) {
    write(
        target,
        overwrite,
        out -> {
          CsvOutput csv = new CsvOutput(out);
          reading.accept(columns -> begun(csv, columns));
          csv.flush();
        });
  }

  private static void write(Path target, boolean overwrite, IoConsumer<OutputStream> content) {
    boolean packed = target.toString().endsWith(".gz");
    AtomicFiles.write(target, overwrite, packed ? packed(content) : content);
  }

  private static IoConsumer<OutputStream> packed(IoConsumer<OutputStream> content) {
    return out -> {
      try (OutputStream gzip = AtomicFiles.gzip(out)) {
        content.accept(gzip);
      }
    };
  }

  private record Rows(CsvOutput csv) implements TableRows {
    @Override
    public TableRows value(long value) {
      csv.field(value);
      return this;
    }

    @Override
    public TableRows value(double value) {
      csv.field(value);
      return this;
    }

    @Override
    public TableRows value(String value) {
      csv.field(value);
      return this;
    }

    @Override
    public TableRows missing() {
      csv.emptyField();
      return this;
    }

    @Override
    public void endRow() {
      csv.endRow();
    }
  }
}
