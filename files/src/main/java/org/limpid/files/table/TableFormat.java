package org.limpid.files.table;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import org.limpid.files.AtomicFiles;
import org.limpid.files.IoConsumer;

/** A kind of file for tables. Same columns and rows, same bytes. Safe for several threads. */
public interface TableFormat {
  /**
   * Writes a table into a stream, which stays open.
   *
   * @param content hands over the rows
   */
  void write(OutputStream out, List<TableColumn> columns, IoConsumer<TableRows> content)
      throws IOException;

  /**
   * Writes a file that is there in full or not at all.
   *
   * @param overwrite whether it may replace a file
   * @throws org.limpid.files.DataException if it cannot be written
   */
  default void write(
      Path target, boolean overwrite, List<TableColumn> columns, IoConsumer<TableRows> content) {
    AtomicFiles.write(target, overwrite, out -> write(out, columns, content));
  }
}
