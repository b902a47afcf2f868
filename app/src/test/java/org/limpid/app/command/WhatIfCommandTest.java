package org.limpid.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.experiment.whatif.SmallData;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code limpid whatif} on jobs that are followed by hand. All ask for the 8 GPUs of a node.
 *
 * <pre>
 * job  VC     submitted  duration  under FIFO
 *   1  vc             0      1000      0 to  1000
 *   2  vc           100      1000   1000 to  2000, waits  900
 *   3  vc           200       500   2000 to  2500, waits 1800
 *   4  other          0        50      0 to    50
 *   5  vc         90000       100  90000 to 90100
 *   6  vc         90050       200  90100 to 90300, waits   50
 * </pre>
 *
 * <p>A snapshot is due at midnight, second 86,400. The first event after it is the submission of
 * job 5, so the snapshot tells of all up to then, and the second 90,001 is the next.
 *
 * <p>QSSF orders the queue by estimates. These are the durations, but that of job 3 is 5000 s.
 */
final class WhatIfCommandTest {
  @TempDir private static Path shared;
  private static Path data;
  private static String run;

  @TempDir private Path folder;

  @BeforeAll
  static void simulate() {
    data =
        new SmallData()
            .job("vc", 0, 8, 1000)
            .job("vc", 100, 8, 1000)
            .job("vc", 200, 8, 500, 5000)
            .job("other", 0, 8, 50)
            .job("vc", 90_000, 8, 100)
            .job("vc", 90_050, 8, 200)
            .write(shared.resolve("data"));
    run = shared.resolve("run").toString();
    Call call =
        Call.of(
            "simulate",
            "--data",
            data.toString(),
            "--policy",
            "fifo,qssf,srtf",
            "--explain",
            "--out",
            run);
    assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
  }

  private static Call whatIf(String... more) {
    return Call.of(
        Stream.concat(Stream.of("whatif", "--run", run), Stream.of(more)).toArray(String[]::new));
  }

  private static JsonNode json(String... more) {
    Call call = whatIf(Stream.concat(Stream.of(more), Stream.of("--json")).toArray(String[]::new));
    assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
    return JsonMapper.shared().readTree(call.out());
  }

  private static JsonNode change(String... changes) {
    List<String> words = new ArrayList<>(List.of("--policy", "fifo"));
    for (String change : changes) {
      words.addAll(List.of("--change", change));
    }
    return json(words.toArray(String[]::new));
  }

  private static double queue(JsonNode report, String group, String when) {
    return report.get("means").values().stream()
        .filter(mean -> mean.get("name").asString().equals(group))
        .findFirst()
        .orElseThrow()
        .get(when)
        .asDouble();
  }

  /**
   * Job 2 takes the new node at 100. Job 3 waits for the node of job 1 until 1000, 800 s; job 6
   * does not wait. Before, the five jobs of vc wait (0 + 900 + 1800 + 0 + 50) / 5 = 550 s.
   */
  @Test
  void oneMoreNode() {
    JsonNode report = change("nodes vc +1");
    assertEquals(550, queue(report, "vc", "queueBefore"));
    assertEquals(160, queue(report, "vc", "queueAfter"));
    assertEquals(2750.0 / 6, queue(report, "all", "queueBefore"));
    assertEquals(3, report.get("changedJobs").asInt());
    assertEquals(2, report.get("means").size());
    JsonNode first = report.get("gains").get(0);
    assertEquals(3, first.get("job").asInt());
    assertEquals(1800, first.get("before").get("queueSeconds").asInt());
    assertEquals(800, first.get("after").get("queueSeconds").asInt());
    assertEquals(0, report.get("losses").size());
    JsonNode simulated = report.get("simulated");
    assertEquals(1, simulated.size());
    assertEquals("vc", simulated.get(0).get("virtualCluster").asString());
    assertTrue(simulated.get(0).get("resumedFromSeconds").isNull());
  }

  /** The node comes at 1500, when job 3 waits for the end of job 2: it starts then, not at 2000. */
  @Test
  void oneMoreNodeFromSomeTimeOn() {
    JsonNode report = change("nodes vc +1 from 2026-09-01T00:25");
    assertEquals(2, report.get("changedJobs").asInt());
    assertEquals(1300, report.get("gains").get(0).get("after").get("queueSeconds").asInt());
  }

  /** Job 6 arrives after the snapshot and takes 300 s less; nobody is behind it. */
  @Test
  void goesOnFromTheSnapshot() {
    JsonNode report = change("duration 6 1m");
    JsonNode simulated = report.get("simulated").get(0);
    assertEquals(90_050, simulated.get("changeSeconds").asInt());
    assertEquals(90_001, simulated.get("resumedFromSeconds").asInt());
    assertEquals(1, report.get("changedJobs").asInt());
    assertEquals(-140, report.get("gains").get(0).get("jctDifference").asInt());
    Call text = whatIf("--policy", "fifo", "--change", "duration 6 1m");
    assertTrue(
        text.out().contains("from the snapshot of 2026-09-02T01:00:01: 1 of 2 virtual clusters."),
        text.out());
  }

  /** Without job 1, job 2 runs from 100 to 1100 and job 3 from 1100 on: both start 900 s sooner. */
  @Test
  void withoutAJob() {
    JsonNode report = change("remove 1");
    assertEquals(5, report.get("jobs").asInt());
    assertEquals(2, report.get("changedJobs").asInt());
    assertEquals(-900, report.get("gains").get(0).get("jctDifference").asInt());
    assertEquals(-900, report.get("gains").get(1).get("jctDifference").asInt());
  }

  /**
   * In "other" job 2 starts at once, after job 4 has ended at 50; job 3 is the next one in "vc".
   */
  @Test
  void inAnotherVirtualCluster() {
    JsonNode report = change("vc 2 other");
    assertEquals(2, report.get("simulated").size());
    assertEquals(0, queue(report, "other", "queueAfter"));
    // Jobs 1, 3, 5 and 6.
    assertEquals((0 + 800 + 0 + 50) / 4.0, queue(report, "vc", "queueAfter"));
  }

  /**
   * Two changes together: job 2 is submitted 50 s sooner, which changes nothing, and job 1 is
   * shorter.
   */
  @Test
  void severalChanges() {
    JsonNode report = change("submit 2 -50s", "duration 1 400");
    // Job 2 runs from 400 to 1400, job 3 from 1400 on.
    assertEquals((0 + 350 + 1200 + 0 + 50) / 5.0, queue(report, "vc", "queueAfter"));
  }

  /** By its true duration of 500 s job 3 goes before job 2: from 1000 to 1500. */
  @Test
  void anotherEstimate() {
    JsonNode report = json("--policy", "qssf", "--change", "estimate 3 500");
    assertEquals(3, report.get("gains").get(0).get("job").asInt());
    assertEquals(800, report.get("gains").get(0).get("after").get("queueSeconds").asInt());
    assertEquals(500, report.get("losses").get(0).get("jctDifference").asInt());
    JsonNode all = json("--policy", "qssf", "--change", "estimates true");
    assertEquals(report.get("gains"), all.get("gains"));
    JsonNode first = json("--policy", "qssf", "--change", "priority 3 4000");
    assertEquals(report.get("gains"), first.get("gains"));
  }

  @Test
  void whatThePolicyDoesNotLookAtChangesNothing() {
    JsonNode report = change("duration 6 200");
    assertEquals(0, report.get("simulated").size());
    assertEquals(0, report.get("changedJobs").asInt());
  }

  @Test
  void changedJobsAreWritten() throws IOException {
    Path out = folder.resolve("out");
    Call call = whatIf("--policy", "fifo", "--change", "nodes vc +1", "--out", out.toString());
    assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
    List<String> rows = Files.readAllLines(out.resolve("changed_jobs.csv"));
    assertEquals(4, rows.size());
    assertEquals("2,user,vc,8,100,1000,100,2000,1100,900,0,1900,1000,-900,0,0", rows.get(1));
    assertTrue(Files.exists(out.resolve("whatif.json")));
    String page = Files.readString(Path.of(System.getProperty("limpid.root"), "docs/outputs.md"));
    for (String column : rows.getFirst().split(",")) {
      assertTrue(page.contains("`" + column + "`"), column);
    }
    assertEquals(
        ExitCode.BAD_INPUT,
        whatIf("--policy", "fifo", "--change", "nodes vc +1", "--out", out.toString()).exitCode());
  }

  /**
   * Job 3 starts at 2000; 900 s earlier is 1100. With fewer GPUs it still waits for the jobs before
   * it, which take the whole node. With a second node from 200 on job 2 starts then, and job 3 at
   * the end of job 1, at 1000. The other virtual cluster is empty.
   */
  @Test
  void counterfactualsUnderFifo() {
    JsonNode report = json("--policy", "fifo", "--job", "3", "--earlier", "15m");
    JsonNode findings = report.get("findings");
    assertEquals(List.of("false", "true", "true", "false", "false", "false"), found(findings));
    assertEquals("1 in vc from its submission on", findings.get(1).get("change").asString());
    assertEquals(1000, findings.get(1).get("startSeconds").asInt());
    assertEquals(800, findings.get(1).get("queueSeconds").asInt());
    assertEquals("other", findings.get(2).get("change").asString());
    assertEquals(200, findings.get(2).get("startSeconds").asInt());
    assertEquals("the policy looks at no estimates", findings.get(4).get("tried").asString());
  }

  /**
   * Under QSSF job 3 starts at 1000 if its estimate is below the 1000 s of job 2. In steps of the
   * eighth root of a half that is 5000 / 2^(19 / 8) = 963.9 s; 18 steps leave 1051 s. It asks for
   * as many GPUs as job 2, or 7: 1000 x 8 GPU-seconds then are less than 5000 x GPUs for 2 and more
   * GPUs, so it takes 1 GPU to go first.
   */
  @Test
  void counterfactualsUnderQssf() {
    JsonNode findings = json("--policy", "qssf", "--job", "3", "--earlier", "1000").get("findings");
    assertEquals(List.of("true", "true", "true", "false", "true", "true"), found(findings));
    assertEquals("1 in place of 8", findings.get(0).get("change").asString());
    assertEquals("8 min 20 s in place of 1 h 23 min", findings.get(4).get("change").asString());
    assertEquals("16 min 4 s, 0.193 times the former", findings.get(5).get("change").asString());
    assertEquals(1000, findings.get(5).get("startSeconds").asInt());
  }

  private static List<String> found(JsonNode findings) {
    return findings.values().stream().map(each -> each.get("found").asString()).toList();
  }

  /** It waits 50 s, so only an earlier submission can start it an hour earlier: at 00:00:50. */
  @Test
  void nothingStartsAJobBeforeItsSubmissionButAnEarlierOne() {
    JsonNode findings = json("--policy", "fifo", "--job", "6", "--earlier", "1h").get("findings");
    assertEquals(List.of("false", "false", "false", "true", "false", "false"), found(findings));
    assertEquals("2026-09-02T00:00:50, 1 h earlier", findings.get(3).get("change").asString());
    Call text = whatIf("--policy", "fifo", "--job", "6", "--earlier", "1h");
    assertTrue(text.out().contains("nothing starts it before its submission"), text.out());
  }

  private static void assertBad(String expected, String... words) {
    Call call = whatIf(words);
    assertEquals(ExitCode.BAD_INPUT, call.exitCode(), call.out());
    assertTrue(call.err().contains(expected), call.err());
  }

  @Test
  void badChangesAreToldAllAtOnce() {
    assertBad(
        "expected a virtual cluster of the run, found 'otter'. Maybe 'other' was meant.",
        "--change",
        "vc 1 otter");
    assertBad("expected a job of the run, found '99'", "--change", "remove 99");
    assertBad("expected a virtual cluster", "--change", "remove 99", "--change", "nodes v +1");
    assertBad("expected a job", "--change", "remove 99", "--change", "nodes v +1");
    assertBad("expected seconds since the origin", "--change", "submit 2 soon", "--change", "x");
    assertBad("found 'x'", "--change", "submit 2 soon", "--change", "x");
    assertBad("expected at most 8 GPUs", "--change", "gpus 1 9");
    assertBad("expected to leave a node in vc, which has 1", "--change", "nodes vc -1");
    assertBad("expected a submission at 0 s", "--change", "submit 2 -1h");
    assertBad("can be chosen about policy fifo", "--policy", "fifo", "--change", "sharing off");
    assertBad(
        "expected a policy that looks at estimates, found 'fifo'",
        "--policy",
        "fifo",
        "--change",
        "estimate 1 5");
    assertBad("expected a policy with priorities", "--policy", "srtf", "--change", "priority 1 5");
    assertBad(
        "expected a policy with a queue discipline, found 'srtf'",
        "--policy",
        "srtf",
        "--change",
        "discipline easy");
    assertBad(
        "expected a run in which models estimate durations",
        "--policy",
        "qssf",
        "--change",
        "term hour flat");
    assertBad(
        "expected a policy of the run, found 'fifa'. Maybe 'fifo' was meant.",
        "--policy",
        "fifa",
        "--change",
        "remove 1");
    assertBad("expected a job of the run, found '99'", "--job", "99", "--earlier", "1h");
  }

  @Test
  void optionsThatDoNotFitAreRefused() {
    assertEquals(ExitCode.BAD_INPUT, whatIf().exitCode());
    assertEquals(ExitCode.BAD_INPUT, whatIf("--job", "1").exitCode());
    assertEquals(ExitCode.BAD_INPUT, whatIf("--earlier", "1h").exitCode());
    assertEquals(ExitCode.BAD_INPUT, whatIf("--job", "1", "--earlier", "soon").exitCode());
    String[] both = {"--job", "1", "--earlier", "1h", "--change", "remove 1"};
    assertEquals(ExitCode.BAD_INPUT, whatIf(both).exitCode());
    assertEquals(
        ExitCode.BAD_INPUT, whatIf("--job", "1", "--earlier", "1h", "--out", "x").exitCode());
  }

  @Test
  void anotherDataSetIsRefused() throws IOException {
    Path other = new SmallData().job("vc", 0, 8, 1000).write(folder.resolve("other"));
    assertBad(
        "expected the data set of the run, which has the SHA-256",
        "--change",
        "remove 1",
        "--data",
        other.toString());
    assertBad(
        "say where it is with --data",
        "--change",
        "remove 1",
        "--data",
        folder.resolve("none").toString());
  }

  @Test
  void brokenSnapshotsAreTold() throws IOException {
    Path copy = folder.resolve("run");
    copy(Path.of(run), copy);
    Path snapshots = copy.resolve("fifo/snapshots.bin");
    byte[] bytes = Files.readAllBytes(snapshots);
    bytes[bytes.length / 2] ^= 0x55;
    Files.write(snapshots, bytes);
    String[] words = {
      "whatif", "--run", copy.toString(), "--policy", "fifo", "--change", "duration 6 1m"
    };
    Call broken = Call.of(words);
    assertEquals(ExitCode.BAD_INPUT, broken.exitCode());
    assertTrue(broken.err().contains("no snapshots of this run that can be read"), broken.err());
    Files.copy(copy.resolve("srtf/snapshots.bin"), snapshots, StandardCopyOption.REPLACE_EXISTING);
    assertEquals(ExitCode.BAD_INPUT, Call.of(words).exitCode());
    Files.delete(snapshots);
    Call without = Call.of(words);
    assertEquals(ExitCode.SUCCESS, without.exitCode(), without.err());
    assertTrue(without.out().contains("Simulated again from the start"), without.out());
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }

  @Test
  void columnsAreAlignedAndTitled() {
    Call call = whatIf("--policy", "fifo", "--change", "nodes vc +1");
    assertTrue(
        call.out()
            .startsWith(
                "With 'nodes vc +1' under fifo the mean completion time falls by 5 min 25 s, from"
                    + " 15 min 33"),
        call.out());
    assertTrue(call.out().contains("\n3 of 6 jobs change; the mean wait falls by 5 min 25 s.\n"));
    assertTrue(call.out().contains("\nJob 3 gains most, 16 min 40 s, and none loses.\n"));
    assertTrue(call.out().contains("\nWho gains most\n"), call.out());
    assertFalse(call.out().contains("Who loses most"), call.out());
  }

  private static List<String> answer(String... words) {
    Call call =
        Call.of(
            Stream.concat(Stream.of("explain", "job"), Stream.of(words)).toArray(String[]::new));
    assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
    return call.out().lines().limit(3).toList();
  }

  /**
   * With a second node from 200 on job 3 waits until job 1 ends, 800 s. Backfill lets nobody pass,
   * as each job needs a whole node. Job 6 waits 50 s.
   */
  @Test
  void storiesSayWhatWouldHaveHelped() {
    assertEquals(
        List.of(
            "Job 3 waited 30 min under fifo, then ran for 8 min 20 s.",
            "All that time its virtual cluster was full: it needs 8 GPUs, and none of 8 was free.",
            "With one more node in vc it would have waited 13 min 20 s."),
        answer("3", "--run", run, "--policy", "fifo"));
    assertEquals(
        "What would have helped was not looked for: it hardly waited.",
        answer("6", "--run", run, "--policy", "fifo").getLast());
    assertEquals(
        "What would have helped was not looked for: --quick leaves that out.",
        answer("3", "--run", run, "--policy", "fifo", "--quick").getLast());
    assertEquals(
        "There was nothing to gain for it in the queue.",
        answer("1", "--run", run, "--policy", "fifo").getLast());
  }

  /** By its true 500 s job 3 goes before job 2. Both changes start it at the end of job 1. */
  @Test
  void trueDurationsAreTriedWherePoliciesLookAtEstimates() {
    assertEquals(
        "With one more node in vc it would have waited 13 min 20 s, with its true duration as"
            + " estimate 13 min",
        answer("3", "--run", run, "--policy", "qssf").getLast());
    Call call = Call.of("explain", "job", "3", "--run", run, "--policy", "qssf", "--json");
    JsonNode answer = JsonMapper.shared().readTree(call.out()).get("answer");
    assertEquals(1800, answer.get("queueSeconds").asInt());
    assertEquals(500, answer.get("runSeconds").asInt());
    assertEquals("cluster_full", answer.get("mainCause").asString());
    List<String> helping =
        answer.get("help").get("helping").values().stream().map(JsonNode::asString).toList();
    assertEquals(List.of("nodes vc +1 from 200", "estimate 3 500"), helping);
    assertEquals(3, answer.get("help").get("tried").size());
    for (String change : helping) {
      JsonNode report = json("--policy", "qssf", "--change", change);
      assertEquals(
          800, report.get("gains").get(0).get("after").get("queueSeconds").asInt(), change);
    }
  }
}
