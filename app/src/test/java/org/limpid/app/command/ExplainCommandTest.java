package org.limpid.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.files.Words;
import org.limpid.results.JobTable;
import org.limpid.results.JobsFile;
import org.limpid.simulation.waiting.WaitCause;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code limpid explain} on a small data set, eight days with a Monday. */
final class ExplainCommandTest {
  @TempDir private static Path shared;
  private static String data;
  private static String models;
  private static String run;
  private static String learnt;

  @BeforeAll
  static void simulate() {
    data = shared.resolve("data").toString();
    models = shared.resolve("models").toString();
    run = shared.resolve("run").toString();
    learnt = shared.resolve("learnt").toString();
    succeed(
        "data",
        "generate",
        "--out",
        data,
        "--jobs",
        "500",
        "--days",
        "8",
        "--history-days",
        "2",
        "--clusters",
        "a=4,b=2");
    succeed("train", "--data", data, "--out", models);
    succeed("simulate", "--data", data, "--out", run, "--policy", "fifo,srtf,lucid", "--explain");
    succeed(
        "simulate",
        "--data",
        data,
        "--out",
        learnt,
        "--policy",
        "lucid",
        "--models",
        models,
        "--explain");
  }

  private static Call succeed(String... arguments) {
    Call call = Call.of(arguments);
    assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
    return call;
  }

  private static JsonNode json(String... arguments) {
    List<String> words = new ArrayList<>(List.of(arguments));
    words.add("--json");
    return JsonMapper.shared().readTree(succeed(words.toArray(String[]::new)).out());
  }

  private static JobTable facts(String folder, String policy) {
    return JobsFile.read(Path.of(folder, policy, "jobs.csv"));
  }

  /** Jobs that waited, those that waited longest first. */
  private static List<Long> waiting(String folder, String policy, int count) {
    JobTable facts = facts(folder, policy);
    List<Integer> rows = new ArrayList<>();
    for (int row = 0; row < facts.size(); row++) {
      if (facts.queueSeconds(row) > 0) {
        rows.add(row);
      }
    }
    rows.sort((a, b) -> Long.compare(facts.queueSeconds(b), facts.queueSeconds(a)));
    assertTrue(rows.size() > count, rows.size() + " waited");
    return rows.stream().limit(count).map(row -> facts.id(row).number()).toList();
  }

  @Test
  void numbersOfTextAndJsonAreTheSame() {
    for (String policy : List.of("fifo", "srtf", "lucid")) {
      for (long job : waiting(run, policy, 5)) {
        String id = Long.toString(job);
        JsonNode story = json("explain", "job", id, "--run", run, "--policy", policy);
        String text =
            succeed("explain", "job", id, "--run", run, "--policy", policy, "--all").out();
        long sum = 0;
        for (WaitCause cause : WaitCause.values()) {
          long seconds = story.get("waits").get(cause.label()).asLong();
          sum += seconds;
          assertEquals(seconds > 0, text.contains("\n  " + cause.words() + " "), text);
          assertTrue(seconds == 0 || text.contains(Words.number(seconds)), text);
        }
        assertEquals(story.get("queueSeconds").asLong(), sum);
        int waited = 0;
        for (JsonNode event : story.get("events")) {
          assertTrue(text.contains("\n" + event.get("time").asString() + "  "), text);
          waited += event.get("event").asString().equals("waited") ? 1 : 0;
        }
        assertEquals(waited, text.split("\\d  Waited ", -1).length - 1);
      }
    }
  }

  @Test
  void estimateOfALearningRunIsExplainedByTheModelInForce() {
    JobTable facts = facts(learnt, "lucid");
    int found = 0;
    for (int row = facts.size() - 1; row > 0 && found < 2; row -= 7) {
      if (facts.isFinishedInProfiler(row)) {
        continue;
      }
      JsonNode estimate =
          json("explain", "job", facts.id(row).toString(), "--run", learnt, "--models", models)
              .get("estimate");
      assertTrue(estimate.get("source").asString().contains("model in force"), estimate::toString);
      JsonNode reasons = estimate.get("reasons");
      double sum = reasons.get("intercept").asDouble();
      for (JsonNode term : reasons.get("terms")) {
        sum += term.get("score").asDouble();
      }
      assertEquals(reasons.get("sum").asDouble(), sum);
      assertEquals(estimate.get("seconds").asDouble(), reasons.get("seconds").asDouble());
      found++;
    }
    assertEquals(2, found);
  }

  @Test
  void modelThatHadNoPartInTheEstimateIsSaidToHaveNone() {
    String id = Long.toString(waiting(run, "lucid", 1).getFirst());
    String text = succeed("explain", "job", id, "--run", run, "--models", models).out();
    String sentences = text.replaceAll("\\s+", " ");
    assertTrue(sentences.contains("The estimate came with the data set."), text);
    assertTrue(sentences.contains("which had no part in it."), text);
    assertTrue(text.contains("\n  any job "), text);
  }

  @Test
  void groupsSumToTheirJobs() {
    JobTable facts = facts(run, "lucid");
    for (String[] group : new String[][] {{"vc", "a"}, {"user", facts.user(0)}}) {
      JsonNode story = json("explain", group[0], group[1], "--run", run);
      long sum = 0;
      for (WaitCause cause : WaitCause.values()) {
        sum += story.get("waits").get(cause.label()).asLong();
      }
      assertEquals(story.get("queueSeconds").asLong(), sum);
      long ofDays = 0;
      for (JsonNode day : story.get("days")) {
        ofDays += day.get("queueSeconds").asLong();
      }
      assertEquals(sum, ofDays);
      String text = succeed("explain", group[0], group[1], "--run", run).out();
      assertTrue(sum == 0 || text.contains(Words.number(sum)), text);
    }
  }

  @Test
  void differencesOfPoliciesSumToThoseOfTheirMeans() throws IOException {
    JsonNode all = json("explain", "policy", "fifo", "lucid", "--run", run).get("all");
    double sum = 0;
    for (JsonNode cause : all.get("byCause")) {
      sum += cause.asDouble();
    }
    assertEquals(all.get("waitDifference").asDouble(), sum, 1e-9 * Math.abs(sum));
    String summary = Files.readString(Path.of(run, "summary.csv"));
    String mean = String.format(Locale.ROOT, "%.3f", all.get("firstJct").asDouble());
    assertTrue(summary.contains(mean.substring(0, mean.length() - 2)), mean + "\n" + summary);
    String text = succeed("explain", "policy", "fifo", "lucid", "--run", run).out();
    assertTrue(text.startsWith("From fifo to lucid the mean completion time of 500 jobs "), text);
  }

  @Test
  void mistakesAreAnsweredWithHelp() {
    String id = Long.toString(waiting(run, "lucid", 1).getFirst());
    assertFails(
        "expected one of 500 jobs with numbers from 1 to 500",
        "explain",
        "job",
        "99999",
        "--run",
        run);
    assertFails(
        "Maybe 'lucid' was meant.", "explain", "job", "1", "--run", run, "--policy", "lucit");
    assertFails("Maybe one of: a, b.", "explain", "vc", "venus", "--run", run);
    assertFails("expected a user that has jobs", "explain", "user", "nobody", "--run", run);
    assertFails("Maybe 'srtf' was meant.", "explain", "policy", "fifo", "srft", "--run", run);
    assertFails("there is no such file", "explain", "job", "1", "--run", data);
    assertFails(
        "expected the data set of the run",
        "explain",
        "job",
        id,
        "--run",
        run,
        "--models",
        models,
        "--data",
        other());
  }

  private static void assertFails(String message, String... arguments) {
    Call call = Call.of(arguments);
    assertNotEquals(ExitCode.SUCCESS, call.exitCode(), call.out());
    assertTrue(call.err().contains(message), call.err());
  }

  private static String other() {
    String folder = shared.resolve("other").toString();
    succeed(
        "data", "generate", "--out", folder, "--jobs", "30", "--days", "2", "--clusters", "a=4");
    return folder;
  }

  @Test
  void runsWithoutDecisionsSayHowToGetThem() {
    String bare = shared.resolve("bare").toString();
    succeed("simulate", "--data", data, "--out", bare, "--policy", "fifo,qssf");
    assertFails(
        "Maybe simulate again with --explain",
        "explain",
        "job",
        "1",
        "--run",
        bare,
        "--policy",
        "fifo");
    assertFails("/fifo/", "explain", "job", "1", "--run", bare);
  }
}
