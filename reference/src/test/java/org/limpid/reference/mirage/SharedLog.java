package org.limpid.reference.mirage;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/** The log of Lonestar6 and results of the artifact on it, where the machine has them. */
final class SharedLog {
  private SharedLog() {}

  /** The jobs of the log; times are seconds since 1970. */
  static List<BatchJob> jobs() {
    return lines("data/mirage/filtered-ls6.log.gz").stream()
        .skip(2)
        .map(line -> line.split(" "))
        .map(SharedLog::job)
        .toList();
  }

  /** JobID JobName UID Start Submit End Priority TimelimitR ExitCode NNodes. */
  private static BatchJob job(String[] fields) {
    return new BatchJob(
        fields[0],
        second(fields[4]),
        Integer.parseInt(fields[9]),
        60L * Integer.parseInt(fields[7]),
        second(fields[5]) - second(fields[3]));
  }

  static long second(String text) {
    return LocalDateTime.parse(text).toEpochSecond(ZoneOffset.UTC);
  }

  /** Lines of a file, unpacked; where it isn't there the test is skipped. */
  static List<String> lines(String name) {
    Path file = Path.of(System.getProperty("limpid.shared", "none"), name);
    assumeTrue(Files.exists(file), () -> "there is no " + file);
    try {
      if (!name.endsWith(".gz")) {
        return Files.readAllLines(file);
      }
      try (BufferedReader reader =
          new BufferedReader(
              new InputStreamReader(
                  new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
        return reader.lines().collect(Collectors.toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
