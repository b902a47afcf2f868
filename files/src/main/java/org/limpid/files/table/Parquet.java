package org.limpid.files.table;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.limpid.files.Extras;

/** Tables as Apache Parquet files, which the module {@code parquet} writes and reads. */
public interface Parquet extends TableFormat {
  /**
   * The one on the class path.
   *
   * @throws org.limpid.files.DataException if there is none
   */
  static Parquet find() {
    return Extras.require(Parquet.class, "parquet");
  }

  /**
   * Reads a file. Columns of other types become texts where they have a text, such as times.
   *
   * @param taker is asked for the taker of the rows once the columns are known
   * @throws org.limpid.files.DataException if the file cannot be read, or its columns are nested
   */
  void read(Path file, Function<List<TableColumn>, TableRows> taker);
}
