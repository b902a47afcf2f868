package org.limpid.app.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Two nodes. Job 1 holds one of them for 6,000 s, its limit. Job 2 comes at 10 and needs both. Job
 * 3 comes at 20, asks for two minutes on one node and runs for one: it passes job 2 where backfill
 * lets it, at once or in the pass at 600, and else follows it.
 */
final class BatchPoliciesCommandTest {
  private static final String POLICIES = "slurm-like,fcfs,easy,conservative";

  /** The same jobs in the logs of three kinds of batch systems. */
  private enum Log {
    MIRAGE(
        """
        JobID JobName UID Start Submit End Priority TimelimitR ExitCode NNodes
        1 a ann 2022-01-01T00:00:00 2022-01-01T00:00:00 2022-01-01T01:40:00 1 100 0:0 1
        2 b bob 2022-01-01T01:40:00 2022-01-01T00:00:10 2022-01-01T01:41:00 1 1 0:0 2
        3 c bob 2022-01-01T01:41:00 2022-01-01T00:00:20 2022-01-01T01:42:00 1 2 0:0 1
        """,
        "--nodes",
        "2"),
    SACCT(
        """
        JobID|User|Partition|QOS|State|Submit|Eligible|Start|End|ElapsedRaw|TimelimitRaw|NNodes|NCPUS|ReqTRES|AllocTRES|NodeList|Priority|JobName
        1|ann|gpu|normal|COMPLETED|2026-03-02T00:00:00|2026-03-02T00:00:00|2026-03-02T00:00:00|2026-03-02T01:40:00|6000|100|1|8|gres/gpu=4|cpu=8,gres/gpu=4|n01|1|a
        2|bob|gpu|normal|COMPLETED|2026-03-02T00:00:10|2026-03-02T00:00:10|2026-03-02T01:40:00|2026-03-02T01:41:00|60|1|2|16|gres/gpu=8|cpu=16,gres/gpu=8|n[01-02]|1|b
        3|bob|gpu|normal|COMPLETED|2026-03-02T00:00:20|2026-03-02T00:00:20|2026-03-02T01:41:00|2026-03-02T01:42:00|60|2|1|8|gres/gpu=4|cpu=8,gres/gpu=4|n01|1|c
        """,
        "--gpus-per-node",
        "4"),
    SWF(
        """
        ; UnixStartTime: 1464739200
        ; MaxNodes: 2
        ; MaxProcs: 8
        1  0 -1 6000 4 -1 -1 4 6000 -1 1 7 1 4 1 1 -1 -1
        2 10 -1   60 8 -1 -1 8   60 -1 1 7 1 4 1 1 -1 -1
        3 20 -1   60 4 -1 -1 4  120 -1 1 7 1 4 1 1 -1 -1
        """);

    private final String text;
    private final List<String> options;

    Log(String text, String... options) {
      this.text = text;
      this.options = List.of(options);
    }
  }

  @TempDir private Path folder;

  private String place(String name) {
    return folder.resolve(name).toString();
  }

  private Call called(String... words) {
    Call call = Call.of(words);
    assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
    return call;
  }

  private void simulate(Log log, String out, String threads) throws IOException {
    if (Files.notExists(folder.resolve("data"))) {
      Path file = Files.writeString(folder.resolve("jobs.log"), log.text);
      List<String> words =
          new ArrayList<>(List.of("data", "import", log.name().toLowerCase(Locale.ROOT)));
      words.addAll(List.of(file.toString(), "--out", place("data")));
      words.addAll(log.options);
      called(words.toArray(String[]::new));
    }
    called(
        "simulate",
        "--data",
        place("data"),
        "--policy",
        POLICIES,
        "--explain",
        "--threads",
        threads,
        "--out",
        place(out));
  }

  /** Starts of the jobs, and whether they were backfilled. */
  private List<String> starts(String policy) throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve("run/" + policy + "/jobs.csv"));
    List<String> names = List.of(lines.getFirst().split(","));
    return lines.stream()
        .skip(1)
        .map(line -> line.split(","))
        .map(row -> row[names.indexOf("queue")] + " " + row[names.indexOf("backfilled")])
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  void logsOfAllKindsAreSimulated(Log log) throws IOException {
    simulate(log, "run", "2");
    assertEquals(List.of("0 0", "5990 0", "6040 0"), starts("fcfs"));
    assertEquals(List.of("0 0", "5990 0", "0 1"), starts("easy"));
    assertEquals(List.of("0 0", "5990 0", "0 1"), starts("conservative"));
    assertEquals(List.of("0 0", "5990 0", "580 1"), starts("slurm-like"));
  }

  @Test
  void storiesTellOfPrioritiesPlansAndBackfill() throws IOException {
    simulate(Log.MIRAGE, "run", "1");
    String third = story("slurm-like", "3");
    assertTrue(third.contains("priority of 50: as if it had come 1 h 12 min earlier"), third);
    assertTrue(third.contains("Backfilled: it passes 1 job that goes on waiting"), third);
    String second = story("conservative", "2");
    assertTrue(second.contains("Planned to start in 1 h 39 min, if every job"), second);
  }

  /** In one line. */
  private String story(String policy, String job) {
    Call call = called("explain", "job", job, "--run", place("run"), "--policy", policy, "--all");
    return call.out().replaceAll("\\s+", " ");
  }

  /** A third node lets job 2 start when it comes. */
  @Test
  void changesAreTried() throws IOException {
    simulate(Log.MIRAGE, "run", "1");
    for (String policy : POLICIES.split(",")) {
      Call call =
          called("whatif", "--run", place("run"), "--policy", policy, "--change", "nodes jobs +1");
      String text = call.out().replaceAll("\\s+", " ");
      assertTrue(text.contains("Job 2 gains most, 1 h 39 min"), policy + ": " + text);
    }
  }

  @Test
  void resultsDoNotDependOnThreads() throws IOException {
    simulate(Log.MIRAGE, "one", "1");
    simulate(Log.MIRAGE, "more", "4");
    for (String policy : POLICIES.split(",")) {
      for (String file : List.of("jobs.csv", "cluster.csv", "decisions.bin")) {
        assertArrayEquals(
            Files.readAllBytes(folder.resolve("one").resolve(policy).resolve(file)),
            Files.readAllBytes(folder.resolve("more").resolve(policy).resolve(file)),
            policy + "/" + file);
      }
    }
  }

  /** A log without limits is no log of a batch system. */
  @Test
  void limitsAreNeeded() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("jobs.log"),
            Log.SWF.text.replaceAll("(60|6000|120) -1 1 7", "-1 -1 1 7"));
    called("data", "import", "swf", file.toString(), "--out", place("data"));
    Call call =
        Call.of(
            "simulate", "--data", place("data"), "--policy", "easy,fcfs", "--out", place("run"));
    assertEquals(ExitCode.BAD_INPUT, call.exitCode());
    assertTrue(
        call.err()
            .contains(
                "Policy easy needs time limits: no job has one. Maybe import the log of a batch"
                    + " system"),
        call.err());
  }
}
