package org.limpid.app.command;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Glass-box models from the training to the export, on small files that the test makes. */
final class ModelCommandsTest {
  private static final String QUICK =
      "outer_bags=3,smoothing_rounds=30,max_rounds=150,learning_rate=0.1,interactions=1";

  @TempDir private static Path shared;
  private static String csv;
  private static String test;
  private static String numbers;
  private static String classes;

  @TempDir private Path folder;

  @BeforeAll
  static void trainOnce() throws IOException {
    csv = SampleCsv.write(shared.resolve("train.csv"), 1).toString();
    test = SampleCsv.write(shared.resolve("test.csv"), 2).toString();
    numbers = shared.resolve("price.json").toString();
    classes = shared.resolve("cheap.json").toString();
    Call regression = train("price", numbers, "--exclude", "cheap,share");
    assertTrue(
        regression
            .err()
            .contains(
                "price holds numbers, so this is a regression (--type says otherwise).\n"
                    + "Trained an explainable boosting machine for a regression of price on 300"
                    + " rows and 3 features, 4 terms, in "),
        regression.err());
    assertTrue(regression.err().startsWith("Boosting features: "), regression.err());
    Call classification = train("cheap", classes, "--exclude", "price,share", "--quiet");
    assertEquals(new Call(ExitCode.SUCCESS, "", ""), classification);
  }

  private static Call train(String target, String out, String... more) {
    return good(
        with(
            List.of(
                "model",
                "train",
                "--csv",
                csv,
                "--target",
                target,
                "--nominal",
                "area_code",
                "--params",
                QUICK,
                "--out",
                out),
            more));
  }

  private static String[] with(List<String> words, String... more) {
    return Stream.concat(words.stream(), Stream.of(more)).toArray(String[]::new);
  }

  private static Call good(String... words) {
    Call call = Call.of(words);
    assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
    return call;
  }

  private static JsonNode json(String... words) {
    Call call = good(words);
    assertEquals("", call.err());
    return JsonMapper.shared().readTree(call.out());
  }

  private String out(String name) {
    return folder.resolve(name).toString();
  }

  private static List<String> lines(String file) throws IOException {
    return Files.readAllLines(Path.of(file));
  }

  @Test
  void predictionsHaveARowPerRow() throws IOException {
    Call call = good("model", "predict", numbers, "--csv", test, "--out", out("p.csv"));
    assertTrue(call.err().endsWith("Predicted for 300 rows, in " + out("p.csv") + ".\n"));
    List<String> lines = lines(out("p.csv"));
    assertEquals("prediction", lines.getFirst());
    assertEquals(SampleCsv.ROWS + 1, lines.size());
  }

  /** The probabilities of a row sum to 1, and the larger one names the prediction. */
  @Test
  void predictionsOfClassesCarryProbabilities() throws IOException {
    String out = out("p.csv");
    good("model", "predict", classes, "--csv", test, "--out", out, "--uncertainty", "-q");
    List<String> lines = lines(out);
    assertEquals("prediction,p_no,p_yes,deviation_no,deviation_yes", lines.getFirst());
    for (String line : lines.subList(1, lines.size())) {
      String[] fields = line.split(",");
      double no = Double.parseDouble(fields[1]);
      double yes = Double.parseDouble(fields[2]);
      assertEquals(1, no + yes, 1e-12);
      assertEquals(no >= yes ? "no" : "yes", fields[0]);
      assertTrue(Double.parseDouble(fields[3]) >= 0, line);
    }
  }

  @Test
  void deviationsAreGivenWhenAskedFor() throws IOException {
    String out = out("p.csv");
    good("model", "predict", numbers, "--csv", test, "--out", out, "--uncertainty");
    assertEquals("prediction,deviation", lines(out).getFirst());
    assertTrue(lines(out).get(1).matches("[-\\d.E]+,[\\d.E]+"), lines(out).get(1));
  }

  @Test
  void evaluationFindsAGoodModelGood() {
    JsonNode figures = json("model", "eval", numbers, "--csv", test, "--target", "price", "--json");
    assertEquals(SampleCsv.ROWS, figures.get("rows").asInt());
    assertTrue(figures.get("r2").asDouble() > 0.8, figures.toString());
    JsonNode ofClasses = json("model", "eval", classes, "--csv", test, "--json");
    assertEquals("cheap", ofClasses.get("target").asString());
    assertTrue(ofClasses.get("auc").asDouble() > 0.95, ofClasses.toString());
    assertTrue(ofClasses.get("calibration").size() > 1, ofClasses.toString());
    String text = good("model", "eval", classes, "--csv", test).out();
    assertTrue(text.startsWith("cheap in 300 rows\naccuracy"), text);
    assertTrue(text.contains("mean predicted"), text);
  }

  /**
   * Rows of which some weigh nothing, some 1 and some 2 are those of weight 2 twice and of 1 once.
   */
  @Test
  void weightsOfAnEvaluationCountLikeRepeatedRows() throws IOException {
    List<String> weighted = new ArrayList<>(List.of(lines(test).getFirst() + ",times"));
    List<String> repeated = new ArrayList<>(List.of(lines(test).getFirst()));
    for (int row = 1; row <= SampleCsv.ROWS; row++) {
      weighted.add(lines(test).get(row) + "," + row % 3);
      repeated.addAll(Collections.nCopies(row % 3, lines(test).get(row)));
    }
    String once = Files.write(folder.resolve("weighted.csv"), weighted).toString();
    String often = Files.write(folder.resolve("repeated.csv"), repeated).toString();
    for (String model : List.of(numbers, classes)) {
      JsonNode found = json("model", "eval", model, "--csv", once, "--weights", "times", "--json");
      JsonNode expected = json("model", "eval", model, "--csv", often, "--json");
      assertEquals("times", found.get("weights").asString());
      assertEquals(SampleCsv.ROWS, found.get("rows").asInt());
      for (String metric : model.equals(numbers) ? List.of("mae", "r2") : List.of("auc")) {
        assertEquals(expected.get(metric).asDouble(), found.get(metric).asDouble(), 1e-9, metric);
      }
    }
    String text = good("model", "eval", numbers, "--csv", once, "--weights", "times").out();
    assertTrue(text.startsWith("price in 300 rows weighted by times\n"), text);
  }

  @Test
  void evaluationTakesRowsOfOneClass() throws IOException {
    List<String> cheap =
        lines(test).stream().filter(line -> !line.contains(",no,")).limit(20).toList();
    Path file = Files.write(folder.resolve("cheap.csv"), cheap);
    JsonNode figures = json("model", "eval", classes, "--csv", file.toString(), "--json");
    assertEquals(19, figures.get("rows").asInt());
    assertTrue(figures.get("auc").isNull(), figures.toString());
  }

  @Test
  void theMostImportantTermComesFirst() {
    JsonNode all = json("model", "explain", numbers, "--json");
    assertEquals("size", all.at("/terms/0/term").asString());
    assertEquals("colour", all.at("/terms/1/term").asString());
    assertEquals("3", all.at("/parameters/outer_bags").asString());
    String text = good("model", "explain", numbers, "--top", "2").out();
    assertTrue(text.startsWith("regression of price\ntrained by Limpid EBM"), text);
    assertTrue(text.contains("\nsize "), text);
    assertTrue(text.contains("########################\ncolour"), text);
    assertTrue(text.endsWith("and 2 more terms (--top)\n"), text);
  }

  @Test
  void theShapeOfATermIsDrawn() {
    List<String> shape = good("model", "explain", numbers, "--term", "size").out().lines().toList();
    assertTrue(shape.get(0).startsWith("size"), shape.get(0));
    assertTrue(shape.get(1).startsWith("missing"), shape.get(1));
    assertTrue(shape.get(2).matches("below .* -.* #+\\|"), shape.get(2));
    assertTrue(shape.getLast().matches("from .* \\+.* \\|#+"), shape.getLast());
    assertTrue(shape.size() <= 33, shape.size() + " lines");
    String categories = good("model", "explain", numbers, "--term", "colour").out();
    assertTrue(categories.contains("\ndark, blue  -"), categories);
    String pair = good("model", "explain", numbers, "--term", pairOf(numbers), "--top", "3").out();
    assertTrue(pair.startsWith("the cells of the largest scores\n"), pair);
  }

  private static String pairOf(String model) {
    return json("model", "explain", model, "--json")
        .get("terms")
        .valueStream()
        .map(term -> term.get("term").asString())
        .filter(name -> name.contains(" & "))
        .findFirst()
        .orElseThrow();
  }

  /** Row 3 of the file is its fourth line; what the terms add sums to what predict writes. */
  @Test
  void contributionsSumToThePrediction() throws IOException {
    good("model", "predict", numbers, "--csv", test, "--out", out("p.csv"), "-q");
    JsonNode row = json("model", "explain", numbers, "--csv", test, "--row", "3", "--json");
    double sum = row.at("/intercept/0").asDouble();
    for (JsonNode contribution : row.get("contributions")) {
      sum += contribution.at("/scores/0").asDouble();
    }
    assertEquals(Double.parseDouble(lines(out("p.csv")).get(3)), sum, 1e-9);
    assertEquals(lines(test).get(3).split(",(?! )")[3], row.get("actual").asString() + ".0");
    String text = good("model", "explain", numbers, "--csv", test, "--row", "3").out();
    assertTrue(text.startsWith("predicted price: "), text);
    assertTrue(text.lines().toList().getLast().startsWith("sum "), text);
  }

  @Test
  void editsAreMadeInTheirOrderAndRecorded() {
    Call call =
        good(
            "model",
            "edit",
            numbers,
            "--scale",
            "colour=2",
            "--set",
            "colour:red=7",
            "--monotone",
            "size:+",
            "--set=size:150..=1000",
            "--remove",
            "area_code",
            "--set",
            "size:missing=3",
            "--out",
            out("e.json"));
    List<String> expected =
        List.of(
            "multiplied the scores of colour by 2",
            "set the score of colour for red to 7",
            "made size increasing",
            "set the score of size in [150, Infinity) to 1000",
            "removed area_code",
            "set the score of size for missing values to 3");
    assertEquals(
        expected.stream().map("edited: %s"::formatted).toList(),
        call.err().lines().limit(expected.size()).toList());
    JsonNode all = json("model", "explain", out("e.json"), "--json");
    assertEquals(expected, all.get("edits").valueStream().map(JsonNode::asString).toList());
    JsonNode colour = json("model", "explain", out("e.json"), "--term", "colour", "--json");
    assertEquals(7, colour.at("/cells/2/scores/0").asDouble());
  }

  @Test
  void exportedModelsPredictTheSame() throws IOException {
    good("model", "predict", numbers, "--csv", test, "--out", out("p.csv"), "-q");
    for (String format : List.of("json", "interpret")) {
      String copy = out(format + ".json");
      good("model", "export", numbers, "--format", format, "--out", copy, "-q");
      good("model", "predict", copy, "--csv", test, "--out", out(format + ".csv"), "-q");
      assertEquals(lines(out("p.csv")), lines(out(format + ".csv")), format);
    }
    assertArrayEquals(
        Files.readAllBytes(Path.of(numbers)), Files.readAllBytes(folder.resolve("json.json")));
  }

  @Test
  void modelsBecomeProgramsOfOthers() throws IOException {
    good("model", "export", classes, "--format", "pmml", "--out", out("m.pmml"));
    assertTrue(Files.readString(folder.resolve("m.pmml")).contains("<PMML"));
    good("model", "export", classes, "--format", "onnx", "--out", out("m.onnx"));
    assertTrue(Files.readString(folder.resolve("m.onnx"), ISO_8859_1).contains("LabelEncoder"));
    good("model", "export", classes, "--format", "java", "--out", out("Cheap.java"));
    assertTrue(
        Files.readString(folder.resolve("Cheap.java")).contains("public final class Cheap {"));
    good("model", "export", classes, "--format", "sql", "--table", "a.b", "--out", out("m.sql"));
    assertTrue(Files.readString(folder.resolve("m.sql")).contains("FROM \"a\".\"b\" source"));
    String[] named = {"--class", "org.example.Score", "--out", out("x.java")};
    good(with(List.of("model", "export", classes, "--format", "java"), named));
    assertTrue(Files.readString(folder.resolve("x.java")).contains("package org.example;"));
  }

  @Test
  void theThreadsDoNotMatterButTheSeedDoes() throws IOException {
    train("price", out("a.json"), "--exclude", "cheap,share", "--threads", "1", "-q");
    train("price", out("b.json"), "--exclude", "cheap,share", "--threads", "3", "-q");
    assertArrayEquals(
        Files.readAllBytes(folder.resolve("a.json")), Files.readAllBytes(folder.resolve("b.json")));
    train("price", out("c.json"), "--exclude", "cheap,share", "--params", "seed=5", "-q");
    assertNotEquals(lines(out("a.json")), lines(out("c.json")));
  }

  @Test
  void everyOptionReachesTheTraining() {
    JsonNode report =
        json(
            with(
                List.of("model", "train", "--csv", csv, "--target", "price", "--json"),
                "--exclude",
                "cheap",
                "--weights",
                "share",
                "--monotone",
                "size:+",
                "--preset",
                "0.2.7",
                "--params",
                "max_rounds=20,objective=pseudo_huber:delta=900",
                "--type",
                "regression",
                "--out",
                out("m.json")));
    assertEquals("ebm", report.get("model").asString());
    assertEquals("[\"size\",\"colour\",\"area_code\"]", report.get("features").toString());
    assertEquals("8", report.at("/parameters/outer_bags").asString());
    assertEquals("size: +1", report.at("/parameters/monotone_constraints").asString());
    assertTrue(report.at("/parameters/objective").asString().startsWith("pseudo_huber"));
    assertEquals(0, report.get("notices").size(), report.toString());
  }

  @Test
  void numbersCanBeClasses() {
    train("area_code", out("m.json"), "--type", "classification", "-q");
    JsonNode all = json("model", "explain", out("m.json"), "--json");
    assertEquals("[\"01\",\"02\",\"03\"]", all.get("classes").toString());
    json("model", "eval", out("m.json"), "--csv", test, "--json");
  }

  @Test
  void otherKindsOfModelsWorkAlike() throws IOException {
    List<String> kinds = List.of("tree,max_depth=3", "linear,l2=0.5", "table,keys=colour");
    for (String kind : kinds) {
      String[] parts = kind.split(",");
      String model = out(parts[0] + ".json");
      String[] words = {
        "--exclude", "cheap", "--model", parts[0], "--params", parts[1], "--out", model, "-q"
      };
      good(with(List.of("model", "train", "--csv", csv, "--target", "price"), words));
      good("model", "predict", model, "--csv", test, "--out", out(parts[0] + ".csv"), "-q");
      assertEquals(SampleCsv.ROWS + 1, lines(out(parts[0] + ".csv")).size());
      JsonNode figures = json("model", "eval", model, "--csv", test, "--json");
      assertTrue(figures.get("r2").asDouble() > (kind.startsWith("table") ? -1 : 0.7), kind);
      assertFalse(good("model", "explain", model).out().isEmpty());
      String text = good("model", "explain", model, "--csv", test, "--row", "1").out();
      assertTrue(text.contains("actual"), text);
    }
    String rules = good("model", "explain", out("tree.json")).out();
    assertTrue(rules.contains("\nif size <= "), rules);
    String table = good("model", "explain", out("table.json")).out();
    assertTrue(table.contains("\ndark, blue"), table);
  }

  /** Columns "a,b" and "c""d" besides x and y; the model keeps x alone, then "a,b" as a name. */
  @Test
  void columnsWithCommasAreQuotedAsInCsv() throws IOException {
    StringBuilder rows = new StringBuilder("\"a,b\",\"c\"\"d\",x,y\n");
    for (int i = 0; i < 40; i++) {
      rows.append("%d,%d,%d,%d\n".formatted(i % 4, i % 3, i, i * i));
    }
    String file = Files.writeString(folder.resolve("commas.csv"), rows).toString();
    List<String> words =
        List.of("model", "train", "--csv", file, "--target", "y", "--params", QUICK);
    good(with(words, "--exclude", "\"a,b\",\"c\"\"d\"", "--out", out("x.json")));
    assertEquals("[\"x\"]", features("x.json"));
    good(
        with(
            words,
            "--exclude",
            "x",
            "--exclude",
            "c\"d",
            "--nominal",
            "\"a,b\"",
            "--out",
            out("ab.json")));
    assertEquals("[\"a,b\"]", features("ab.json"));
    good(with(words, "--monotone", "x:+,\"a,b:-\"", "--out", out("all.json")));
    assertEquals("[\"a,b\",\"c\\\"d\",\"x\"]", features("all.json"));
  }

  private String features(String model) {
    return json("model", "explain", out(model), "--json").at("/features").toString();
  }

  @Test
  void oddColumnsAreNamed() throws IOException {
    Path file = folder.resolve("odd.csv");
    StringBuilder rows = new StringBuilder("name,age,y\n");
    for (int i = 0; i < 40; i++) {
      rows.append("n").append(i).append(',').append(i == 20 ? "old" : i).append(',').append(i);
      rows.append('\n');
    }
    Files.writeString(file, rows);
    String[] words = {"--model", "table", "--out", out("m.json")};
    String err =
        good(with(List.of("model", "train", "--csv", file.toString(), "--target", "y"), words))
            .err();
    assertTrue(err.contains("name has another text in every row. Maybe --exclude it.\n"), err);
    assertTrue(err.contains("age is nominal, as it holds 'old' among numbers.\n"), err);
  }
}
