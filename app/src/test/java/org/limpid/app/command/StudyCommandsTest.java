package org.limpid.app.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.files.AtomicFolder;
import org.limpid.files.InputFiles;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code limpid ablate} and {@code limpid tune} on a small data set. */
final class StudyCommandsTest {
  @TempDir private static Path shared;
  private static String data;

  @TempDir private Path folder;

  @BeforeAll
  static void generate() {
    data = shared.resolve("data").toString();
    Call call =
        Call.of(
            "data",
            "generate",
            "--out",
            data,
            "--jobs",
            "400",
            "--days",
            "8",
            "--history-days",
            "7",
            "--clusters",
            "blue=5,green=4,red=3",
            "--seed",
            "4");
    assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
  }

  private Path out() {
    return folder.resolve("out");
  }

  private Call call(String command, Path out, String... more) {
    Stream<String> words = Stream.of(command, "--data", data, "--out", out.toString());
    return Call.of(Stream.concat(words, Stream.of(more)).toArray(String[]::new));
  }

  private static JsonNode json(Call call) {
    assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
    assertEquals("", call.err());
    return JsonMapper.shared().readTree(call.out());
  }

  private static List<String> filesOf(Path out) throws IOException {
    try (Stream<Path> files = Files.list(out)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.equals(AtomicFolder.MARK))
          .sorted()
          .toList();
    }
  }

  /** All files but run.json, which has times and the number of threads. */
  private static void assertSameFiles(Path one, Path other) throws IOException {
    assertEquals(filesOf(one), filesOf(other));
    for (String file : filesOf(one)) {
      if (!file.equals("run.json")) {
        assertArrayEquals(
            Files.readAllBytes(one.resolve(file)), Files.readAllBytes(other.resolve(file)), file);
      }
    }
  }

  private static void assertColumnsDocumented(Path csv) throws IOException {
    String page = Files.readString(Path.of(System.getProperty("limpid.root"), "docs/outputs.md"));
    for (String column : Files.readAllLines(csv).getFirst().split(",")) {
      assertTrue(page.contains("`" + column + "`"), column);
    }
  }

  @Test
  void ablationHasARowForEveryPart() throws IOException {
    Call call = call("ablate", out(), "--replicas", "2");
    assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
    List<String> names = call.out().lines().map(line -> line.split(" ")[0]).toList();
    assertTrue(
        names.containsAll(
            List.of(
                "lucid",
                "no-sharing",
                "blind-sharing",
                "no-estimates",
                "no-forecast",
                "no-profiler",
                "profiler-time-100",
                "profiler-time-400")),
        call.out());
    assertEquals(
        List.of("ablation.csv", "ablation.md", "comparison.csv", "replicas.csv", "run.json"),
        filesOf(out()));
    assertColumnsDocumented(out().resolve("ablation.csv"));
    assertColumnsDocumented(out().resolve("replicas.csv"));
  }

  /** The first row is what simulate says of Lucid, and no-sharing what it says without sharing. */
  @Test
  void rowsOfAnAblationAreRunsOfLucid() {
    JsonNode variants = json(call("ablate", out(), "--json")).get("variants");
    assertEquals("lucid", variants.at("/0/name").asString());
    assertEquals(meanJct("predicted"), variants.at("/0/jctMean").asDouble());
    assertEquals("no-sharing", variants.at("/1/name").asString());
    assertEquals(meanJct("never"), variants.at("/1/jctMean").asDouble());
  }

  private double meanJct(String sharing) {
    Call call =
        call(
            "simulate",
            folder.resolve(sharing),
            "--policy",
            "lucid",
            "--sharing",
            sharing,
            "--json");
    return json(call).at("/policies/0/all/jct/mean").asDouble();
  }

  @Test
  void ablationDoesNotDependOnTheNumberOfThreads() throws IOException {
    Path other = folder.resolve("other");
    call("ablate", out(), "--replicas", "2", "--threads", "1", "--quiet");
    call("ablate", other, "--replicas", "2", "--threads", "3", "--quiet");
    assertSameFiles(out(), other);
  }

  /** The largest profiler that leaves enough nodes for all jobs can't have one node more. */
  @Test
  void rowsThatCannotBeRunAreNamed() {
    int nodes = 8;
    Call call = call("ablate", out(), "--profiler-nodes", "" + nodes);
    while (call.exitCode() != ExitCode.SUCCESS) {
      assertEquals(ExitCode.BAD_INPUT, call.exitCode());
      assertFalse(Files.exists(out()));
      nodes--;
      call = call("ablate", out(), "--profiler-nodes", "" + nodes);
    }
    String problem = "profiler-nodes-%d can't be run: Policy lucid".formatted(nodes + 1);
    assertTrue(call.out().contains(problem), call.out());
  }

  @Test
  void whatIsSwitchedOffAnywayIsNoRow() {
    Call call = call("ablate", out(), "--profiler-nodes", "0", "--sharing", "always");
    assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
    assertFalse(call.out().contains("profiler"), call.out());
    assertFalse(call.out().contains("no-forecast"), call.out());
  }

  @Test
  void tuningWritesSettingsThatSimulateTakes() throws IOException {
    Call call = call("tune", out(), "--replicas", "2");
    assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
    assertTrue(call.out().startsWith("Goal: a small mean JCT. "), call.out());
    assertEquals(
        List.of("report.json", "report.txt", "run.json", "tried.csv", "tuned.json"),
        filesOf(out()));
    assertEquals(call.out(), Files.readString(out().resolve("report.txt")));
    assertColumnsDocumented(out().resolve("tried.csv"));
    String tuned = out().resolve("tuned.json").toString();
    Call simulated =
        call("simulate", folder.resolve("s"), "--policy", "lucid", "--settings", tuned, "-q");
    assertEquals(ExitCode.SUCCESS, simulated.exitCode(), simulated.err());
    JsonNode report = JsonMapper.shared().readTree(Files.readString(out().resolve("report.json")));
    JsonNode settings = JsonMapper.shared().readTree(Files.readString(Path.of(tuned)));
    for (String name : report.get("chosen").propertyNames()) {
      assertEquals(report.get("chosen").get(name), settings.get(name));
    }
  }

  @Test
  void tuningDoesNotDependOnTheNumberOfThreads() throws IOException {
    Path other = folder.resolve("other");
    call("tune", out(), "--replicas", "2", "--goal", "queue", "--threads", "1", "--quiet");
    call("tune", other, "--replicas", "2", "--goal", "queue", "--threads", "3", "--quiet");
    for (String file : List.of("tried.csv", "tuned.json", "report.txt")) {
      assertArrayEquals(
          Files.readAllBytes(out().resolve(file)), Files.readAllBytes(other.resolve(file)), file);
    }
  }

  /** Everything tried is the same when the weeks held out are cut off before their end. */
  @Test
  void searchDoesNotSeeWhatIsHeldOut() throws IOException {
    Path other = folder.resolve("other");
    call("tune", out(), "--replicas", "2", "--until", "2026-09-05", "--quiet");
    Path cut = copyWithoutTheEnd();
    Call call =
        Call.of(
            "tune",
            "--data",
            cut.toString(),
            "--out",
            other.toString(),
            "--replicas",
            "2",
            "--until",
            "2026-09-05",
            "--quiet");
    assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
    assertEquals(
        Files.readString(out().resolve("tried.csv")), Files.readString(other.resolve("tried.csv")));
  }

  /** The data set without the jobs submitted 13 days after its origin, 7 September, or later. */
  private Path copyWithoutTheEnd() throws IOException {
    Path copy = Files.createDirectory(folder.resolve("cut"));
    for (String file : filesOf(Path.of(data))) {
      Files.copy(Path.of(data, file), copy.resolve(file));
    }
    Path jobs = copy.resolve("jobs.csv.gz");
    List<String> all = new BufferedReader(InputFiles.openText(jobs)).readAllLines();
    List<String> left = new ArrayList<>(all.subList(0, 1));
    all.stream().skip(1).filter(row -> submission(row) < 1_123_200).forEach(left::add);
    assertTrue(left.size() < all.size());
    try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(jobs))) {
      gzip.write((String.join("\n", left) + "\n").getBytes(StandardCharsets.UTF_8));
    }
    return copy;
  }

  private static long submission(String row) {
    return Long.parseLong(row.split(",")[7]);
  }

  @Test
  void tuningNeedsJobsOnBothSides() {
    Call call = call("tune", out(), "--until", "2030-01-01");
    assertEquals(ExitCode.BAD_INPUT, call.exitCode());
    assertTrue(call.err().contains("400 jobs are submitted before"), call.err());
    assertTrue(call("tune", out(), "--replicas", "0").err().contains("Maybe --replicas 6"));
  }

  @Test
  void onlyFormsOfLucidAreStudied() {
    Call call = call("ablate", out(), "--policy", "fifo");
    assertEquals(ExitCode.BAD_INPUT, call.exitCode());
    assertTrue(call.err().contains("lucid-easy"), call.err());
  }
}
