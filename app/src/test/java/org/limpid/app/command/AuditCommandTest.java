package org.limpid.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code limpid audit} on a small data set. */
final class AuditCommandTest {
  @TempDir private static Path shared;
  private static String data;
  private static String run;

  @BeforeAll
  static void simulate() {
    data = shared.resolve("data").toString();
    run = shared.resolve("run").toString();
    succeed(
        "data",
        "generate",
        "--out",
        data,
        "--jobs",
        "600",
        "--days",
        "3",
        "--history-days",
        "3",
        "--clusters",
        "a=4,b=2");
    succeed("simulate", "--data", data, "--out", run, "--policy", "fifo,qssf,lucid", "--explain");
  }

  private static Call succeed(String... arguments) {
    Call call = Call.of(arguments);
    assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
    return call;
  }

  private static JsonNode json(String policy) {
    Call call = succeed("audit", "--run", run, "--policy", policy, "--json");
    return JsonMapper.shared().readTree(call.out());
  }

  @Test
  void costsOfJobsSumToTheTimeInTheWrongOrder() {
    JsonNode audit = json("qssf");
    double wrong = audit.get("wrongSeconds").asDouble();
    assertTrue(wrong > 0 && wrong <= audit.get("behindSeconds").asDouble());
    assertTrue(audit.get("behindSeconds").asDouble() <= audit.get("waitSeconds").asDouble());
    double inRanges = 0;
    for (JsonNode feature : audit.get("features")) {
      if (feature.get("feature").asString().equals("virtual cluster")) {
        for (JsonNode range : feature.get("ranges")) {
          inRanges += range.get("costSeconds").asDouble();
        }
      }
    }
    assertEquals(wrong, inRanges, 1e-6 * wrong);
  }

  @Test
  void costliestJobComesFirst() {
    double last = Double.POSITIVE_INFINITY;
    for (JsonNode job : json("lucid").get("jobs")) {
      assertTrue(job.get("secondsToOthers").asDouble() <= last);
      last = job.get("secondsToOthers").asDouble();
      assertTrue(job.get("durationSeconds").asLong() > job.get("estimatedSeconds").asDouble());
      assertTrue(job.get("victims").asInt() > 0);
    }
    assertTrue(last < Double.POSITIVE_INFINITY);
  }

  /** Lucid was run, so it is the one; its report names the feature to look at. */
  @Test
  void textNamesPolicyAndFeature() {
    String text = succeed("audit", "--run", run).out();
    assertTrue(text.startsWith("Under lucid jobs waited "), text);
    assertTrue(text.contains("\nLook first at "), text);
  }

  @Test
  void policiesWithoutEstimatesAreRefused() {
    Call fifo = Call.of("audit", "--run", run, "--policy", "fifo");
    assertEquals(ExitCode.BAD_INPUT, fifo.exitCode());
    assertTrue(fifo.err().contains("Maybe audit one of qssf, lucid, limpid."), fifo.err());
    Call unknown = Call.of("audit", "--run", run, "--policy", "qsff");
    assertTrue(unknown.err().contains("Maybe 'qssf' was meant."), unknown.err());
  }

  @Test
  void changedDataIsRefused() throws IOException {
    Path other = shared.resolve("other");
    succeed(
        "data",
        "generate",
        "--out",
        other.toString(),
        "--jobs",
        "600",
        "--days",
        "3",
        "--history-days",
        "3",
        "--clusters",
        "a=4,b=2",
        "--seed",
        "2");
    Call call = Call.of("audit", "--run", run, "--data", other.toString());
    assertEquals(ExitCode.BAD_INPUT, call.exitCode());
    assertTrue(call.err().contains("expected the data set of the run"), call.err());
  }

  @Test
  void runWithoutDecisionsIsRefused() throws IOException {
    Path bare = shared.resolve("bare");
    succeed("simulate", "--data", data, "--out", bare.toString(), "--policy", "lucid");
    assertTrue(Files.notExists(bare.resolve("lucid").resolve("decisions.bin")));
    Call call = Call.of("audit", "--run", bare.toString());
    assertEquals(ExitCode.BAD_INPUT, call.exitCode());
    assertTrue(call.err().contains("simulate again with --explain"), call.err());
  }
}
