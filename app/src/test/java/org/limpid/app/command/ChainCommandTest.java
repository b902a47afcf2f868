package org.limpid.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.files.InputFiles;

final class ChainCommandTest {
  /**
   * Two nodes. Job 7 holds both from 2 h before the predecessor comes, at the start of 3 March, to
   * 1 h after, so that that ends on 5 March at 1:00; job 8 then takes the node beside it and
   * releases it at 3:00. Job 9 takes two nodes when both are free, from 3:00 to 4:00: it came
   * before the successor and is larger.
   */
  private static final String LOG =
      """
      JobID JobName UID Start Submit End Priority TimelimitR ExitCode NNodes
      7 a ann 2023-03-02T22:00:00 2023-03-02T22:00:00 2023-03-03T01:00:00 1 180 0:0 2
      8 b bob 2023-03-03T02:00:00 2023-03-03T02:00:00 2023-03-05T03:00:00 1 2940 0:0 1
      9 c bob 2023-03-05T03:00:00 2023-03-04T02:00:00 2023-03-05T04:00:00 1 60 0:0 2
      """;

  @TempDir private Path folder;

  private String place(String name) {
    return folder.resolve(name).toString();
  }

  private void importLog() throws IOException {
    Path log = Files.writeString(folder.resolve("site.log"), LOG);
    Call call =
        Call.of("data", "import", "mirage", log.toString(), "--nodes", "2", "--out", place("site"));
    assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
  }

  private Call chain(String command, String... options) {
    List<String> words =
        new ArrayList<>(List.of("chain", command, "--data", place("site"), "--out", place("made")));
    words.addAll(List.of(options));
    return Call.of(words.toArray(String[]::new));
  }

  private List<String> lines(String file) throws IOException {
    try (Reader reader = InputFiles.openText(folder.resolve(file))) {
      return new BufferedReader(reader).readAllLines();
    }
  }

  /**
   * The predecessor waits for 1 h. Job 8 is the next to be submitted; of the waits of 0 and 60
   * minutes the mean is 30. The successor, which asks for two days, would keep job 9 from its
   * reservation and waits for its end at 4:00, whenever it comes.
   */
  @Test
  void baselinesOfAWindow() throws IOException {
    importLog();
    Call call = chain("baselines", "--windows", "1", "--from", "2023-03-01");
    assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
    String window = "0,2023-03-01T00:00:00,2023-03-03T00:01:00,2023-03-05T01:00:00,30,1,";
    assertEquals(
        List.of(
            "index,window_start,lower,upper,avg_wait_min,queue_len,mode,submit_at,pred_start,succ_start,interruption_s",
            window + "reactive,2023-03-05T01:00:00,2023-03-03T01:00:00,2023-03-05T04:00:00,10800",
            window + "avg,2023-03-05T00:30:00,2023-03-03T01:00:00,2023-03-05T04:00:00,10800"),
        lines("made"));
    assertTrue(call.out().contains("0 low (up to 2 h), 1 medium, 0 heavy"), call.out());
    assertTrue(call.out().contains("3 h"), call.out());
  }

  @Test
  void samplesOfAWindow() throws IOException {
    importLog();
    Call call = chain("samples", "--windows", "2", "--from", "2023-03-01", "--probes", "3");
    assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
    List<String> samples = lines("made/samples.csv");
    assertEquals(7, samples.size());
    assertTrue(
        samples
            .get(3)
            .endsWith(
                "at-submission,2023-03-05T01:00:00,2023-03-03T01:00:00,2023-03-05T04:00:00,10800"),
        samples.get(3));
    List<String> features = lines("made/features.csv.gz");
    assertEquals(1 + 6 * 144, features.size());
    assertEquals(44, features.getFirst().split(",").length);
    assertTrue(features.get(3 * 144).startsWith("2,143,1,2,60,60,60,60,60,82800,"));
    assertTrue(features.get(3 * 144).endsWith(",2880,1,3600,172800,2880,1,0,0"));
  }

  @Test
  void resultsDoNotDependOnThreads() throws IOException {
    importLog();
    for (String threads : List.of("1", "3")) {
      Call call =
          chain(
              "baselines",
              "--windows",
              "17",
              "--from",
              "2023-03-01",
              "--threads",
              threads,
              "--overwrite");
      assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
      Files.move(folder.resolve("made"), folder.resolve("with-" + threads));
    }
    assertEquals(-1, Files.mismatch(folder.resolve("with-1"), folder.resolve("with-3")));
  }

  @Test
  void whatCannotServeIsRefused() throws IOException {
    importLog();
    refused(
        "Maybe give fewer with --nodes", "--windows", "1", "--from", "2023-03-01", "--nodes", "3");
    refused("the submissions are from", "--windows", "1", "--from", "2024-03-01");
    refused("window 199", "--windows", "200", "--from", "2023-03-01");
    refused("expected seconds since the origin", "--windows", "1", "--from", "March");
    Call.of("data", "generate", "--out", place("other"), "--jobs", "20", "--days", "1");
    Call call =
        Call.of(
            "simulate",
            "--reference",
            "--data",
            place("other"),
            "--policy",
            "slurm-like",
            "--out",
            place("made"));
    assertEquals(ExitCode.BAD_INPUT, call.exitCode());
    assertTrue(call.err().contains("expected a time_limit of every job"), call.err());
  }

  private void refused(String message, String... options) {
    Call call = chain("baselines", options);
    assertEquals(ExitCode.BAD_INPUT, call.exitCode());
    assertTrue(call.err().contains(message), call.err());
    assertTrue(Files.notExists(folder.resolve("made")));
  }
}
