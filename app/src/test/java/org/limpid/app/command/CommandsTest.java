package org.limpid.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.reference.run.ReferenceSimulators;
import org.limpid.simulation.run.Policies;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whole commands on a small data set, which the first of them makes. */
final class CommandsTest {
  @TempDir private static Path shared;
  private static String data;

  @TempDir private Path folder;

  @BeforeAll
  static void generate() {
    data = shared.resolve("data").toString();
    Call call = Call.of(generateWords(data));
    assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
    assertEquals("", call.out());
    assertTrue(call.err().startsWith("Generating: 200 of 200 in "), call.err());
    assertTrue(call.err().endsWith("Generated 200 jobs in " + data + ".\n"), call.err());
  }

  private static String[] generateWords(String out) {
    return new String[] {
      "data",
      "generate",
      "--out",
      out,
      "--jobs",
      "200",
      "--days",
      "2",
      "--history-days",
      "7",
      "--clusters",
      "blue=4,green=3",
      "--users",
      "5",
      "--seed",
      "9"
    };
  }

  private static JsonNode json(Call call) {
    assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
    assertEquals("", call.err());
    return JsonMapper.shared().readTree(call.out());
  }

  private Path out() {
    return folder.resolve("out");
  }

  private void assertNoDebris() throws IOException {
    try (Stream<Path> content = Files.list(folder)) {
      assertEquals(List.of(), content.filter(path -> !path.equals(out())).toList());
    }
  }

  @Test
  void quietGeneratingSaysNothing() {
    String[] words =
        Stream.concat(Stream.of("--quiet"), Stream.of(generateWords(out().toString())))
            .toArray(String[]::new);
    assertEquals(new Call(ExitCode.SUCCESS, "", ""), Call.of(words));
  }

  @Test
  void generatingOverwritesOnlyWhenAsked() {
    Call refused = Call.of(generateWords(data));
    assertEquals(ExitCode.BAD_INPUT, refused.exitCode());
    assertTrue(refused.err().contains("expected no file and no folder"), refused.err());
    String[] words =
        Stream.concat(Stream.of(generateWords(data)), Stream.of("--overwrite"))
            .toArray(String[]::new);
    assertEquals(ExitCode.SUCCESS, Call.of(words).exitCode());
  }

  @Test
  void aGoodDataSetPassesTheCheck() {
    Call call = Call.of("data", "check", data);
    assertEquals(ExitCode.SUCCESS, call.exitCode(), call.out());
    assertEquals("No problems found in 9 files.\n", call.out());
    assertEquals(new Call(ExitCode.SUCCESS, "", ""), Call.of("data", "check", data, "-q"));
    assertEquals(0, json(Call.of("data", "check", data, "--json")).size());
  }

  @Test
  void theCheckListsProblems() {
    Call call = Call.of("data", "check", out().toString());
    assertEquals(ExitCode.BAD_INPUT, call.exitCode());
    assertEquals(
        out() + ": there is no such folder. Maybe its name is misspelt.\n1 problem found.\n",
        call.out());
    Call asJson = Call.of("data", "check", out().toString(), "--json");
    assertEquals(ExitCode.BAD_INPUT, asJson.exitCode());
    JsonNode problem = JsonMapper.shared().readTree(asJson.out()).get(0);
    assertEquals("there is no such folder", problem.get("message").asString());
  }

  @Test
  void describingCountsJobs() {
    Call call = Call.of("data", "describe", data);
    assertTrue(call.out().contains("200 jobs of 5 users"), call.out());
    JsonNode summary = json(Call.of("data", "describe", "--json", data));
    assertEquals(200, summary.get("jobs").asInt());
    assertEquals("blue", summary.at("/virtualClusters/0/name").asString());
  }

  @Test
  void policiesAreListed() {
    List<String> names =
        Stream.of(Policies.standard().names(), ReferenceSimulators.standard().names())
            .flatMap(List::stream)
            .distinct()
            .toList();
    Call call = Call.of("policies");
    assertEquals(names, call.out().lines().map(line -> line.split(" ")[0]).toList());
    JsonNode list = json(Call.of("policies", "--json"));
    assertEquals(names, list.valueStream().map(entry -> entry.get("name").asString()).toList());
    assertEquals("preemption", list.get(names.indexOf("srtf")).at("/needs/0").asString());
    assertEquals("time_limits", list.get(names.indexOf("slurm-like")).at("/needs/0").asString());
    String ofArtifact = "synergy-fifo-fair";
    assertEquals("--reference", list.get(names.indexOf(ofArtifact)).at("/needs/0").asString());
  }

  @Test
  void simulatingWritesResultsAndPrintsATable() throws IOException {
    Call call =
        Call.of(
            "simulate", "--data", data, "--policy", "all,ideal,fifo", "--out", out().toString());
    assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
    assertEquals(
        List.of("policy", "fifo", "sjf", "srtf", "tiresias", "qssf", "lucid", "limpid", "ideal"),
        call.out().lines().map(line -> line.split(" ")[0]).toList());
    assertTrue(call.err().endsWith("The results are in " + out() + ".\n"), call.err());
    assertTrue(Files.exists(out().resolve("lucid").resolve("jobs.csv")));
    assertNoDebris();
  }

  @Test
  void everyOptionReachesTheRun() throws IOException {
    Call call =
        Call.of(
            "simulate",
            "--data",
            data,
            "--policy",
            "lucid",
            "--out",
            out().toString(),
            "--reference",
            "--fix",
            "exact-seconds,loans-kept",
            "--placer",
            "first-fit",
            "--estimates",
            "qssf",
            "--sharing",
            "always",
            "--profiler-nodes",
            "1",
            "--profiler-time",
            "100",
            "--profiler-factor",
            "2",
            "--sharing-limit",
            "3",
            "--memory-margin",
            "512",
            "--replicas",
            "2",
            "--replica-kind",
            "ties,days",
            "--from",
            "2026-09-01T06:00",
            "--to",
            "2026-09-03",
            "--sample",
            "600",
            "--threads",
            "1",
            "--seed",
            "5",
            "--quiet");
    assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
    assertEquals("", call.err());
    JsonNode run = JsonMapper.shared().readTree(Files.readString(out().resolve("run.json")));
    assertEquals("limpid", run.at("/command/0").asString());
    assertEquals("--quiet", run.get("command").valueStream().toList().getLast().asString());
    assertEquals(5, run.get("seed").asInt());
    JsonNode options = run.get("options");
    assertEquals(
        List.of("exact-seconds", "loans-kept"),
        options.get("fixed").valueStream().map(JsonNode::asString).toList());
    assertEquals("first-fit", options.get("placer").asString());
    assertEquals("qssf", options.get("estimates").asString());
    assertEquals("always", options.get("sharing").asString());
    assertEquals(1, options.get("profilerNodes").asInt());
    assertEquals(100, options.get("profilerSeconds").asInt());
    assertEquals(2, options.get("profilerFactor").asInt());
    assertEquals(3, options.get("sharingLimit").asInt());
    assertEquals(512, options.get("memoryMarginMib").asInt());
    assertEquals(2, options.get("replicas").asInt());
    assertEquals("[\"days\",\"ties\"]", options.get("replicaKinds").toString());
    assertEquals("2026-09-01T06:00", options.get("from").asString());
    assertEquals("2026-09-03", options.get("to").asString());
    assertEquals(600, options.get("sampleSeconds").asInt());
    assertEquals(1, options.get("threads").asInt());
  }

  @Test
  void settingsComeFromAFileUnlessAnOptionSaysOtherwise() throws IOException {
    Path settings = folder.resolve("tuned.json");
    Files.writeString(
        settings,
        """
        {"format": "limpid-settings/1", "profilerNodes": 1, "profilerSeconds": 50,
         "profilerFactor": null, "sharingLimit": 0, "memoryMarginMib": 1000}
        """);
    Call call = simulate("lucid", "--settings", settings.toString(), "--profiler-time", "70");
    assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
    JsonNode run = JsonMapper.shared().readTree(Files.readString(out().resolve("run.json")));
    JsonNode options = run.get("options");
    assertEquals(1, options.get("profilerNodes").asInt());
    assertEquals(70, options.get("profilerSeconds").asInt());
    assertTrue(options.get("profilerFactor").isNull());
    assertEquals(0, options.get("sharingLimit").asInt());
    assertEquals(1000, options.get("memoryMarginMib").asInt());
  }

  @Test
  void wrongSettingsAreListed() throws IOException {
    Path settings = folder.resolve("tuned.json");
    Files.writeString(
        settings,
        """
        {"format": "limpid-settings/2", "sharingLimit": 5, "profilerNode": 1}
        """);
    Call call = simulate("lucid", "--settings", settings.toString());
    assertEquals(ExitCode.BAD_INPUT, call.exitCode());
    assertTrue(call.err().contains("expected the format limpid-settings/1"), call.err());
    assertTrue(call.err().contains("profilerNode"), call.err());
    assertTrue(call.err().contains("expected a whole number of 0 to 4"), call.err());
    Call option = simulate("lucid", "--sharing-limit", "5");
    assertTrue(option.err().contains("expected a whole number of 0 to 4, found '5'"), option.err());
  }

  private Call simulate(String policies, String... more) {
    Stream<String> words =
        Stream.of("simulate", "--data", data, "--policy", policies, "--out", out().toString());
    return Call.of(Stream.concat(words, Stream.of(more)).toArray(String[]::new));
  }

  @Test
  void replicasSayWhichDifferencesMayBeChance() throws IOException {
    Call call = simulate("fifo,sjf,lucid", "--replicas", "3");
    assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
    assertTrue(call.out().contains("Means over 3 replicas"), call.out());
    assertEquals(1 + 3 * 4, Files.readAllLines(out().resolve("replicas.csv")).size());
    assertEquals(1 + 3, Files.readAllLines(out().resolve("comparison.csv")).size());
    JsonNode report = json(simulate("fifo,ideal", "--replicas", "2", "--overwrite", "--json"));
    assertEquals(2, report.at("/replicas/count").asInt());
    assertEquals("ideal", report.at("/replicas/differences/0/other").asString());
    assertTrue(report.at("/replicas/differences/0/jctMean/mean").asDouble() >= 0);
    Call one = simulate("fifo", "--replicas", "1", "--overwrite");
    assertEquals(ExitCode.BAD_INPUT, one.exitCode());
    assertTrue(one.err().contains("Maybe --replicas 10"), one.err());
  }

  @Test
  void simulatingPrintsJson() {
    JsonNode report =
        json(
            Call.of(
                "simulate",
                "--data",
                data,
                "--policy",
                "sjf",
                "--out",
                out().toString(),
                "--json"));
    assertEquals("sjf", report.at("/policies/0/policy").asString());
  }

  @Test
  void resultsAreReplacedOnlyWhenAsked() throws IOException {
    String[] words = {"simulate", "--data", data, "--policy", "sjf", "--out", out().toString()};
    assertEquals(ExitCode.SUCCESS, Call.of(words).exitCode());
    assertEquals(ExitCode.BAD_INPUT, Call.of(words).exitCode());
    String[] overwriting =
        Stream.concat(Stream.of(words), Stream.of("--overwrite")).toArray(String[]::new);
    assertEquals(ExitCode.SUCCESS, Call.of(overwriting).exitCode());
    assertNoDebris();
  }

  @Test
  void failedRunsLeaveNothing() throws IOException {
    Call noJobs =
        Call.of("simulate", "--data", data, "--out", out().toString(), "--from", "2030-01-01");
    assertEquals(ExitCode.BAD_INPUT, noJobs.exitCode());
    Call noEstimates =
        Call.of("simulate", "--data", data, "--out", out().toString(), "--estimates", "qsf");
    assertEquals(ExitCode.BAD_INPUT, noEstimates.exitCode());
    assertTrue(noEstimates.err().contains("Maybe 'qssf' was meant"), noEstimates.err());
    assertFalse(Files.exists(out()));
    assertNoDebris();
  }

  @Test
  void reproducingMakesItsOwnData() {
    String[] words = {"reproduce", "--out", out().toString(), "--jobs", "300", "--quiet"};
    Call first = Call.of(words);
    assertEquals(ExitCode.SUCCESS, first.exitCode(), first.err());
    assertEquals(
        List.of(
            "policy",
            "fifo",
            "sjf",
            "srtf",
            "tiresias",
            "qssf",
            "lucid",
            "limpid",
            "fifo-backfill",
            "sjf-backfill",
            "qssf-backfill",
            "ideal",
            ""),
        first.out().lines().limit(13).map(line -> line.split(" ")[0]).toList());
    assertTrue(first.out().contains("\nModels\n  Sharing: "), first.out());
    assertTrue(
        first.out().lines().findFirst().orElseThrow().endsWith("JCT / fifo  JCT / tiresias"));
    assertTrue(Files.exists(out().resolve("data").resolve("dataset.json")));
    assertTrue(Files.exists(out().resolve("models").resolve("models.json")));
    assertTrue(Files.exists(out().resolve("results").resolve("summary.csv")));
    assertTrue(Files.exists(out().resolve("report").resolve("report.html")));
    assertTrue(Files.exists(out().resolve("report").resolve("report.pdf")));
    assertTrue(Files.exists(out().resolve("report").resolve("figures").resolve("table4.tex")));
  }

  /** Ten jobs in a month make a cluster of one node, which can't spare any for a profiler. */
  @Test
  void reproducingATinyClusterDoesWithoutAProfiler() {
    Call call = Call.of("reproduce", "--out", out().toString(), "--jobs", "10");
    assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
    assertTrue(call.err().contains("Lucid runs without one"), call.err());
  }

  @Test
  void reproducingTakesOtherDataAndPrintsTheSameAgain() {
    String[] words = {"reproduce", "--data", data, "--out", out().toString(), "--reference"};
    Call call = Call.of(words);
    assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
    assertFalse(Files.exists(out().resolve("data")));
    assertFalse(Files.exists(out().resolve("models")));
    assertFalse(call.out().contains("Models"), call.out());
    assertTrue(
        call.err()
            .endsWith(
                "The data set is in %s, the results are in %s, the report is %s.\n"
                    .formatted(
                        data,
                        out().resolve("results"),
                        out().resolve("report").resolve("report.html"))),
        call.err());
    String[] again =
        Stream.concat(Stream.of(words), Stream.of("--overwrite")).toArray(String[]::new);
    assertEquals(call.out(), Call.of(again).out());
  }

  @Test
  void importsNameWhatIsMissing() {
    for (List<String> words :
        List.of(
            List.of("data", "import", "lucid", "none", "--out"),
            List.of("data", "import", "helios", "none", "--cluster", "Venus", "--out"))) {
      String[] call =
          Stream.concat(words.stream(), Stream.of(out().toString())).toArray(String[]::new);
      Call refused = Call.of(call);
      assertEquals(ExitCode.BAD_INPUT, refused.exitCode());
      assertTrue(refused.err().startsWith("limpid: none: there is no such folder"), refused.err());
    }
  }
}
