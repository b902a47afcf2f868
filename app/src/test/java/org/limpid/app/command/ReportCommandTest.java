package org.limpid.app.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code limpid report} on results of {@code limpid simulate}. */
final class ReportCommandTest {
  private static final long MOST_BYTES = 5_000_000;

  @TempDir private static Path shared;
  private static String data;
  private static String run;

  @TempDir private Path folder;

  @BeforeAll
  static void simulate() {
    data = shared.resolve("my data").toString();
    run = shared.resolve("my results").toString();
    succeed("data", "generate", "--out", data, "--jobs", "300", "--days", "5", "--seed", "4");
    succeed("simulate", "--data", data, "--policy", "fifo,tiresias,lucid", "--out", run);
  }

  private static Call succeed(String... words) {
    Call call = Call.of(words);
    assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
    return call;
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  @Test
  void everyLinkLeadsToAFile() throws IOException {
    Path out = folder.resolve("report");
    succeed("report", "--run", run, "--data", data, "--out", out.toString());
    String html = Files.readString(out.resolve("report.html"));
    assertTrue(html.length() < MOST_BYTES, "bytes: " + html.length());
    Matcher links = Pattern.compile("href=\"([^#\"][^\"]*)\"").matcher(html);
    List<String> found = new ArrayList<>();
    while (links.find()) {
      found.add(links.group(1));
      Path target = out.resolve(links.group(1).replace("%20", " ")).normalize();
      assertTrue(Files.isRegularFile(target), links.group(1));
    }
    assertTrue(found.contains("figures/table4.csv"), found.toString());
    assertTrue(found.stream().anyMatch(link -> link.endsWith("my%20results/lucid/jobs.csv")));
  }

  @Test
  void bytesDependOnNoThreads() throws IOException {
    Path out = folder.resolve("report");
    for (String threads : List.of("1", "3")) {
      succeed("report", "--run", run, "--out", out.toString(), "--threads", threads);
      Files.move(out, folder.resolve(threads));
    }
    List<String> files = files(folder.resolve("1"));
    assertEquals(files, files(folder.resolve("3")));
    for (String file : files) {
      if (!List.of("report.html", "report.pdf", "figures/figures.json").contains(file)) {
        assertArrayEquals(
            Files.readAllBytes(folder.resolve("1").resolve(file)),
            Files.readAllBytes(folder.resolve("3").resolve(file)),
            file);
      }
    }
    // These two also hold the words of the command, which differ.
    assertEquals(
        Files.readString(folder.resolve("1").resolve("report.html")),
        Files.readString(folder.resolve("3").resolve("report.html"))
            .replace("--threads 3", "--threads 1"));
  }

  @Test
  void jsonListsWhatIsInIt() {
    String out = folder.resolve("report").toString();
    Call call = succeed("report", "--run", run, "--out", out, "--json");
    JsonNode json = JsonMapper.shared().readTree(call.out());
    assertEquals("table4", json.get("tables").get(0).get("name").asString());
    assertFalse(json.get("figures").isEmpty());
  }

  @Test
  void mistakesAreExplained() {
    String out = folder.resolve("report").toString();
    refused("expected --run", "report", "--out", out);
    refused("Missing required option", "report", "--run", run);
    refused("Maybe 'limpid simulate'", "report", "--run", "nowhere", "--out", out);
    refused("Maybe 'limpid table7 --out'", "report", "--table7", "nowhere", "--out", out);
    refused("expected no file", "report", "--run", run, "--out", run);
    refused("holds no report.html", "report", "--run", run, "--out", run, "--overwrite");
    assertFalse(Files.exists(Path.of(out)));
  }

  private static void refused(String message, String... words) {
    Call call = Call.of(words);
    assertEquals(ExitCode.BAD_INPUT, call.exitCode(), call.out());
    assertTrue(call.err().contains(message), call.err());
  }
}
