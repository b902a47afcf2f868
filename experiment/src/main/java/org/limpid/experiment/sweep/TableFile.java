package org.limpid.experiment.sweep;

import java.nio.file.Path;
import java.util.Locale;
import org.limpid.files.table.Parquet;
import org.limpid.results.table.ReportTable;

/** What the tables of a sweep can be written as. */
public enum TableFile {
  /** Comma-separated values, six decimals. */
  CSV,
  /** Apache Parquet, all digits; needs the module {@code parquet}. */
  PARQUET;

  /** End of the names of files, and name on the command line. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Makes sure that it can be written, before a long sweep.
   *
   * @throws org.limpid.files.DataException if the module for it is not there
   */
  void require() {
    if (this == PARQUET) {
      Parquet.find();
    }
  }

  void write(ReportTable table, Path folder, String name) {
    Path file = folder.resolve(name + "." + label());
    switch (this) {
      case CSV -> table.writeCsv(file);
      case PARQUET -> table.writeParquet(file, Parquet.find());
    }
  }
}
