package org.limpid.data.importer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.limpid.data.ClusterDescription;
import org.limpid.data.JobAttribute;
import org.limpid.data.RealWaits;
import org.limpid.data.Trace;
import org.limpid.data.io.DatasetCheck;
import org.limpid.data.io.DatasetReader;
import org.limpid.files.DataException;

/** What an importer made of hand-made files: a data set without problems. */
record Imported(ImportReport report, DatasetReader reader, Trace trace) {
  /**
   * Imports.
   *
   * @param options values by the names of their options
   */
  static Imported of(TraceImporter importer, Path source, Path out, Map<String, ?> options) {
    ImportReport report = importer.importing().apply(request(importer, source, out, options));
    assertEquals(List.of(), DatasetCheck.check(out));
    DatasetReader reader = DatasetReader.open(out);
    return new Imported(report, reader, reader.trace());
  }

  /** Imports a file with a text, which is written to a folder. */
  static Imported of(
      TraceImporter importer, Path folder, String name, String text, Map<String, ?> options)
      throws IOException {
    Path source = Files.writeString(folder.resolve(name), text);
    return of(importer, source, folder.resolve("out"), options);
  }

  /** A request with options by their names. */
  static ImportRequest request(
      TraceImporter importer, Path source, Path out, Map<String, ?> options) {
    Map<ImportOption<?>, Object> values = new LinkedHashMap<>();
    importer.options().stream()
        .filter(option -> options.containsKey(option.name()))
        .forEach(option -> values.put(option, options.get(option.name())));
    assertEquals(options.size(), values.size());
    return new ImportRequest(source, out, true, values);
  }

  /** Asserts that nothing is imported, and that the message says so. */
  static void refused(
      TraceImporter importer, Path source, Path out, Map<String, ?> options, String message) {
    ImportRequest request = request(importer, source, out, options);
    DataException e = assertThrows(DataException.class, () -> importer.importing().apply(request));
    assertTrue(e.getMessage().contains(message), e.getMessage());
    assertTrue(Files.notExists(out));
  }

  ClusterDescription cluster() {
    return reader.cluster();
  }

  List<Integer> gpus() {
    return IntStream.range(0, trace.size()).mapToObj(trace::gpuCount).toList();
  }

  /** Seconds from the submission of a job to its start in reality. */
  long waited(int row) {
    return RealWaits.seconds(trace, row);
  }

  List<String> ids() {
    return IntStream.range(0, trace.size()).mapToObj(row -> trace.jobId(row).toString()).toList();
  }

  /** Of a job its virtual cluster, GPUs, submission and duration. */
  String job(int row) {
    return "%s %d %d %d"
        .formatted(
            trace.virtualCluster(row),
            trace.gpuCount(row),
            trace.submitSeconds(row),
            trace.durationSeconds(row));
  }

  /** What is known of a job in an optional column. */
  String known(JobAttribute attribute, int row) {
    return trace.job(row).attributes().has(attribute)
        ? trace.job(row).attributes().text(attribute)
        : "";
  }

  void assertNoted(String part) {
    assertTrue(
        report.notes().stream().anyMatch(note -> note.contains(part)), report.notes().toString());
  }
}
