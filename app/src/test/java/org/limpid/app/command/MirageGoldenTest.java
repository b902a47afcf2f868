package org.limpid.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.app.venus.SharedData;
import org.limpid.data.io.DatasetReader;
import org.limpid.files.InputFiles;

/** The log of Lonestar6 through the commands, against what Mirage's artifact makes of it. */
final class MirageGoldenTest {
  @TempDir private static Path folder;

  @BeforeAll
  static void importLog() {
    String log = SharedData.require("data/mirage/filtered-ls6.log.gz").toString();
    good("data", "import", "mirage", log, "--nodes", "88", "--out", place("ls6"));
  }

  private static String place(String name) {
    return folder.resolve(name).toString();
  }

  private static void good(String... words) {
    Call call = Call.of(words);
    assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
  }

  private static List<String> lines(Path file) throws IOException {
    try (Reader reader = InputFiles.openText(file)) {
      return new BufferedReader(reader).readAllLines();
    }
  }

  /** Rows are in the order of the log here, and in that of the starts there. */
  @Test
  void jobsAreThoseOfTheArtifact() throws IOException {
    good(
        "simulate",
        "--reference",
        "--data",
        place("ls6"),
        "--policy",
        "slurm-like",
        "--out",
        place("out"));
    LocalDateTime origin = DatasetReader.open(folder.resolve("ls6")).origin();
    List<String> found = new ArrayList<>();
    List<String> rows = lines(folder.resolve("out/slurm-like/jobs.csv"));
    assertEquals("job_id,nodes,submit_time,start_time,end_time,backfilled", rows.getFirst());
    for (String row : rows.subList(1, rows.size())) {
      String[] fields = row.split(",");
      for (int time = 2; time < 5; time++) {
        fields[time] = origin.plusSeconds(Long.parseLong(fields[time])).toString();
      }
      found.add(String.join(",", fields));
    }
    assertEquals(golden(), found.stream().sorted().toList());
  }

  private static List<String> golden() throws IOException {
    Path file = SharedData.require("golden/mirage/full_ls6_88.csv.gz");
    return lines(file).stream()
        .skip(1)
        .map(row -> row.split(","))
        .map(row ->
            String.join(",", row[0], row[1], time(row[4]), time(row[5]), time(row[6]), row[7]))
        .sorted()
        .toList();
  }

  private static String time(String text) {
    return LocalDateTime.parse(text).toString();
  }

  @Test
  void baselinesAreThoseOfTheArtifact() throws IOException {
    good(
        "chain",
        "baselines",
        "--data",
        place("ls6"),
        "--windows",
        "156",
        "--from",
        "2023-03-01",
        "--nodes",
        "1",
        "--out",
        place("baselines.csv"));
    List<String> found = new ArrayList<>(lines(folder.resolve("baselines.csv")));
    found.removeIf(row -> row.matches("\\d*[13579],.*"));
    assertEquals(
        lines(SharedData.require("golden/mirage/baselines_1node_even_windows.csv")), found);
  }
}
