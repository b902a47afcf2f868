package org.limpid.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
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

/** Models that become others: trained on, merged, purified. */
final class ModelChangesTest {
  private static final String QUICK =
      "outer_bags=2,smoothing_rounds=5,max_rounds=15,learning_rate=0.1,interactions=1";

  @TempDir private static Path shared;
  private static String csv;
  private static String other;
  private static String north;
  private static String south;
  private static String classes;

  @TempDir private Path folder;

  @BeforeAll
  static void train() throws IOException {
    csv = SampleCsv.write(shared.resolve("a.csv"), 1).toString();
    other = SampleCsv.write(shared.resolve("b.csv"), 2).toString();
    north = train("north.json", csv, "price", "cheap,share");
    south = train("south.json", other, "price", "cheap,share");
    classes = train("classes.json", csv, "cheap", "price,share");
  }

  private static String train(String name, String csv, String target, String excluded) {
    String out = shared.resolve(name).toString();
    good(
        "model",
        "train",
        "--csv",
        csv,
        "--target",
        target,
        "--exclude",
        excluded,
        "--nominal",
        "area_code",
        "--params",
        QUICK,
        "--test",
        "0",
        "--out",
        out);
    return out;
  }

  private static Call good(String... words) {
    Call call = Call.of(words);
    assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
    return call;
  }

  private String refused(String... words) {
    Call call = Call.of(words);
    assertTrue(call.exitCode() != ExitCode.SUCCESS, call.out());
    return call.err().replace(folder + "/", "").replace(shared + "/", "");
  }

  private static JsonNode json(String... words) {
    return JsonMapper.shared().readTree(good(words).out());
  }

  private static double mae(String model, String csv) {
    return json("model", "eval", model, "--csv", csv, "--target", "price", "--json")
        .get("mae")
        .asDouble();
  }

  private double[] predicted(String model) throws IOException {
    String out = folder.resolve("p.csv").toString();
    good("model", "predict", model, "--csv", csv, "--out", out, "--overwrite");
    return Files.readAllLines(Path.of(out)).stream()
        .skip(1)
        .mapToDouble(Double::parseDouble)
        .toArray();
  }

  private String[] words(String... more) {
    List<String> words = List.of("model", "train", "--csv", csv, "--out", out());
    return Stream.concat(words.stream(), Stream.of(more)).toArray(String[]::new);
  }

  private String out() {
    return folder.resolve("m.json").toString();
  }

  @Test
  void aModelIsTrainedOn() {
    Call call =
        good(
            words(
                "--target",
                "price",
                "--continue",
                north,
                "--params",
                "max_rounds=150",
                "--test",
                other));
    assertTrue(call.err().contains("On the 300 rows of " + other), call.err());
    assertTrue(mae(out(), csv) < 0.7 * mae(north, csv));
    JsonNode all = json("model", "explain", out(), "--json");
    assertEquals("[\"continued on 300 rows of the same data\"]", all.get("edits").toString());
    assertEquals("2", all.at("/parameters/outer_bags").asString());
    assertEquals("150", all.at("/parameters/max_rounds").asString());
    good("model", "predict", out(), "--csv", csv, "--out", out() + ".csv", "--uncertainty");
  }

  @Test
  void aModelIsTrainedOnWithOtherRows() {
    String[] words = words("--target", "price", "--continue", south, "--weights", "share");
    good(words);
    assertTrue(mae(out(), csv) < mae(south, csv));
    String edit = json("model", "explain", out(), "--json").at("/edits/0").asString();
    assertTrue(edit.startsWith("continued on 300 rows of other data: "), edit);
  }

  @Test
  void classesAreThoseOfTheModel() throws IOException {
    String oneClass =
        Files.write(
                folder.resolve("yes.csv"),
                Files.readAllLines(Path.of(csv)).stream()
                    .filter(line -> !line.contains(",no,"))
                    .toList())
            .toString();
    String[] words = words("--target", "cheap", "--continue", classes);
    good(words);
    words[3] = oneClass;
    assertTrue(refused(words).contains("there is such a file already"));
    words[5] = folder.resolve("n.json").toString();
    assertTrue(refused(words).contains("expected rows of two or more classes"));
  }

  @Test
  void whatTheModelKnowsIsNotSaidAgain() {
    assertTrue(
        refused(words("--target", "price", "--continue", north, "--nominal", "x", "--offset", "y"))
            .contains("--nominal, --offset does not go with --continue"));
    assertTrue(
        refused(words("--target", "price", "--continue", north, "--test", "0.2"))
            .contains("--test needs a file with --continue"));
    assertTrue(
        refused(words("--target", "size", "--continue", north))
            .contains("north.json: the model predicts price, not size"));
  }

  /** A third of one and two thirds of the other. */
  @Test
  void mergedModelsPredictWeightedMeans() throws IOException {
    Call call = good("model", "merge", north, south, "--weights", "1,2", "--out", out());
    assertTrue(call.err().contains("merged 2 models trained on data "), call.err());
    double[] first = predicted(north);
    double[] second = predicted(south);
    double[] both = predicted(out());
    for (int i = 0; i < both.length; i++) {
      assertEquals((first[i] + 2 * second[i]) / 3, both[i], 1e-6);
    }
    JsonNode seen = json("model", "eval", out(), "--csv", other, "--target", "price", "--json");
    assertEquals(300, seen.at("/trainedOn/trained").asInt(), seen.toString());
  }

  @Test
  void modelsThatDifferAreNotMerged() {
    String message = refused("model", "merge", north, classes, "--out", out());
    assertTrue(
        message.startsWith("limpid: classes.json: expected to predict a Regression[]"), message);
    assertTrue(refused("model", "merge", north, "--out", out()).contains("MODEL"));
    assertTrue(
        refused("model", "merge", north, south, "--weights", "1", "--out", out())
            .contains("expected a weight for each of 2 models, found 1"));
    assertTrue(
        refused("model", "merge", north, south, "--weights", "1,0", "--out", out())
            .contains("expected a number above 0, found '0'"));
  }

  @Test
  void purifiedModelsPredictTheSame() throws IOException {
    Call call = good("model", "purify", north, "--out", out());
    assertTrue(call.out().startsWith("pair  "), call.out());
    double[] before = predicted(north);
    double[] after = predicted(out());
    for (int i = 0; i < before.length; i++) {
      assertEquals(before[i], after[i], 1e-6);
    }
    String edit = json("model", "explain", out(), "--json").at("/edits/0").asString();
    assertTrue(edit.startsWith("moved the main effects of pairs into single features: "), edit);
    String mains = folder.resolve("mains.json").toString();
    String pair = edit.substring(edit.indexOf(": ") + 2);
    good("model", "edit", north, "--remove", pair, "--out", mains);
    assertTrue(
        good("model", "purify", mains, "--out", folder.resolve("n.json").toString())
            .err()
            .contains("The model has no pairs"));
  }
}
