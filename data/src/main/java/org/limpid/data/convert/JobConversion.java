package org.limpid.data.convert;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.limpid.data.io.CsvTable;
import org.limpid.data.io.DatasetReader;
import org.limpid.files.table.Parquet;
import org.limpid.files.table.TableFormat;

/** What the jobs of a data set can be written as. To add a format: a line here and its class. */
public enum JobConversion {
  /** A table with a header line. */
  CSV("csv", table(CsvTable::new)),
  /** A table for other programs, by the module {@code parquet}. */
  PARQUET("parquet", table(Parquet::find)),
  /** The Standard Workload Format, version 2.2. */
  SWF("swf", SwfOutput::write);

  private final String label;
  private final Writer writer;

  JobConversion(String label, Writer writer) {
    this.label = label;
    this.writer = writer;
  }

  /** Writes a file and returns what it lacks, a sentence each. */
  @FunctionalInterface
  private interface Writer {
    List<String> write(DatasetReader source, Path out, boolean overwrite);
  }

  /** The format is looked for when it is needed only, as it may not be there. */
  private static Writer table(Supplier<TableFormat> format) {
    return (source, out, overwrite) -> {
      new JobTable(source).write(format.get(), out, overwrite);
      return List.of();
    };
  }

  /** The name on the command line. */
  public String label() {
    return label;
  }

  /**
   * Writes the jobs into a file that is there in full or not at all.
   *
   * @param overwrite whether it may replace a file
   * @return what the file lacks, a sentence each
   * @throws org.limpid.files.DataException if the data set can't be read or the file be written
   */
  public List<String> write(DatasetReader source, Path out, boolean overwrite) {
    return writer.write(source, out, overwrite);
  }
}
