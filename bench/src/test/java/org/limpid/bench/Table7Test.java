package org.limpid.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.app.command.Main;
import org.limpid.data.generate.GeneratorOptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code limpid table7} with the other libraries on its class path, which {@code app} may not
 * depend on: a process as the launcher starts it, on a small data set.
 */
final class Table7Test {
  private static final List<String> LEARNERS =
      List.of(
          "ebm",
          "tree",
          "linear",
          "cart",
          "random-forest",
          "gradient-boosting",
          "additive-boosting",
          "mlp",
          "xgboost",
          "lightgbm");
  private static final Set<String> READABLE = Set.of("ebm", "tree", "linear", "cart");

  @TempDir private static Path folder;
  private static final Map<String, List<JsonNode>> CONTESTS = new LinkedHashMap<>();
  private static String err;

  @BeforeAll
  static void compare() throws Exception {
    Path out = folder.resolve("out.json");
    Path log = folder.resolve("err.txt");
    try (DataFolder data = DataFolder.generated(options())) {
      int exitCode =
          new ProcessBuilder(command(data.path()))
              .redirectOutput(out.toFile())
              .redirectError(log.toFile())
              .start()
              .waitFor();
      err = Files.readString(log);
      assertEquals(0, exitCode, err);
    }
    read(Files.readString(out, StandardCharsets.UTF_8));
  }

  private static GeneratorOptions options() {
    return GeneratorOptions.defaults().withJobs(250).withDays(6).withHistoryDays(1).withUsers(10);
  }

  private static List<String> command(Path data) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow",
        "-cp",
        System.getProperty("java.class.path"),
        Main.class.getName(),
        "table7",
        "--data",
        data.toString(),
        "--models",
        "workload",
        "--json");
  }

  private static void read(String json) {
    for (JsonNode row : JsonMapper.shared().readTree(json).get("rows")) {
      CONTESTS.computeIfAbsent(row.get("variant").asString(), _ -> new ArrayList<>()).add(row);
    }
  }

  @Test
  void everyLibraryTakesPartInEveryContest() {
    assertEquals(2, CONTESTS.size());
    CONTESTS.forEach((variant, rows) ->
        assertTrue(
            rows.stream().map(row -> row.get("learner").asString()).toList().containsAll(LEARNERS),
            variant));
  }

  @Test
  void everyoneLearnsAndIsMeasured() {
    CONTESTS.values().stream()
        .flatMap(List::stream)
        .forEach(row -> {
          assertEquals("", row.get("note").asString(), row::toString);
          assertTrue(Double.isFinite(row.get("mae").asDouble()), row::toString);
          assertTrue(row.get("fit_cpu_seconds").asDouble() > 0, row::toString);
          assertTrue(row.get("bytes").asLong() > 0, row::toString);
        });
  }

  @Test
  void aTreeIsReadableWhoeverGrewIt() {
    for (JsonNode row : CONTESTS.get("duration without profile")) {
      String learner = row.get("learner").asString();
      if (LEARNERS.contains(learner)) {
        assertEquals(READABLE.contains(learner), row.get("readable").asBoolean(), learner);
      }
    }
  }

  /** With JSON on the one stream, warnings of libraries and of Java would stand on the other. */
  @Test
  void nothingIsPrintedButTheResult() throws IOException {
    assertEquals("", err);
    assertFalse(CONTESTS.isEmpty());
  }
}
