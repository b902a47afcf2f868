package org.limpid.data.generate;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A generated data set, read without the code under test. */
record GeneratedFolder(Path directory) {
  static GeneratedFolder generate(GeneratorOptions options, Path directory)
      throws InterruptedException {
    TraceGenerator.generate(options, directory, false, jobs -> {});
    return new GeneratedFolder(directory);
  }

  List<Row> jobs() {
    return rows("jobs.csv.gz").stream().map(Row::of).toList();
  }

  Map<String, Integer> nodes() {
    return rows("virtual_clusters.csv").stream()
        .collect(Collectors.toMap(r -> r.getField(0), r -> Integer.parseInt(r.getField("num"))));
  }

  JsonNode description() {
    return JsonMapper.shared().readTree(directory.resolve("dataset.json"));
  }

  List<NamedCsvRecord> rows(String file) {
    try (InputStream bytes = Files.newInputStream(directory.resolve(file));
        Reader text =
            new InputStreamReader(
                file.endsWith(".gz") ? new GZIPInputStream(bytes) : bytes, StandardCharsets.UTF_8);
        CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(text)) {
      return csv.stream().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All bytes by file name, one character per byte. */
  Map<String, String> bytes() throws IOException {
    Map<String, String> bytes = new TreeMap<>();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.toList()) {
        bytes.put(
            file.getFileName().toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    return bytes;
  }

  /** A row of the trace. */
  record Row(
      long id,
      String user,
      String vc,
      int gpus,
      String state,
      long seconds,
      long duration,
      String workload) {
    private static Row of(NamedCsvRecord row) {
      return new Row(
          Long.parseLong(row.getField("job_id")),
          row.getField("user"),
          row.getField("vc"),
          Integer.parseInt(row.getField("gpu_num")),
          row.getField("state"),
          Long.parseLong(row.getField("submit_time")),
          Long.parseLong(row.getField("duration")),
          String.join(
              "/",
              row.getField("model"),
              row.getField("dataset"),
              row.getField("batchsize"),
              row.getField("amp")));
    }
  }
}
