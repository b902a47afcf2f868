package org.limpid.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the published policies, where the machine has them. */
final class AdaptCommandTest {
  private static final Path SHARED = Path.of(System.getProperty("limpid.shared", "none"));
  private static final Path DATA = SHARED.resolve("data/adaptation");
  private static final Path GOLDEN = SHARED.resolve("golden/adaptation");

  @TempDir private Path folder;

  private Call evaluate(
      Path trainings, Path vocabulary, Path embeddings, Path weights, Path manifest) {
    return Call.of(
        "adapt",
        "evaluate",
        "--trainings",
        trainings.toString(),
        "--vocabulary",
        vocabulary.toString(),
        "--embeddings",
        embeddings.toString(),
        "--weights",
        weights.toString(),
        "--manifest",
        manifest.toString(),
        "--out",
        folder.resolve("out.csv").toString());
  }

  private Call evaluateSample(Map<String, Path> files) {
    return evaluate(
        files.get("trainings.csv"),
        files.get("vocabulary.json"),
        files.get("embeddings_18x16.f32le"),
        files.get("early_learn2.f32le"),
        files.get("early_learn2.json"));
  }

  /** Of equally probable actions the first is taken; 37 sequences have a 1 in them. */
  @Test
  void evaluationOfAPolicyWithoutPreference() throws IOException {
    Call call = evaluateSample(AdaptSample.write(folder));
    assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
    assertEquals(
        List.of("scenario,actions,acc,rank", "early2,0 0 0,0.5,38"),
        Files.readAllLines(folder.resolve("out.csv")));
    assertTrue(call.out().contains("no growth"), call.out());
  }

  @Test
  void evaluationOfAPublishedPolicy() throws IOException {
    assumeTrue(Files.exists(GOLDEN), () -> "there is no " + GOLDEN);
    Call call =
        evaluate(
            DATA.resolve("trainings.csv"),
            DATA.resolve("vocabulary.json"),
            DATA.resolve("embeddings_18x16.f32le"),
            GOLDEN.resolve("early_learn3.f32le"),
            GOLDEN.resolve("early_learn3.json"));
    assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
    List<String> expected =
        Files.readAllLines(GOLDEN.resolve("greedy_evaluation.csv")).stream()
            .map(line -> line.split(","))
            .filter(row -> row[0].matches("agent|simulation_early_learn3"))
            .map(row -> String.join(",", row[2], row[3], row[4], row[5]))
            .toList();
    assertEquals(11, expected.size());
    assertEquals(expected, Files.readAllLines(folder.resolve("out.csv")));
  }

  @Test
  void weightsOfAnotherPolicyAreRefused() throws IOException {
    Map<String, Path> files = AdaptSample.write(folder);
    files.put("early_learn2.f32le", files.get("embeddings_18x16.f32le"));
    Call call = evaluateSample(files);
    assertEquals(ExitCode.BAD_INPUT, call.exitCode());
    assertTrue(call.err().contains("Maybe the manifest is of other weights"), call.err());
    assertTrue(Files.notExists(folder.resolve("out.csv")));
  }

  /** Each 1 brings a thousandth, so one rule does it all; the network takes 0 0 0. */
  @Test
  void rules() throws IOException {
    Map<String, Path> files = AdaptSample.write(folder);
    Call call = rules(files, "policies.csv");
    assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
    assertTrue(
        call.out().contains("always: grow behind the second block (+0.0010; 21 states)"),
        call.out());
    Call json = Call.of("adapt", "rules", "--trainings", at(files, "trainings.csv"), "--json");
    assertTrue(json.out().contains("\"gainShare\" : 0.25"), json.out());
  }

  @Test
  void listsThatNameWhatIsNotThereAreRefused() throws IOException {
    Map<String, Path> files = AdaptSample.write(folder);
    Files.writeString(
        files.get("policies.csv"),
        """
        name,learnt_from,weights,manifest,published_with
        a,early2,adapt-early_learn2.f32le,adapt-early_learn2.json,b
        b,earli2,adapt-early_learn2.f32le,adapt-early_learn2.json,
        """);
    Call call = rules(files, "policies.csv");
    assertEquals(ExitCode.BAD_INPUT, call.exitCode());
    assertTrue(call.err().contains("expected a policy that stands above"), call.err());
    assertTrue(call.err().contains("early2"), call.err());
    Call alone =
        Call.of(
            "adapt",
            "rules",
            "--trainings",
            at(files, "trainings.csv"),
            "--policies",
            at(files, "policies.csv"));
    assertTrue(alone.err().contains("go together"), alone.err());
  }

  private static String at(Map<String, Path> files, String name) {
    return files.get(name).toString();
  }

  /** The curves are the same, so nothing is gained at the start. */
  @Test
  void report() throws IOException {
    Path out = folder.resolve("report");
    Call call =
        onPolicies("report", AdaptSample.write(folder), "policies.csv", "--out", out.toString());
    assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
    for (String name : List.of("report.html", "report.pdf", "figures/transfer.svg")) {
      assertTrue(Files.size(out.resolve(name)) > 0, name);
    }
    assertEquals(
        List.of(
            "policy,began_with,from_scratch,jump_start,end_gain",
            "early again,early,early,0.000000,0.000000"),
        Files.readAllLines(out.resolve("figures/transfer-values.csv")));
    assertEquals(
        "early,early2,yes,0 0 0,0.500000,38,0.503000,0.500750,0.500000",
        Files.readAllLines(out.resolve("evaluations.csv")).get(1));
  }

  private static Call rules(Map<String, Path> files, String policies) {
    return onPolicies("rules", files, policies);
  }

  private static Call onPolicies(
      String command, Map<String, Path> files, String policies, String... more) {
    String[] words = {
      "adapt",
      command,
      "--trainings",
      at(files, "trainings.csv"),
      "--policies",
      at(files, policies),
      "--vocabulary",
      at(files, "vocabulary.json"),
      "--embeddings",
      at(files, "embeddings_18x16.f32le")
    };
    return Call.of(Stream.concat(Stream.of(words), Stream.of(more)).toArray(String[]::new));
  }

  @Test
  void clusterOnGeneratedTrainings() throws IOException {
    Path growth = folder.resolve("growth");
    assertEquals(
        ExitCode.SUCCESS, Call.of("adapt", "generate", "--out", growth.toString()).exitCode());
    Path out = folder.resolve("cluster");
    Call call =
        Call.of(
            "adapt",
            "cluster",
            "--trainings",
            growth.resolve("trainings.csv").toString(),
            "--epochs",
            growth.resolve("epochs.csv").toString(),
            "--jobs",
            "30",
            "--policy",
            "fifo",
            "--out",
            out.toString());
    assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
    assertEquals(1 + 9, Files.readAllLines(out.resolve("outcomes.csv")).size());
    assertTrue(Files.size(out.resolve("figures/trade.svg")) > 0);
    Call wrong =
        Call.of("adapt", "cluster", "--policy", "fifoo", "--out", out.resolve("no").toString());
    assertEquals(ExitCode.BAD_INPUT, wrong.exitCode());
    assertTrue(wrong.err().contains("found 'fifoo'"), wrong.err());
  }
}
