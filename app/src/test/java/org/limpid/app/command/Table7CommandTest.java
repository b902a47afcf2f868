package org.limpid.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code limpid table7} on a small data set, without black boxes on the class path. */
final class Table7CommandTest {
  @TempDir private static Path shared;
  private static String data;

  @TempDir private Path folder;

  @BeforeAll
  static void generate() {
    data = generate("data", "400", "8", "7");
  }

  private static String generate(String name, String jobs, String days, String history) {
    String out = shared.resolve(name).toString();
    Call call =
        Call.of(
            "data",
            "generate",
            "--out",
            out,
            "--jobs",
            jobs,
            "--days",
            days,
            "--history-days",
            history,
            "--clusters",
            "blue=5,green=4,red=3",
            "--seed",
            "4");
    assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
    return out;
  }

  private static Call call(String... more) {
    Stream<String> words = Stream.of("table7", "--data", data);
    return Call.of(Stream.concat(words, Stream.of(more)).toArray(String[]::new));
  }

  /** All columns but the seconds. */
  private static List<List<String>> withoutSeconds(Path csv) throws IOException {
    List<String> lines = Files.readAllLines(csv);
    int seconds = List.of(lines.getFirst().split(",")).indexOf("fit_cpu_seconds");
    return lines.stream()
        .map(line -> {
          String[] fields = line.split(",", -1);
          fields[seconds] = "";
          return Arrays.asList(fields);
        })
        .toList();
  }

  @Test
  void filesHoldAllContestsAndDifferInSecondsOnly() throws IOException {
    Path one = folder.resolve("one");
    Path two = folder.resolve("two");
    Call first = call("--out", one.toString(), "--threads", "1");
    Call second =
        call("--out", two.toString(), "--threads", "2", "-q", "--models", "throughput,workload");
    assertEquals(ExitCode.SUCCESS, first.exitCode(), first.err());
    assertEquals("", second.err());
    assertTrue(first.err().contains("Only Limpid's own readable models take part"), first.err());
    try (Stream<Path> files = Files.list(one)) {
      assertEquals(
          List.of("run.json", "table7.csv", "table7.md"),
          files.map(file -> file.getFileName().toString()).sorted().toList());
    }
    assertEquals(
        withoutSeconds(one.resolve("table7.csv")).stream()
            .filter(row -> !row.getFirst().equals("packing"))
            .toList(),
        withoutSeconds(two.resolve("table7.csv")));
    // 4 contests of the load with 3 learners, 2 of them also weighted; 2 of sharing and 2 own
    // methods; 2 of durations, each also calibrated.
    assertEquals(1 + 14 + 8 + 8, Files.readAllLines(one.resolve("table7.csv")).size());
    String markdown = Files.readString(one.resolve("table7.md"));
    assertTrue(markdown.contains("## throughput: jobs from reference features"), markdown);
    assertTrue(markdown.contains("**"), markdown);
    assertTrue(first.out().contains("packing: share score"), first.out());
    assertFalse(first.out().contains("published"), first.out());
  }

  @Test
  void columnsAreDocumented() throws IOException {
    Path out = folder.resolve("out");
    call("--out", out.toString(), "--models", "workload", "-q");
    String page = Files.readString(Path.of(System.getProperty("limpid.root"), "docs/outputs.md"));
    for (String column : Files.readAllLines(out.resolve("table7.csv")).getFirst().split(",")) {
      assertTrue(page.contains("`" + column + "`"), column);
    }
  }

  @Test
  void modelsCanBeChosenAndJsonHasAllDigits() {
    Call call = call("--models", "workload", "--json");
    assertEquals("", call.err());
    JsonNode rows = JsonMapper.shared().readTree(call.out()).get("rows");
    assertEquals(8, rows.size());
    for (JsonNode row : rows) {
      assertEquals("workload", row.get("model").asString());
      assertTrue(row.get("mae").asDouble() > 0);
      assertFalse(row.get("leaks").asBoolean());
    }
  }

  @Test
  void whatIsTooSmallIsLeftOutAndSaid() {
    String tiny = generate("tiny", "40", "1", "1");
    Call call = Call.of("table7", "--data", tiny, "--models", "throughput,workload");
    assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
    assertTrue(call.err().contains("The model workload was left out"), call.err());
    assertTrue(call.out().startsWith("throughput"), call.out());
    Call none = Call.of("table7", "--data", tiny, "--models", "workload");
    assertEquals(ExitCode.BAD_INPUT, none.exitCode());
    assertTrue(none.err().contains("nothing can be compared"), none.err());
  }

  @Test
  void unknownModelsAreNamed() {
    Call call = call("--models", "packin");
    assertEquals(ExitCode.BAD_INPUT, call.exitCode());
    assertTrue(call.err().contains("Maybe 'packing' was meant"), call.err());
  }
}
