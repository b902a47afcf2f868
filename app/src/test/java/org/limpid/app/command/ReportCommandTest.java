package org.limpid.app.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
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
    succeed(
        "simulate", "--data", data, "--policy", "fifo,tiresias,lucid", "--explain", "--out", run);
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
    Matcher links = Pattern.compile("<a href=\"([^#\"]+)(#[^\"]*)?\"").matcher(html);
    List<String> found = new ArrayList<>();
    while (links.find()) {
      found.add(links.group(1));
      Path target = out.resolve(links.group(1).replace("%20", " ")).normalize();
      assertTrue(Files.isRegularFile(target), links.group(1));
    }
    assertTrue(found.contains("figures/table4.csv"), found.toString());
    assertTrue(found.stream().anyMatch(link -> link.endsWith("my%20results/lucid/jobs.csv")));
    assertTrue(found.stream().anyMatch(link -> link.endsWith("my%20results/lucid/waits.csv")));
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

  private static JsonNode jobs(Path report) throws IOException {
    Matcher data =
        Pattern.compile("id=\"jobs-data\">(.*?)</script>")
            .matcher(Files.readString(report.resolve("report.html")));
    assertTrue(data.find());
    byte[] packed = Base64.getDecoder().decode(data.group(1));
    try (InflaterInputStream in =
        new InflaterInputStream(new ByteArrayInputStream(packed), new Inflater(true))) {
      return JsonMapper.shared().readTree(in);
    }
  }

  private static long number(JsonNode column, int place) {
    String[] digits = column.asString().split(" ", -1);
    return place >= digits.length || digits[place].isEmpty()
        ? 0
        : Long.parseLong(digits[place], 36);
  }

  /** The times of waiting in a story add up, cause by cause, to those of waits.csv. */
  @Test
  void storiesOnThePageAreThoseOfTheDecisions() throws IOException {
    Path out = folder.resolve("report");
    succeed("report", "--run", run, "--out", out.toString());
    int stories = 0;
    for (JsonNode policy : jobs(out).get("policies")) {
      for (String place : policy.get("stories").propertyNames()) {
        JsonNode story = policy.get("stories").get(place);
        assertTrue(story.get("sentences").get(0).asString().startsWith("Job "));
        assertTrue(story.get("sentences").get(1).asString().startsWith("It is a job of user "));
        long[] waits = new long[policy.get("waits").size()];
        for (JsonNode phase : story.get("phases")) {
          if (phase.get(2).asString().equals("waiting")) {
            waits[phase.get(3).asInt()] += phase.get(1).asLong() - phase.get(0).asLong();
          }
        }
        for (int cause = 0; cause < waits.length; cause++) {
          assertEquals(
              number(policy.get("waits").get(cause), Integer.parseInt(place)),
              waits[cause],
              policy.get("name").asString() + " " + place);
        }
        stories++;
      }
    }
    assertTrue(stories > 10, "stories: " + stories);
  }

  @Test
  void withoutDecisionsNoJobIsPicked() throws IOException {
    String plain = folder.resolve("plain").toString();
    succeed("simulate", "--data", data, "--policy", "fifo", "--out", plain);
    Path out = folder.resolve("report");
    Call call = succeed("report", "--run", plain, "--out", out.toString());
    assertTrue(call.err().contains("Maybe run simulate with --explain."), call.err());
    String html = Files.readString(out.resolve("report.html"));
    assertFalse(html.contains("id=\"jobs-data\"") || html.contains("Why did jobs wait?"));
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
    refused("the kind 'run', not 'report'", "report", "--run", run, "--out", run, "--overwrite");
    assertFalse(Files.exists(Path.of(out)));
  }

  private static void refused(String message, String... words) {
    Call call = Call.of(words);
    assertEquals(ExitCode.BAD_INPUT, call.exitCode(), call.out());
    assertTrue(call.err().contains(message), call.err());
  }
}
