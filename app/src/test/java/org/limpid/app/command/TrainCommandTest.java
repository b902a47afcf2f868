package org.limpid.app.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.experiment.simulate.ChangedData;
import org.limpid.files.AtomicFolder;
import org.limpid.models.ModelFolder;
import org.limpid.models.TrainedModels;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code limpid train}, and commands that take its models, on a small data set. */
final class TrainCommandTest {
  private static final List<String> FILES =
      List.of(
          "duration/estimator.json",
          "duration/model.json",
          "forecast.csv",
          "held-out.csv",
          "models.json",
          "pair-speeds.json",
          "share-score-ebm.json",
          "share-score-ordinal.json",
          "share-score-rules.txt",
          "share-score-tree.json",
          "throughput-gpus.json",
          "throughput-jobs.json");

  @TempDir private static Path shared;
  private static Path data;
  private static Path models;

  @TempDir private Path folder;

  @BeforeAll
  static void train() {
    data = shared.resolve("data");
    models = shared.resolve("models");
    generate(data, "300", "8");
    Call call = train(data, models, "--threads", "3");
    assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
    assertEquals(
        List.of("model", "packing-analyze", "workload-estimate", "throughput-predict"),
        call.out().lines().limit(4).map(line -> line.split(" ")[0]).toList());
    assertTrue(call.out().contains("\non rows held out "), call.out());
    assertTrue(call.out().contains("\nduration "), call.out());
  }

  private static void generate(Path out, String jobs, String days) {
    Call call =
        Call.of(
            "data",
            "generate",
            "--out",
            out.toString(),
            "--jobs",
            jobs,
            "--days",
            days,
            "--history-days",
            "7",
            "--clusters",
            "blue=5,green=4,red=3",
            "--seed",
            "4");
    assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
  }

  private static Call train(Path from, Path out, String... more) {
    Stream<String> words = Stream.of("train", "--data", "" + from, "--out", "" + out);
    return Call.of(Stream.concat(words, Stream.of(more)).toArray(String[]::new));
  }

  private Path out() {
    return folder.resolve("out");
  }

  private static List<String> filesBelow(Path top) throws IOException {
    try (Stream<Path> files = Files.walk(top)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> top.relativize(file).toString().replace('\\', '/'))
          .filter(file -> !file.equals(AtomicFolder.MARK))
          .sorted()
          .toList();
    }
  }

  private static ObjectNode manifest(Path of) throws IOException {
    return (ObjectNode) JsonMapper.shared().readTree(Files.readString(of.resolve("models.json")));
  }

  private static void assertNamed(Call call, String... sentences) {
    assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
    for (String sentence : sentences) {
      assertTrue(call.err().contains(sentence), call.err());
    }
  }

  /** The command line is part of models.json. */
  @Test
  void modelsDoNotDependOnTheNumberOfThreads() throws IOException {
    Call call = train(data, out(), "--threads", "1", "--quiet");
    assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
    assertEquals("", call.err());
    assertEquals(FILES, filesBelow(models));
    assertEquals(FILES, filesBelow(out()));
    for (String file : FILES) {
      if (!file.equals("models.json")) {
        assertArrayEquals(
            Files.readAllBytes(models.resolve(file)),
            Files.readAllBytes(out().resolve(file)),
            file);
      }
    }
    assertEquals(manifest(models).without("command"), manifest(out()).without("command"));
  }

  @Test
  void everyFileIsDocumented() throws IOException {
    String page = Files.readString(Path.of(System.getProperty("limpid.root"), "docs/outputs.md"));
    for (String file : FILES) {
      assertTrue(page.contains(file), file);
    }
    for (String key : manifest(models).propertyNames()) {
      assertTrue(page.contains("`" + key + "`"), key);
    }
  }

  @Test
  void olderModelsAreReplacedOnlyWhenAsked() throws IOException {
    Path copy = copyOfModels();
    Call refused = train(data, copy);
    assertEquals(ExitCode.BAD_INPUT, refused.exitCode());
    assertTrue(refused.err().contains("expected no file and no folder"), refused.err());
  }

  @Test
  void modelsAreExplained() {
    for (String file : FILES) {
      if (file.endsWith(".json")
          && !List.of("models.json", "duration/estimator.json").contains(file)) {
        Call call = Call.of("model", "explain", models.resolve(file).toString());
        assertEquals(ExitCode.SUCCESS, call.exitCode(), file + call.err());
        assertFalse(call.out().isBlank(), file);
      }
    }
  }

  @Test
  void whatADataSetLacksIsSaid() throws IOException {
    Path bare =
        ChangedData.without(data, folder.resolve("bare"), "throughput", "profiles", "estimates");
    Path nameless =
        ChangedData.withJobs(
            bare, folder.resolve("nameless"), jobs -> jobs.peek(job -> job[3] = ""));
    assertNamed(
        train(nameless, out(), "--durations", "without-profile"),
        "No model of sharing: the data set has no profiles of workloads.\n",
        "The data set has no throughput series; it was counted from the 300 jobs of the trace",
        "Too little is known of the load before",
        "The trace has no job names");
    assertEquals(
        List.of(
            "duration/estimator.json",
            "duration/model.json",
            "forecast.csv",
            "held-out.csv",
            "models.json",
            "throughput-gpus.json",
            "throughput-jobs.json"),
        filesBelow(out()));
    assertEquals(4, manifest(out()).get("leftOut").size(), manifest(out()).toString());
  }

  @Test
  void thirtyJobsInThreeDaysTeachLittle() throws IOException {
    Path small = folder.resolve("small");
    generate(small, "30", "3");
    Path bare = ChangedData.without(small, folder.resolve("bare"), "throughput", "profiles");
    Call call = train(bare, out());
    assertNamed(
        call,
        "No model of sharing: the data set has no profiles of workloads.\n",
        "expected 50 or more jobs that have ended to learn durations from, found 30");
    assertEquals(
        List.of(
            "forecast.csv",
            "held-out.csv",
            "models.json",
            "throughput-gpus.json",
            "throughput-jobs.json"),
        filesBelow(out()));
  }

  @Test
  void nothingToLearnFromIsOneMessage() throws IOException {
    Path day = folder.resolve("day");
    generate(day, "30", "1");
    Path bare = ChangedData.without(day, folder.resolve("bare"), "throughput", "profiles");
    Call call = train(bare, out(), "--quiet");
    assertEquals(ExitCode.BAD_INPUT, call.exitCode());
    assertEquals("", call.out());
    assertEquals(1, call.err().lines().count(), call.err());
    assertTrue(call.err().contains("nothing can be learnt from this data set"), call.err());
    assertTrue(call.err().contains("needs at least 288 slots"), call.err());
    assertFalse(Files.exists(out()));
  }

  /** Models of an earlier run would seem to belong to the results beside them. */
  @Test
  void reproducingWithoutModelsLeavesNoneOfAnEarlierRun() throws IOException {
    Path day = folder.resolve("day");
    generate(day, "30", "1");
    Path bare = ChangedData.without(day, folder.resolve("bare"), "throughput", "profiles");
    assertReproducedWithoutModels("--data", "" + bare);
    assertReproducedWithoutModels("--data", "" + data, "--reference");
  }

  private void assertReproducedWithoutModels(String... words) throws IOException {
    Path older = copyOfModels(folder.resolve("reproduced/models"));
    Files.copy(models.resolve(AtomicFolder.MARK), older.resolve(AtomicFolder.MARK));
    Stream<String> command = Stream.of("reproduce", "--overwrite", "--out", "" + older.getParent());
    Call call = Call.of(Stream.concat(command, Stream.of(words)).toArray(String[]::new));
    assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
    assertFalse(call.err().contains("models are in"), call.err());
    assertFalse(Files.exists(older));
  }

  private Path copyOfModels() throws IOException {
    return copyOfModels(folder.resolve("copy"));
  }

  private static Path copyOfModels(Path copy) throws IOException {
    Files.createDirectories(copy.resolve("duration"));
    for (String file : FILES) {
      Files.copy(models.resolve(file), copy.resolve(file));
    }
    return copy;
  }

  private static void assertRefused(Path broken, String... said) {
    Call call =
        Call.of("ablate", "--data", "" + data, "--models", "" + broken, "--out", broken + "-out");
    assertEquals(ExitCode.BAD_INPUT, call.exitCode(), call.err());
    for (String part : said) {
      assertTrue(call.err().contains(part), call.err());
    }
    assertFalse(call.err().contains("Exception"), call.err());
  }

  @Test
  void brokenFoldersAreExplained() throws IOException {
    assertRefused(
        folder.resolve("none"), "models.json: there is no such file. Maybe 'limpid train' has to");
    for (String file : FILES) {
      if (!List.of("models.json", "forecast.csv", "held-out.csv", "share-score-rules.txt")
          .contains(file)) {
        Path copy = copyOfModels();
        Files.writeString(copy.resolve(file), "{\"format\": ");
        assertRefused(copy, file.substring(file.indexOf('/') + 1));
        Files.delete(copy.resolve(file));
        assertRefused(copy, file.substring(file.indexOf('/') + 1));
        deleteAll(copy);
      }
    }
  }

  @Test
  void brokenManifestsAreExplained() throws IOException {
    Path copy = copyOfModels();
    ObjectNode json = manifest(copy);
    json.put("format", "limpid-models/9").put("origin", "yesterday").remove("load");
    Files.writeString(copy.resolve("models.json"), json.toString());
    assertRefused(copy, "limpid-models/2", "expected a date and time", "load");
    Files.writeString(copy.resolve("models.json"), "[1, 2");
    assertRefused(copy, "models.json");
  }

  private static void deleteAll(Path top) throws IOException {
    for (String file : filesBelow(top)) {
      Files.delete(top.resolve(file));
    }
    Files.delete(top.resolve("duration"));
    Files.delete(top);
  }

  @Test
  void modelsReadBackAreThoseThatWereWritten() {
    TrainedModels read = ModelFolder.read(models);
    assertEquals("generated-300-jobs-seed-4", read.origin().dataset());
    assertTrue(read.load().isPresent() && read.packing().isPresent());
    assertTrue(read.durations().isPresent());
    assertEquals(List.of(), read.leftOut());
  }

  @Test
  void studiesTakeModels() {
    for (String command : List.of("ablate", "tune", "simulate")) {
      Call call =
          Call.of(
              command,
              "--data",
              "" + data,
              "--models",
              "" + models,
              "--predicted-pairs",
              "--predicted-scores",
              "--policy",
              "lucid",
              "--profiler-nodes",
              "0",
              "--replicas",
              "2",
              "--out",
              "" + folder.resolve(command));
      assertNamed(
          call,
          "Sharing: by share scores of the model of workloads.\n",
          "Forecast: by models of the load, each trained on the weeks before.\n",
          "Durations: by the history of like jobs until the first Monday");
    }
  }

  @Test
  void predictedPairsNeedModels() {
    Call call = Call.of("simulate", "--data", "" + data, "--out", "" + out(), "--predicted-pairs");
    assertEquals(ExitCode.BAD_INPUT, call.exitCode());
    assertTrue(call.err().contains("--predicted-pairs needs --models"), call.err());
  }

  @Test
  void whatIsPredictedHasToBeTrained() throws IOException {
    Path copy = copyOfModels();
    ObjectNode json = manifest(copy);
    Files.writeString(copy.resolve("models.json"), json.put("pairSpeeds", false).toString());
    assertUntrained(copy, "--predicted-pairs", "needs a model of pairs");
    Files.writeString(copy.resolve("models.json"), json.put("packing", false).toString());
    assertUntrained(copy, "--predicted-pairs", "needs a model of pairs");
    assertUntrained(copy, "--predicted-scores", "needs a model of share scores");
  }

  private void assertUntrained(Path of, String option, String said) {
    Call call =
        Call.of("simulate", "--data", "" + data, "--models", "" + of, "--out", "" + out(), option);
    assertEquals(ExitCode.BAD_INPUT, call.exitCode(), call.err());
    assertTrue(call.err().contains(option + " " + said + ", and " + of), call.err());
    assertTrue(call.err().contains("Maybe train on a data set with "), call.err());
    assertFalse(Files.exists(out()));
  }

  @Test
  void aWarmUpIsSaidAndRecorded() throws IOException {
    Call call =
        Call.of(
            "simulate",
            "--data",
            "" + data,
            "--out",
            "" + out(),
            "--policy",
            "fifo",
            "--count-from",
            "2026-09-04");
    assertNamed(
        call,
        "All figures are of jobs submitted at --count-from 2026-09-04 or later, but GPUs held,"
            + " which is of the whole run.\n");
    JsonNode run = JsonMapper.shared().readTree(Files.readString(out().resolve("run.json")));
    assertEquals("2026-09-04", run.at("/options/countFrom").asString());
    long midnight =
        Duration.between(
                LocalDateTime.parse(run.at("/data/origin").asString()),
                LocalDateTime.parse("2026-09-04T00:00"))
            .toSeconds();
    assertEquals(midnight, run.at("/options/countFromSeconds").asLong());
    assertEquals(300, run.at("/data/jobs").asInt());
  }
}
