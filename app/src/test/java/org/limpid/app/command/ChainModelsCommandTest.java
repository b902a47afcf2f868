package org.limpid.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Models of chains on a random month of eight nodes, in which jobs often wait. */
final class ChainModelsCommandTest {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

  @TempDir private static Path folder;

  @BeforeAll
  static void importAndTrain() throws IOException {
    Path log = Files.writeString(folder.resolve("site.log"), log());
    good("data", "import", "mirage", log.toString(), "--nodes", "8", "--out", place("site"));
    train("models", "1");
  }

  private static String log() {
    Random random = new Random(11);
    StringBuilder log =
        new StringBuilder(
            "JobID JobName UID Start Submit End Priority TimelimitR ExitCode NNodes\n");
    LocalDateTime submit = LocalDateTime.parse("2023-02-01T00:00:00");
    for (int id = 1; id <= 300; id++) {
      submit = submit.plusSeconds(1 + random.nextInt(4 * 3600));
      int limit = 60 + random.nextInt(1000);
      String begin = submit.format(TIME);
      String end = submit.plusMinutes(1 + random.nextInt(limit)).format(TIME);
      log.append(
          "%d a u%d %s %s %s 1 %d 0:0 %d\n"
              .formatted(id, id % 9, begin, begin, end, limit, 1 + random.nextInt(6)));
    }
    return log.toString();
  }

  private static String place(String name) {
    return folder.resolve(name).toString();
  }

  private static Call good(String... words) {
    Call call = Call.of(words);
    assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
    return call;
  }

  private static List<String> words(String command, String out, String... more) {
    List<String> words =
        new ArrayList<>(List.of("chain", command, "--data", place("site"), "--out", place(out)));
    words.addAll(List.of("--from", "2023-02-01"));
    words.addAll(List.of(more));
    return words;
  }

  private static Call call(List<String> words) {
    return Call.of(words.toArray(String[]::new));
  }

  private static void train(String out, String threads) {
    List<String> words = words("train", out, "--windows", "120", "--nodes", "1,2");
    words.addAll(List.of("--moments", "2", "--gap-price", "2", "--threads", threads));
    good(words.toArray(String[]::new));
  }

  private static Call validate(String out, String threads) {
    List<String> words = words("validate", out, "--windows", "20", "--nodes", "2");
    words.addAll(List.of("--models", place("models"), "--threads", threads));
    return good(words.toArray(String[]::new));
  }

  @Test
  void filesDoNotDependOnThreads() throws IOException {
    train("again", "3");
    for (String file : List.of("samples.csv", "gap-price-2.json")) {
      assertEquals(
          -1, Files.mismatch(folder.resolve("models/" + file), folder.resolve("again/" + file)));
    }
    validate("one.csv", "1");
    validate("three.csv", "3");
    assertEquals(-1, Files.mismatch(folder.resolve("one.csv"), folder.resolve("three.csv")));
  }

  /** Windows x sizes x moments; a model is a file like others, and says how it was calibrated. */
  @Test
  void modelsAreReadable() throws IOException {
    List<String> samples = Files.readAllLines(folder.resolve("models/samples.csv"));
    assertEquals(1 + 120 * 2 * 2, samples.size());
    assertEquals(
        "index,time,left_h,chain_nodes,queue_jobs,queue_nodes,queue_node_h,longest_wait_h,recent_wait_h,free_nodes,planned_wait_h,hour_of_week,wait_h",
        samples.getFirst());
    String model = place("models/gap-price-2.json");
    assertTrue(good("model", "explain", model).out().contains("planned_wait_h"));
    assertTrue(Files.readString(Path.of(model)).contains("conformal calibration"));
  }

  /** At once there is never a gap, and reactive never an overlap; a dear gap is seldom left. */
  @Test
  void validationComparesWaysToSubmit() throws IOException {
    Call call = validate("validation.csv", "2");
    assertTrue(call.out().contains("glass-box"), call.out());
    assertTrue(call.out().contains("Cost: 2 h per hour of gap"), call.out());
    List<String[]> rows =
        Files.readAllLines(folder.resolve("validation.csv")).stream()
            .skip(1)
            .map(line -> line.split(","))
            .toList();
    assertEquals(20 * 5, rows.size());
    assertTrue(gap(rows, "glass-box") < gap(rows, "reactive"));
    assertTrue(gap(rows, "at-once") <= gap(rows, "glass-box"));
    assertTrue(overlap(rows, "glass-box") < overlap(rows, "at-once"));
    assertEquals(0, overlap(rows, "reactive"));
  }

  private static List<String> report(String out, String learner) {
    List<String> words = words("report", out, "--windows", "20", "--nodes", "2");
    words.addAll(List.of("--train-windows", "120", "--train-from", "2023-02-01"));
    words.addAll(List.of("--moments", "2", "--learner", learner));
    return words;
  }

  /** What is trained and judged in one is what is trained and judged in two. */
  @Test
  void aReportComparesLearners() throws IOException {
    Call call = call(report("report", "glass-box"));
    assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
    assertTrue(call.out().startsWith("Chains of 2 nodes"), call.out());
    List<String> rows = Files.readAllLines(folder.resolve("report/windows.csv"));
    assertEquals(1 + 20 * 5, rows.size());
    assertTrue(rows.getFirst().startsWith("nodes,index,window_start,mode,"), rows.getFirst());
    for (String file : List.of("report.html", "report.pdf")) {
      assertTrue(Files.size(folder.resolve("report/" + file)) > 10_000, file);
    }
    for (String figure : List.of("chain-cost-2", "chain-gaps-2")) {
      for (String format : List.of("pdf", "png", "svg")) {
        assertTrue(Files.exists(folder.resolve("report/figures/%s.%s".formatted(figure, format))));
      }
    }
    List<String> scores = Files.readAllLines(folder.resolve("report/figures/chain-scores-2.csv"));
    assertTrue(scores.getFirst().contains("cost_change_percent"), scores.getFirst());
  }

  @Test
  void learnersThatAreNotThereAreNamed() {
    refused("There is no learner 'glassbox'. Maybe", report("bad", "glassbox"));
    List<String> train = words("train", "bad", "--windows", "120", "--learner", "random-forest");
    refused("Models of random-forest aren't kept in files", train);
  }

  /** The module has a library under the GPL, and isn't on the class path of this one. */
  @Test
  void librariesNeedTheirModule() {
    refused("expected the module baselines, found no part of it", report("bad", "boosted-trees"));
  }

  /** The features add up to what is compared with the rest of the predecessor. */
  @Test
  void aDecisionIsExplained() {
    List<String> words =
        List.of(
            "chain",
            "why",
            "--data",
            place("site"),
            "--models",
            place("models"),
            "--from",
            "2023-02-01",
            "--nodes",
            "2");
    String last = good(words.toArray(String[]::new)).out();
    assertTrue(last.contains("The predecessor runs from 2023-02-03T"), last);
    assertTrue(last.contains("planned_wait_h"), last);
    List<String> forPrograms = new ArrayList<>(words);
    forPrograms.add("--json");
    JsonNode json = JsonMapper.shared().readTree(call(forPrograms).out());
    double sum = json.get("intercept_hours").asDouble();
    for (JsonNode reason : json.get("reasons")) {
      sum += reason.get("hours").asDouble();
    }
    assertEquals(json.get("wait_hours").asDouble(), sum, 1e-9);
    assertEquals(
        json.get("submits").asBoolean(),
        json.get("wait_hours").asDouble() >= json.get("left_hours").asDouble());
    List<String> early = new ArrayList<>(words);
    early.addAll(List.of("--at", "2023-02-03"));
    String first = call(early).out();
    assertTrue(first.contains("not submitted yet"), first);
    early.set(early.size() - 1, "2023-02-20");
    Call late = call(early);
    assertEquals(ExitCode.BAD_INPUT, late.exitCode());
    assertTrue(late.err().contains("Maybe an earlier --at"), late.err());
  }

  private static long gap(List<String[]> rows, String mode) {
    return seconds(rows, mode, 1);
  }

  private static long overlap(List<String[]> rows, String mode) {
    return seconds(rows, mode, -1);
  }

  private static long seconds(List<String[]> rows, String mode, int sign) {
    return rows.stream()
        .filter(row -> row[2].equals(mode))
        .mapToLong(row -> Math.max(0, sign * Long.parseLong(row[6])))
        .sum();
  }

  @Test
  void whatCannotServeIsRefused() throws IOException {
    refused("expected 120 windows or more, found 20", words("train", "bad", "--windows", "20"));
    List<String> other = words("validate", "bad", "--windows", "20", "--models", place("models"));
    other.addAll(List.of("--gap-price", "3"));
    refused("expected a model for a gap price of 3, found none", other);
    Path wrong = Files.createDirectory(folder.resolve("wrong"));
    Files.writeString(folder.resolve("houses.csv"), "area,price\n" + "1,2\n3,4\n5,6\n".repeat(9));
    String file = wrong.resolve("gap-price-2.json").toString();
    good("model", "train", "--csv", place("houses.csv"), "--target", "price", "--out", file);
    refused(
        "expected a model of waits",
        words("validate", "bad", "--windows", "20", "--models", wrong.toString()));
    List<String> price = words("train", "bad", "--windows", "120", "--gap-price", "0");
    assertTrue(call(price).err().contains("expected a price of 0.01 to 1000.0, found '0'"));
  }

  private static void refused(String message, List<String> words) {
    Call call = call(words);
    assertEquals(ExitCode.BAD_INPUT, call.exitCode());
    assertTrue(call.err().contains(message), call.err());
    assertTrue(Files.notExists(folder.resolve("bad")));
  }
}
