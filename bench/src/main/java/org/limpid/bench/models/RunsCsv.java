package org.limpid.bench.models;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Every figure of every fit as CSV: case, seed, figure, value. */
final class RunsCsv implements Closeable {
  private final Optional<CsvWriter> csv;

  private RunsCsv(Optional<CsvWriter> csv) {
    this.csv = csv;
  }

  /** Begins a file, if one is wanted. */
  static RunsCsv to(Optional<Path> file) throws IOException {
    if (file.isEmpty()) {
      return new RunsCsv(Optional.empty());
    }
    CsvWriter csv = CsvWriter.builder().build(file.get());
    csv.writeRecord("case", "seed", "figure", "value");
    return new RunsCsv(Optional.of(csv));
  }

  void add(ModelCase modelCase, int seed, Map<String, String> figures) {
    csv.ifPresent(file ->
        figures.forEach((name, value) ->
            file.writeRecord(modelCase.caseName(), Integer.toString(seed), name, value)));
  }

  @Override
  public void close() throws IOException {
    if (csv.isPresent()) {
      csv.get().close();
    }
  }
}
