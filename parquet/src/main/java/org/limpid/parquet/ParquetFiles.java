package org.limpid.parquet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.limpid.files.IoConsumer;
import org.limpid.files.table.Parquet;
import org.limpid.files.table.TableColumn;
import org.limpid.files.table.TableRows;

/** What the command finds of this module. */
public final class ParquetFiles implements Parquet {
  @Override
  public void write(OutputStream out, List<TableColumn> columns, IoConsumer<TableRows> content)
      throws IOException {
    ParquetOutput output = new ParquetOutput(out, columns);
    content.accept(output);
    output.finish();
  }

  @Override
  public void read(Path file, Function<List<TableColumn>, TableRows> taker) {
    ParquetInput.read(file, taker);
  }
}
