package org.limpid.app.venus;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** Reads whole CSV files, gzipped if their name says so. */
final class CsvTable {
  private CsvTable() {}

  static List<NamedCsvRecord> rows(Path file) {
    try (InputStream raw = Files.newInputStream(file);
        InputStream bytes = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
        var text = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
        CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(text)) {
      return reader.stream().toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static Map<String, NamedCsvRecord> rowsById(Path file) {
    Map<String, NamedCsvRecord> index = new LinkedHashMap<>();
    for (NamedCsvRecord row : rows(file)) {
      index.put(row.getField("job_id"), row);
    }
    return index;
  }
}
