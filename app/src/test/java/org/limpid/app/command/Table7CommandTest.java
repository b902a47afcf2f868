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
import org.limpid.files.AtomicFolder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code limpid table7} on a small data set, without black boxes on the class path. */
final class Table7CommandTest {
  @TempDir private static Path shared;
  private static String data;
  private static Path all;
  private static Call call;

  /** All contests once; fits at the same time end in any order. */
  @BeforeAll
  static void compare() {
    data = generate("data", "250", "4", "2");
    all = shared.resolve("all");
    call = call("--out", all.toString(), "--threads", "2");
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
  void filesHoldAllContests() throws IOException {
    assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
    assertTrue(call.err().contains("Only Limpid's own readable models take part"), call.err());
    try (Stream<Path> files = Files.list(all)) {
      assertEquals(
          List.of(AtomicFolder.MARK, "run.json", "table7.csv", "table7.md"),
          files.map(file -> file.getFileName().toString()).sorted().toList());
    }
    // 4 contests of the load with 3 learners, 2 of them also weighted; 2 of sharing and 2 own
    // methods; 2 of durations, each also calibrated.
    assertEquals(1 + 14 + 8 + 8, Files.readAllLines(all.resolve("table7.csv")).size());
    String markdown = Files.readString(all.resolve("table7.md"));
    assertTrue(markdown.contains("## throughput: jobs from reference features"), markdown);
    assertTrue(markdown.contains("**"), markdown);
    assertTrue(call.out().contains("packing: share score"), call.out());
    assertFalse(call.out().contains("published"), call.out());
  }

  @Test
  void columnsAreDocumented() throws IOException {
    String page = Files.readString(Path.of(System.getProperty("limpid.root"), "docs/outputs.md"));
    for (String column : Files.readAllLines(all.resolve("table7.csv")).getFirst().split(",")) {
      assertTrue(page.contains("`" + column + "`"), column);
    }
  }

  @Test
  void chosenModelsOnOneThreadDifferInSecondsOnlyAndJsonHasAllDigits() throws IOException {
    Path out = shared.resolve("workload");
    Call chosen =
        call("--out", out.toString(), "--models", "workload", "--threads", "1", "-q", "--json");
    assertEquals("", chosen.err());
    List<List<String>> table = withoutSeconds(out.resolve("table7.csv"));
    assertEquals(
        withoutSeconds(all.resolve("table7.csv")).stream()
            .filter(row -> !List.of("throughput", "packing").contains(row.getFirst()))
            .toList(),
        table);
    JsonNode rows = JsonMapper.shared().readTree(chosen.out()).get("rows");
    assertEquals(8, rows.size());
    int mae = table.getFirst().indexOf("mae");
    for (int i = 0; i < rows.size(); i++) {
      assertEquals("workload", rows.get(i).get("model").asString());
      assertEquals(table.get(i + 1).get(mae), rows.get(i).get("mae").toString());
      assertTrue(rows.get(i).get("mae").asDouble() > 0);
      assertTrue(rows.get(i).get("fit_cpu_seconds").asDouble() > 0);
      assertFalse(rows.get(i).get("leaks").asBoolean());
    }
  }

  @Test
  void whatIsTooSmallIsLeftOutAndSaid() {
    String tiny = generate("tiny", "40", "1", "1");
    Call some = Call.of("table7", "--data", tiny, "--models", "throughput,workload");
    assertEquals(ExitCode.SUCCESS, some.exitCode(), some.err());
    assertTrue(some.err().contains("The model workload was left out"), some.err());
    assertTrue(some.out().startsWith("throughput"), some.out());
    Call none = Call.of("table7", "--data", tiny, "--models", "workload");
    assertEquals(ExitCode.BAD_INPUT, none.exitCode());
    assertTrue(none.err().contains("nothing can be compared"), none.err());
  }

  @Test
  void unknownModelsAreNamed() {
    Call unknown = call("--models", "packin");
    assertEquals(ExitCode.BAD_INPUT, unknown.exitCode());
    assertTrue(unknown.err().contains("Maybe 'packing' was meant"), unknown.err());
  }
}
