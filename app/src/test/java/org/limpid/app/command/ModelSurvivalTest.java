package org.limpid.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Survival models from the training to the curve. */
final class ModelSurvivalTest {
  private static final String QUICK =
      "outer_bags=2,smoothing_rounds=20,max_rounds=100,learning_rate=0.1,interactions=0";

  @TempDir private static Path shared;
  private static String csv;
  private static String model;

  @TempDir private Path folder;

  /** The rate is 0.1 for a and 0.3 for b; what lasts longer than a uniform time goes on. */
  @BeforeAll
  static void train() throws IOException {
    SplittableRandom random = new SplittableRandom(3);
    StringBuilder rows = new StringBuilder("id,plan,tenure,left,other\n");
    for (int i = 0; i < 1500; i++) {
      boolean a = random.nextBoolean();
      double whole = random.nextExponential() / (a ? 0.1 : 0.3);
      double until = random.nextDouble(15);
      rows.append("%d,%s,%s,".formatted(i, a ? "a" : "b", Math.min(whole, until)))
          .append("%s,%d\n".formatted(whole <= until ? "yes" : "No", i % 3));
    }
    csv = Files.writeString(shared.resolve("in.csv"), rows).toString();
    model = shared.resolve("m.json").toString();
    Call call = Call.of(words(model, "--exclude", "id,other"));
    assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
    assertTrue(call.err().contains("Of 1,500 durations "), call.err());
  }

  private static String[] words(String out, String... more) {
    List<String> words =
        List.of(
            "model",
            "train",
            "--csv",
            csv,
            "--target",
            "tenure",
            "--objective",
            "survival",
            "--event",
            "left",
            "--params",
            QUICK,
            "--out",
            out);
    return Stream.concat(words.stream(), Stream.of(more)).toArray(String[]::new);
  }

  private String refused(String... words) {
    Call call = Call.of(words);
    assertTrue(call.exitCode() != ExitCode.SUCCESS, call.out());
    return call.err().replace(folder + "/", "").replace(shared + "/", "");
  }

  private static double[] numbers(String line) {
    return Stream.of(line.split(",", -1)).skip(1).mapToDouble(Double::parseDouble).toArray();
  }

  @Test
  void mediansQuantilesAndCurvesArePredicted() throws IOException {
    String input = Files.writeString(folder.resolve("new.csv"), "plan\na\nb\n").toString();
    String out = folder.resolve("p.csv").toString();
    String[] words = {
      "model",
      "predict",
      model,
      "--csv",
      input,
      "--out",
      out,
      "--keep",
      "plan",
      "--quantiles",
      "0.25",
      "--at",
      "0,3,1000"
    };
    Call call = Call.of(words);
    assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
    List<String> lines = Files.readAllLines(Path.of(out));
    assertEquals("plan,median,quantile_0.25,survival_0,survival_3,survival_1000", lines.getFirst());
    for (int i = 0; i < 2; i++) {
      double rate = i == 0 ? 0.1 : 0.3;
      assertTrue(lines.get(i + 1).endsWith(","), lines.get(i + 1));
      double[] found = numbers(lines.get(i + 1).replaceFirst(",$", ""));
      assertEquals(Math.log(2) / rate, found[0], 0.15 * Math.log(2) / rate);
      assertEquals(-Math.log(0.75) / rate, found[1], 0.2 / rate * 0.5);
      assertEquals(1, found[2], 1e-12);
      assertEquals(Math.exp(-3 * rate), found[3], 0.06);
    }
  }

  @Test
  void curvesAreComparedWithWhatHappened() {
    Call text = Call.of("model", "eval", model, "--csv", csv);
    assertTrue(text.out().startsWith("tenure in 1,500 rows; ended: "), text.err() + text.out());
    JsonNode json =
        JsonMapper.shared()
            .readTree(Call.of("model", "eval", model, "--csv", csv, "--at", "3", "--json").out());
    assertTrue(json.get("concordance").doubleValue() > 0.6, json.toString());
    assertTrue(
        json.get("integrated_brier").doubleValue() < json.get("brier_without_model").doubleValue());
    assertEquals(1, json.get("calibration").size());
    assertEquals(5, json.get("calibration").get(0).get("groups").size());
  }

  @Test
  void theHazardHasShapes() {
    Call all = Call.of("model", "explain", model);
    assertTrue(all.out().startsWith("classification (goes on, ends) of left\n"), all.out());
    assertTrue(all.out().contains("\ntenure ") && all.out().contains("\nplan "), all.out());
    assertEquals(ExitCode.SUCCESS, Call.of("model", "explain", model, "--term", "plan").exitCode());
  }

  @Test
  void otherObjectivesHaveAnOptionToo() {
    String out = folder.resolve("mae.json").toString();
    Call call =
        Call.of(
            "model",
            "train",
            "--csv",
            csv,
            "--target",
            "tenure",
            "--objective",
            "mae",
            "--params",
            QUICK,
            "--exclude",
            "id,left",
            "--out",
            out,
            "--test",
            "0");
    assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
    assertTrue(Call.of("model", "explain", out, "--json").out().contains("\"mae\""));
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    String out = folder.resolve("m.json").toString();
    assertTrue(refused(words(out, "--type", "regression")).contains("does not go with --offset"));
    assertTrue(refused(words(out, "--test", "0.3")).contains("--test does not go with"));
    String[] other = words(out);
    other[9] = "other";
    assertTrue(
        refused(other).contains("in.csv:4: other: expected 1, yes or true where it has ended"));
    other[9] = "lift";
    assertTrue(refused(other).contains("lift: there is no such column. Maybe 'left' was meant."));
    String[] alone = {
      "model", "train", "--csv", csv, "--target", "tenure", "--event", "left", "--out", out
    };
    assertTrue(refused(alone).contains("--objective survival and --event need each other"));
    assertTrue(
        refused("model", "eval", model, "--csv", csv, "--target", "tenure")
            .contains("m.json: a survival model goes without --target"));
    assertTrue(
        refused("model", "merge", model, model, "--out", out).contains("no use for a merge"));
    assertTrue(
        refused("model", "predict", model, "--csv", csv, "--out", out, "--uncertainty")
            .contains("no use for --uncertainty"));
    assertTrue(
        refused("model", "predict", model, "--csv", csv, "--out", out, "--quantiles", "2")
            .contains("expected a share from 0 to 1, found '2'"));
  }
}
