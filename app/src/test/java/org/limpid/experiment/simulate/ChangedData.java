package org.limpid.experiment.simulate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.limpid.files.InputFiles;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Copies of a data set with something changed. */
public final class ChangedData {
  private static final int SUBMISSION = 7;

  private ChangedData() {}

  /** A copy without some parts of {@code dataset.json}: a key, or one in a section, a.b. */
  public static Path without(Path data, Path copy, String... parts) throws IOException {
    copyOf(data, copy);
    Path description = copy.resolve("dataset.json");
    ObjectNode json = (ObjectNode) JsonMapper.shared().readTree(Files.readString(description));
    for (String part : parts) {
      String[] keys = part.split("\\.");
      ObjectNode section = keys.length == 1 ? json : (ObjectNode) json.get(keys[0]);
      section.remove(keys[keys.length - 1]);
    }
    Files.writeString(description, json.toString());
    return copy;
  }

  /** A copy with other jobs; each is the fields of its line in {@code jobs.csv.gz}. */
  public static Path withJobs(Path data, Path copy, UnaryOperator<Stream<String[]>> change)
      throws IOException {
    copyOf(data, copy);
    Path file = copy.resolve("jobs.csv.gz");
    List<String> lines;
    try (BufferedReader reader = new BufferedReader(InputFiles.openText(file))) {
      lines = reader.readAllLines();
    }
    Stream<String> jobs =
        change
            .apply(lines.stream().skip(1).map(line -> line.split(",", -1)))
            .map(fields -> String.join(",", fields));
    String text = String.join("\n", Stream.concat(lines.stream().limit(1), jobs).toList()) + "\n";
    try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(file))) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return copy;
  }

  /** When a job is submitted, seconds since the origin. */
  static long submission(String[] fields) {
    return Long.parseLong(fields[SUBMISSION]);
  }

  /** Another job of someone else in the place of one. */
  static String[] replaced(String[] fields) {
    fields[1] = "stranger";
    fields[SUBMISSION] = "" + (submission(fields) + 3600);
    fields[SUBMISSION + 1] = "" + (3 * Long.parseLong(fields[SUBMISSION + 1]) + 17);
    return fields;
  }

  private static void copyOf(Path data, Path copy) throws IOException {
    Files.createDirectory(copy);
    try (Stream<Path> files = Files.list(data)) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(file.getFileName()));
      }
    }
  }
}
