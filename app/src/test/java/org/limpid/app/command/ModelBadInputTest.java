package org.limpid.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every wrong input ends with code 2, a message that says where and what, and no output file. */
final class ModelBadInputTest {
  private static final String QUICK = "outer_bags=2,smoothing_rounds=5,max_rounds=20";

  @TempDir private static Path shared;
  private static String csv;
  private static String model;
  private static String tree;

  @TempDir private Path folder;

  @BeforeAll
  static void trainOnce() throws IOException {
    csv = SampleCsv.write(shared.resolve("train.csv"), 1).toString();
    model = shared.resolve("model.json").toString();
    tree = shared.resolve("tree.json").toString();
    String[] quick = {"--exclude", "cheap", "--params", QUICK, "--out", model};
    assertEquals(0, Call.of(train(csv, "price", quick)).exitCode());
    String[] ofTree = {"--exclude", "cheap", "--model", "tree", "--out", tree};
    assertEquals(0, Call.of(train(csv, "price", ofTree)).exitCode());
  }

  private static String[] train(String file, String target, String... more) {
    List<String> words = List.of("model", "train", "--csv", file, "--target", target);
    return Stream.concat(words.stream(), Stream.of(more)).toArray(String[]::new);
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }

  private String out() {
    return folder.resolve("out").toString();
  }

  /** The first line of what is said, without the folder of the test. */
  private String refused(String... words) {
    Call call = Call.of(words);
    assertEquals(ExitCode.BAD_INPUT, call.exitCode(), call.err());
    assertEquals("", call.out());
    assertFalse(call.err().contains("\tat "), call.err());
    assertFalse(Files.exists(Path.of(out())), call.err());
    return call.err()
        .replace(folder + "/", "")
        .replace(shared + "/", "")
        .lines()
        .filter(line -> line.startsWith("limpid: "))
        .collect(Collectors.joining("\n"));
  }

  private String untrainable(String target, String content, String... more) throws IOException {
    String[] all = Stream.concat(Stream.of(more), Stream.of("--out", out())).toArray(String[]::new);
    return refused(train(file("in.csv", content), target, all));
  }

  private static void assertBegins(String expected, String message) {
    assertTrue(message.startsWith("limpid: " + expected), message);
  }

  private static String rows(String header, int count, String format) {
    return header
        + "\n"
        + IntStream.range(0, count)
            .mapToObj(i -> format.replace("$", Integer.toString(i)))
            .collect(Collectors.joining("\n"))
        + "\n";
  }

  @Test
  void dataWithoutRows() throws IOException {
    assertBegins("in.csv: the file is empty", untrainable("y", ""));
    assertBegins("in.csv: expected rows below the names", untrainable("y", "x,y\n"));
  }

  @Test
  void targetsFromWhichNothingCanBeLearnt() throws IOException {
    assertBegins(
        "in.csv: y: expected numbers that differ, to be predicted; found 3.0 in every row",
        untrainable("y", rows("x,y", 30, "$,3")));
    assertBegins(
        "in.csv: y: expected two or more classes, found only 'a'",
        untrainable("y", rows("x,y", 30, "$,a")));
    assertBegins(
        "in.csv:2: y: expected a class to be predicted", untrainable("y", rows("x,y", 30, "$,NA")));
    assertBegins(
        "in.csv:4: y: expected a finite number to be predicted, found 'Infinity'",
        untrainable("y", "x,y\n1,1\n2,2\n3,inf\n"));
    assertBegins(
        "in.csv:2: y: expected numbers to be predicted, found 'a'",
        untrainable("y", rows("x,y", 30, "$,a"), "--type", "regression"));
  }

  @Test
  void columnsFromWhichNothingCanBeLearnt() throws IOException {
    assertBegins(
        "in.csv: x: expected values, found only missing ones. Maybe exclude it.",
        untrainable("y", rows("x,z,y", 30, ",$,$")));
    assertBegins(
        "in.csv:3: x: expected a finite number, found '-Infinity'",
        untrainable("y", "x,y\n1,1\n-inf,2\n" + rows("9,3", 30, "$,$")));
    assertBegins(
        "in.csv: expected a column to predict from, found none",
        untrainable("y", rows("x,y", 30, "$,$"), "--exclude", "x"));
  }

  @Test
  void aSingleRow() throws IOException {
    assertBegins(
        "in.csv: expected 2 or more rows, found 1", untrainable("y", rows("x,y", 1, "$,$")));
  }

  @Test
  void unknownColumnsAreNamedTogether() throws IOException {
    Call call =
        Call.of(
            train(
                csv,
                "prise",
                "--exclude",
                "cheep",
                "--nominal",
                "color",
                "--weights",
                "shares",
                "--monotone",
                "sice:+",
                "--out",
                out()));
    assertEquals(ExitCode.BAD_INPUT, call.exitCode());
    List<String> lines = call.err().lines().toList();
    assertEquals(5, lines.size(), call.err());
    assertEquals(
        "limpid: %s:1: prise: there is no such column. Maybe 'price' was meant.".formatted(csv),
        lines.getFirst());
    assertTrue(lines.getLast().contains("Maybe 'size' was meant."), lines.getLast());
  }

  @Test
  void columnsInTheWrongPlace() throws IOException {
    assertBegins(
        "train.csv:1: price: expected the column to be predicted, found it among those excluded",
        refused(train(csv, "price", "--exclude", "price", "--out", out())));
    assertBegins(
        "train.csv:1: colour: expected a numeric column to predict from",
        refused(train(csv, "price", "--monotone", "colour:+", "--out", out())));
    assertBegins(
        "train.csv:2: colour: expected a weight of 0 or more",
        refused(train(csv, "price", "--weights", "colour", "--out", out())));
    assertBegins(
        "in.csv:3: w: expected a weight of 0 or more, found '-1'",
        untrainable("y", "x,w,y\n1,1,1\n2,-1,2\n", "--weights", "w"));
    assertBegins(
        "in.csv: w: expected a weight above 0, found none",
        untrainable("y", rows("x,w,y", 20, "$,0,$"), "--weights", "w"));
  }

  @Test
  void weightsThatAreNone() throws IOException {
    assertBegins(
        "train.csv:1: shares: there is no such column. Maybe 'share' was meant.",
        refused("model", "eval", model, "--csv", csv, "--weights", "shares"));
    assertBegins(
        "train.csv:1: price: expected the column that was observed, found it among the weights",
        refused("model", "eval", model, "--csv", csv, "--weights", "price"));
    assertBegins(
        "train.csv:2: colour: expected a weight of 0 or more",
        refused("model", "eval", model, "--csv", csv, "--weights", "colour"));
    String head = "size,colour,area_code,share,price,w\n";
    String negative = file("negative.csv", head + "1,red,1,1,5,2\n1,red,1,1,5,-2\n");
    assertBegins(
        "negative.csv:3: w: expected a weight of 0 or more, found '-2'",
        refused("model", "eval", model, "--csv", negative, "--weights", "w"));
    String none = file("none.csv", head + "1,red,1,1,5,0\n");
    assertBegins(
        "none.csv: w: expected a weight above 0, found none",
        refused("model", "eval", model, "--csv", none, "--weights", "w"));
  }

  @Test
  void parametersThatDoNotExist() {
    assertBegins(
        "--params: there is no parameter 'outer_bag'. Maybe 'outer_bags' was meant.",
        refused(train(csv, "price", "--params", "outer_bag=3", "--out", out())));
    assertBegins(
        "--params: learning_rate: expected a number from 0.000001 to 10, found 'fast'",
        refused(train(csv, "price", "--params", "learning_rate=fast", "--out", out()))
            .replace("1.0E-6", "0.000001"));
    assertBegins(
        "Invalid value for option '--params' (NAME=VALUE,...): expected NAME=VALUE, found 'seed'",
        refused(train(csv, "price", "--params", "seed", "--out", out())));
    assertBegins(
        "Invalid value for option '--monotone' (COLUMN:+|-,...): expected COLUMN:+ or COLUMN:-,"
            + " found 'size'",
        refused(train(csv, "price", "--monotone", "size", "--out", out())));
    assertBegins(
        "Invalid value for option '--exclude' (COLUMN,...): expected a closing quote, found"
            + " '\"size'",
        refused(train(csv, "price", "--exclude", "\"size", "--out", out())));
    assertBegins(
        "--preset is for --model ebm",
        refused(train(csv, "price", "--model", "tree", "--preset", "0.2.7", "--out", out())));
    assertBegins(
        "--params: there is no parameter 'outer_bags'.",
        refused(
            train(csv, "price", "--model", "tree", "--params", "outer_bags=3", "--out", out())));
  }

  @Test
  void objectivesForOtherTargets() {
    assertBegins(
        "train.csv: price: the objective log_loss is for classes",
        refused(train(csv, "price", "--params", "objective=log_loss", "--out", out())));
  }

  @Test
  void filesThatAreThereStay() throws IOException {
    String there = file("there.json", "mine");
    String[] words = train(csv, "price", "--exclude", "cheap", "--out", there);
    assertBegins("there.json: there is such a file already", refused(words));
    assertEquals("mine", Files.readString(Path.of(there)));
    assertBegins(
        "train.csv: is read by this command",
        refused(train(csv, "price", "--out", csv, "--overwrite")));
    String[] intoFolder = train(csv, "price", "--out", folder.toString(), "--overwrite");
    assertTrue(refused(intoFolder).contains("expected a file, found a folder"));
    assertTrue(
        refused(train(csv, "price", "--out", csv + "/deeper/m.json"))
            .contains("is no folder that may be written to"));
  }

  @Test
  void rowsThatLackWhatTheModelNeeds() throws IOException {
    String few = file("few.csv", "size,colour\n1,red\n");
    assertBegins(
        "few.csv: area_code: the model needs this column",
        refused("model", "predict", model, "--csv", few, "--out", out()));
    String texts = file("texts.csv", "size,colour,area_code,share\n1,red,1,1\nbig,red,1,1\n");
    assertBegins(
        "texts.csv:3: size: expected a number, found 'big'",
        refused("model", "predict", model, "--csv", texts, "--out", out()));
    String infinite = file("inf.csv", "size,colour,area_code,share\n1,red,1,1\ninf,red,1,1\n");
    assertBegins(
        "inf.csv:3: size: expected a finite number, found 'Infinity'",
        refused("model", "predict", model, "--csv", infinite, "--out", out()));
  }

  @Test
  void modelsAndTablesInEachOthersPlace() {
    assertBegins(
        "train.csv: expected a model, found no JSON. Maybe this is the CSV file",
        refused("model", "predict", csv, "--csv", csv, "--out", out()));
    assertBegins(
        "model.json:1: expected a CSV file, found JSON. Maybe this is a model",
        refused("model", "eval", model, "--csv", model));
    assertBegins(
        "model.json:1: expected a CSV file, found JSON",
        refused(train(model, "price", "--out", out())));
  }

  @Test
  void damagedModels() throws IOException {
    String text = Files.readString(Path.of(model));
    String cut = file("cut.json", text.substring(0, text.length() / 2));
    assertBegins("cut.json:", refused("model", "explain", cut));
    String other = file("other.json", "{\"jobs\": 3}");
    assertBegins("other.json:", refused("model", "explain", other));
    String changed = file("changed.json", text.replaceFirst("\"scores\"", "\"scoers\""));
    assertBegins(
        "changed.json:", refused("model", "predict", changed, "--csv", csv, "--out", out()));
    assertBegins(
        "none.json: there is no such file", refused("model", "explain", folder + "/none.json"));
  }

  @Test
  void whatIsNotThereToBeExplained() {
    assertBegins(
        "model.json: there is no such term, found 'sice'. Maybe 'size' was meant.",
        refused("model", "explain", model, "--term", "sice"));
    assertBegins(
        "train.csv: expected row 301, found only 300 rows",
        refused("model", "explain", model, "--csv", csv, "--row", "301"));
    assertBegins(
        "--row and --csv need each other", refused("model", "explain", model, "--row", "3"));
    assertBegins(
        "Invalid value for option '--row': expected a whole number of at least 1, found '0'",
        refused("model", "explain", model, "--csv", csv, "--row", "0"));
    assertBegins(
        "--term: only explainable boosting machines have terms",
        refused("model", "explain", tree, "--term", "size"));
  }

  @Test
  void changesThatDoNotFit() {
    String[] words = {"--remove", "sice", "--scale", "colours=2", "--out", out()};
    Call call =
        Call.of(
            Stream.concat(Stream.of("model", "edit", model), Stream.of(words))
                .toArray(String[]::new));
    assertEquals(ExitCode.BAD_INPUT, call.exitCode());
    assertEquals(2, call.err().lines().count(), call.err());
    assertTrue(call.err().startsWith("limpid: " + model + ": "), call.err());
    assertBegins("expected a change:", refused("model", "edit", model, "--out", out()));
    assertBegins(
        "Invalid value for option '--scale': expected TERM=FACTOR, found 'size'",
        refused("model", "edit", model, "--scale", "size", "--out", out()));
    assertBegins(
        "Invalid value for option '--set': expected TERM:FROM..TO=SCORE",
        refused("model", "edit", model, "--set", "size=3", "--out", out()));
    assertBegins(
        "Invalid value for option '--set': expected a range from a smaller to a larger number",
        refused("model", "edit", model, "--set", "size:9..3=1", "--out", out()));
    assertBegins(
        "tree.json: expected an explainable boosting machine for editing",
        refused("model", "edit", tree, "--remove", "size", "--out", out()));
  }

  @Test
  void exportsThatCannotBe() {
    assertBegins(
        "--class: expected the name of a Java class",
        refused("model", "export", model, "--format", "java", "--class", "1x", "--out", out()));
    assertBegins(
        "--class is for --format java",
        refused("model", "export", model, "--format", "pmml", "--class", "x", "--out", out()));
    assertBegins(
        "tree.json: expected an explainable boosting machine for the JSON of interpret",
        refused("model", "export", tree, "--format", "interpret", "--out", out()));
  }

  @Test
  void deviationsOfModelsWithoutBags() {
    assertBegins(
        "tree.json: expected a model of several bags for --uncertainty",
        refused("model", "predict", tree, "--csv", csv, "--uncertainty", "--out", out()));
  }

  @Test
  void classesThatTheModelDoesNotKnow() throws IOException {
    String classes = folder.resolve("classes.json").toString();
    String[] words = {"--exclude", "price", "--params", QUICK, "--out", classes};
    assertEquals(0, Call.of(train(csv, "cheap", words)).exitCode());
    String others = file("others.csv", Files.readString(Path.of(csv)).replaceFirst(",no,", ",No,"));
    assertTrue(
        refused("model", "eval", classes, "--csv", others)
            .matches(
                "limpid: others.csv:\\d+: cheap: expected one of the classes no, yes, found 'No'\\."
                    + " Maybe 'no' was meant\\."));
  }
}
