package org.limpid.app.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
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
      return files.map(file -> file.getFileName().toString()).sorted().toList();
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
  void onlyFormsOfLucidAreStudied() {
    Call call = call("ablate", out(), "--policy", "fifo");
    assertEquals(ExitCode.BAD_INPUT, call.exitCode());
    assertTrue(call.err().contains("lucid-easy"), call.err());
  }
}
