package org.limpid.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.estimator.DurationForm;
import org.limpid.experiment.simulate.NoModelsYet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code limpid whatif} on a run in which durations are learnt: nine days from Tuesday on, with an
 * update on Monday, the seventh.
 */
final class WhatIfModelsTest {
  @TempDir private static Path shared;
  private static String run;
  private static Path models;

  private static void succeed(String... words) {
    Call call = Call.of(words);
    assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
  }

  @BeforeAll
  static void simulate() {
    String data = shared.resolve("data").toString();
    run = shared.resolve("run").toString();
    succeed(
        "data",
        "generate",
        "--out",
        data,
        "--jobs",
        "600",
        "--days",
        "9",
        "--history-days",
        "2",
        "--clusters",
        "blue=3,green=2",
        "--seed",
        "1");
    models = NoModelsYet.write(shared.resolve("models"), Path.of(data));
    succeed(
        "simulate",
        "--data",
        data,
        "--models",
        models.toString(),
        "--policy",
        "lucid,fifo",
        "--profiler-nodes",
        "0",
        "--explain",
        "--out",
        run);
  }

  private static Call whatIf(String... more) {
    return Call.of(
        Stream.concat(Stream.of("whatif", "--run", run), Stream.of(more)).toArray(String[]::new));
  }

  private static JsonNode json(String change) {
    Call call = whatIf("--change", change, "--json");
    assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
    return JsonMapper.shared().readTree(call.out());
  }

  /** Job 590 is of the last days. */
  @Test
  void whatTheRunBelievedIsHeldAndThatIsSaid() {
    Call text = whatIf("--change", "remove 590");
    assertTrue(text.err().contains("What it believed of each job is held"), text.err());
    assertTrue(text.out().contains("again from the snapshot of"), text.out());
    assertTrue(text.out().contains(": 1 of 2 virtual clusters"), text.out());
  }

  @Test
  void whereModelsLearnAgainEverythingIsSimulatedAndThatIsSaid() {
    Call text = whatIf("--change", "remove 1", "--relearn", "--replicas", "0");
    assertTrue(text.err().contains("everything was simulated from the start"), text.err());
    assertTrue(text.out().contains("again from the start: 2 of 2 virtual clusters"), text.out());
  }

  /** FIFO believes nothing, so a discipline that needs estimates learns its own. */
  @Test
  void whatIsSaidOfEstimatesIsTrueOfTheChange() {
    Call learning = whatIf("--policy", "fifo", "--change", "discipline easy");
    assertEquals(ExitCode.SUCCESS, learning.exitCode(), learning.err());
    assertTrue(learning.err().contains("everything was simulated from the start"), learning.err());
    Call known = whatIf("--change", "estimates true");
    assertEquals(ExitCode.SUCCESS, known.exitCode(), known.err());
    assertTrue(!known.err().contains("held") && !known.err().contains("learnt"), known.err());
    Call strict = whatIf("--policy", "fifo", "--change", "remove 590");
    assertTrue(!strict.err().contains("held"), strict.err());
  }

  /** Models that were changed after the run can't tell what it would have done. */
  @Test
  void otherModelsAreRefused() throws IOException {
    Path other = Files.createDirectories(shared.resolve("others"));
    String manifest = Files.readString(models.resolve("models.json"));
    Files.writeString(other.resolve("models.json"), manifest.replace("nothing", "something"));
    Call call = whatIf("--change", "remove 1", "--models", other.toString());
    assertEquals(ExitCode.BAD_INPUT, call.exitCode());
    assertTrue(call.err().contains("expected the folder of models of the run"), call.err());
  }

  /** Changes that mean nothing tell which differences may be chance. */
  @Test
  void whereModelsLearnAgainChanceIsTold() {
    Call call = whatIf("--change", "nodes blue +1", "--relearn", "--replicas", "3", "--json");
    assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
    JsonNode report = JsonMapper.shared().readTree(call.out());
    assertEquals(3, report.get("replicas").asInt());
    for (JsonNode group : report.get("means").values()) {
      JsonNode interval = group.get("queueInterval");
      double low = interval.get("low").asDouble();
      double high = interval.get("high").asDouble();
      assertTrue(low < high, group::toString);
      assertEquals(low <= 0 && high >= 0, interval.get("withinNoise").asBoolean());
    }
    Call text = whatIf("--change", "nodes blue +1", "--relearn", "--replicas", "3");
    assertTrue(text.out().contains("wait, 95 %, s"), text.out());
    assertTrue(whatIf("--change", "remove 1", "--replicas", "3").err().contains("--relearn"));
    assertTrue(whatIf("--job", "5", "--earlier", "1h", "--relearn").err().contains("--change"));
  }

  /**
   * The model is learnt on Monday, so a job of that day or later is the first that is different.
   */
  @Test
  void anEditedTermChangesEstimatesFromTheFirstModelOn() {
    JsonNode report = json("term GPUs .. 500000");
    assertNotEquals(0, report.get("changedJobs").asInt());
    long monday = 8 * 86_400;
    for (JsonNode resumed : report.get("simulated").values()) {
      assertTrue(resumed.get("changeSeconds").asLong() >= monday, resumed::toString);
    }
    for (String side : new String[] {"gains", "losses"}) {
      for (JsonNode job : report.get(side).values()) {
        assertTrue(job.get("before").get("endSeconds").asLong() >= monday, job::toString);
      }
    }
  }

  /** What changes nothing about a model changes nothing about the run. */
  @Test
  void anEditWithoutEffectChangesNoJob() {
    assertEquals(0, json("term GPUs 100000.. 7").get("changedJobs").asInt());
  }

  @Test
  void unknownFeaturesAndPoliciesWithoutEstimatesAreTold() {
    Call misspelt = whatIf("--change", "term GPU flat");
    assertEquals(ExitCode.BAD_INPUT, misspelt.exitCode());
    assertTrue(misspelt.err().contains("Maybe 'GPUs' was meant."), misspelt.err());
    Call fifo = whatIf("--policy", "fifo", "--change", "term GPUs flat");
    assertEquals(ExitCode.BAD_INPUT, fifo.exitCode());
    assertTrue(fifo.err().contains("a run in which models estimate durations"), fifo.err());
  }

  @Test
  void rangesOfReadableModelsAreSetToFactors() {
    String data = shared.resolve("data").toString();
    String readable = shared.resolve("readable").toString();
    Path folder =
        NoModelsYet.write(shared.resolve("readable-models"), Path.of(data), DurationForm.READABLE);
    succeed(
        "simulate",
        "--data",
        data,
        "--models",
        folder.toString(),
        "--policy",
        "lucid",
        "--explain",
        "--profiler-nodes",
        "0",
        "--out",
        readable);
    Call halved = Call.of("whatif", "--run", readable, "--change", "term GPUs 2.. 0.5", "--json");
    assertEquals(ExitCode.SUCCESS, halved.exitCode(), halved.err());
    Call below = Call.of("whatif", "--run", readable, "--change", "term GPUs 2.. -60");
    assertEquals(ExitCode.BAD_INPUT, below.exitCode());
    assertTrue(below.err().contains("expected a factor above 0"), below.err());
    Call lacking = Call.of("whatif", "--run", readable, "--change", "term CPUs flat");
    assertEquals(ExitCode.BAD_INPUT, lacking.exitCode());
    assertTrue(lacking.err().contains("expected a feature of the models"), lacking.err());
  }

  @Test
  void modelsThatAreGoneAreTold() throws IOException {
    Path moved = shared.resolve("moved");
    Files.move(models, moved);
    try {
      Call gone = whatIf("--change", "remove 1");
      assertEquals(ExitCode.BAD_INPUT, gone.exitCode());
      assertTrue(gone.err().contains("say where it is with --models"), gone.err());
      String[] words = {"--policy", "fifo", "--change", "remove 1", "--models", moved.toString()};
      Call found = whatIf(words);
      assertEquals(ExitCode.SUCCESS, found.exitCode(), found.err());
    } finally {
      Files.move(moved, models);
    }
  }

  /** Other policies of the run don't learn, so they go on from their snapshots. */
  @Test
  void policiesThatEstimateNothingAreNotSimulatedFromTheStart() {
    Call call = whatIf("--policy", "fifo", "--change", "remove 590", "--json");
    JsonNode report = JsonMapper.shared().readTree(call.out());
    assertEquals(0, report.get("notices").size(), call.out());
    assertEquals(1, report.get("simulated").size());
    assertTrue(report.get("simulated").get(0).get("resumedFromSeconds").asLong() > 0);
  }

  /**
   * A search simulates the virtual cluster of the job; the run with the change that was found,
   * simulated to its end, must start the job in the same second.
   */
  @Test
  void foundChangesDoWhatTheyPromise() throws IOException {
    String job = jobThatWaitsLongestAfterMonday();
    Call search = whatIf("--job", job, "--earlier", "1m", "--json");
    assertEquals(ExitCode.SUCCESS, search.exitCode(), search.err());
    JsonNode fewer = JsonMapper.shared().readTree(search.out()).get("findings").get(0);
    String gpus = fewer.get("change").asString().split(" ")[0];
    Path out = shared.resolve("fewer");
    Call full = whatIf("--change", "gpus " + job + " " + gpus, "--out", out.toString());
    assertEquals(ExitCode.SUCCESS, full.exitCode(), full.err());
    String changed =
        Files.readAllLines(out.resolve("changed_jobs.csv")).stream()
            .filter(line -> line.startsWith(job + ","))
            .findFirst()
            .orElseThrow();
    assertEquals(fewer.get("startSeconds").asString(), changed.split(",")[6], changed);
  }

  /** Of those that ask for several GPUs. */
  private static String jobThatWaitsLongestAfterMonday() throws IOException {
    long monday = 8 * 86_400;
    return Files.readAllLines(Path.of(run, "lucid", "jobs.csv")).stream()
        .skip(1)
        .map(line -> line.split(","))
        .filter(job -> Long.parseLong(job[4]) > monday && Long.parseLong(job[3]) > 1)
        .max(Comparator.comparingLong(job -> Long.parseLong(job[8])))
        .orElseThrow()[0];
  }
}
