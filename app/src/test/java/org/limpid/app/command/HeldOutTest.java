package org.limpid.app.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code model train} says how good a model is on rows held out; {@code eval} knows its rows. */
final class HeldOutTest {
  private static final String QUICK = "interactions=0,outer_bags=3,max_rounds=60";

  @TempDir private Path folder;

  private Call train(String csv, String target, String out, String... more) {
    Stream<String> words =
        Stream.of("model", "train", "--csv", csv, "--target", target, "--out", out(out));
    Call call = Call.of(Stream.concat(words, Stream.of(more)).toArray(String[]::new));
    assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
    return call;
  }

  private String out(String name) {
    return folder.resolve(name).toString();
  }

  private String sample(String name, long seed) throws IOException {
    return SampleCsv.write(folder.resolve(name), seed).toString();
  }

  private static JsonNode json(Call call) {
    return JsonMapper.shared().readTree(call.out());
  }

  /**
   * Nobody can tell where a coin falls: y is 0 or 1 by chance, whatever x is. On rows held out a
   * deep tree that has learnt all by heart is no better than the mean.
   */
  @Test
  void whatIsLearntByHeartIsNotQuality() throws IOException {
    StringBuilder rows = new StringBuilder("x,y\n");
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 400; i++) {
      rows.append(i).append(',').append(random.nextInt(2)).append('\n');
    }
    String csv = Files.writeString(folder.resolve("coins.csv"), rows).toString();
    String[] whole = {"--model", "tree", "--params", "max_depth=0,min_samples_leaf=1", "--json"};
    JsonNode test = json(train(csv, "y", "m.json", whole)).get("test");
    JsonNode seen = json(Call.of("model", "eval", out("m.json"), "--csv", csv, "--json"));

    assertEquals(80, test.get("rows").asInt());
    assertTrue(seen.get("rmse").asDouble() < 0.1, seen.toString());
    assertTrue(
        test.at("/model/rmse").asDouble() > test.at("/baseline/rmse").asDouble(), test.toString());
  }

  /** The model of --test 0.25 learns from 225 rows only, that of 0 from all. */
  @Test
  void rowsThatAreHeldOutAreNotLearntFrom() throws IOException {
    String csv = sample("houses.csv", 1);
    String[] quick = {"--exclude", "cheap,share", "--params", QUICK, "--json"};
    JsonNode held = json(train(csv, "price", "a.json", with(quick, "--test", "0.25")));
    JsonNode none = json(train(csv, "price", "b.json", with(quick, "--test", "0")));
    JsonNode standard = json(train(csv, "price", "c.json", quick));

    assertEquals(225, held.get("rows").asInt());
    assertEquals(75, held.at("/test/rows").asInt());
    assertEquals(300, none.get("rows").asInt());
    assertFalse(none.has("test"));
    assertEquals(60, standard.at("/test/rows").asInt());
    assertTrue(
        standard.at("/test/model/mae").asDouble() < standard.at("/test/baseline/mae").asDouble());
    assertArrayEquals(
        Files.readAllBytes(folder.resolve("b.json")), Files.readAllBytes(folder.resolve("c.json")));
  }

  private static String[] with(String[] words, String... more) {
    return Stream.concat(Stream.of(words), Stream.of(more)).toArray(String[]::new);
  }

  @Test
  void aFileToTestOnIsLookedAtFirst() throws IOException {
    String csv = sample("houses.csv", 1);
    String other = sample("others.csv", 2);
    String[] words = {"--exclude", "cheap,share", "--params", QUICK};
    String err = train(csv, "price", "a.json", with(words, "--test", other)).err();
    JsonNode figures = json(Call.of("model", "eval", out("a.json"), "--csv", other, "--json"));

    assertTrue(err.contains("On the 300 rows of " + other + ": mae "), err);
    assertTrue(err.contains("; with their mean for all: mae "), err);
    assertEquals(0, figures.at("/trainedOn/trained").asInt());
    Files.writeString(folder.resolve("short.csv"), "size,price\n100,3\n");
    Call bad =
        Call.of(
            "model",
            "train",
            "--csv",
            csv,
            "--target",
            "price",
            "--out",
            out("b.json"),
            "--test",
            out("short.csv"));
    assertEquals(ExitCode.BAD_INPUT, bad.exitCode());
    assertTrue(bad.err().contains("colour"), bad.err());
    assertFalse(Files.exists(folder.resolve("b.json")));
  }

  @Test
  void classesAreComparedWithTheirShares() throws IOException {
    String csv = sample("houses.csv", 1);
    String err = train(csv, "cheap", "a.json", "--exclude", "price,share", "--params", QUICK).err();

    assertTrue(
        err.contains("On 60 of 300 rows, which a second model did not see, of 2 bags at most: "),
        err);
    assertTrue(err.contains("; with the shares of the classes for all: accuracy "), err);
  }

  @Test
  void sharesAreBetweenZeroAndOne() {
    Call call =
        Call.of(
            "model",
            "train",
            "--csv",
            "a.csv",
            "--target",
            "y",
            "--out",
            out("m.json"),
            "--test",
            "1.5");

    assertEquals(ExitCode.BAD_INPUT, call.exitCode());
    assertTrue(call.err().contains("a share of the rows between 0 and 1, found '1.5'"), call.err());
  }

  /** All rows, in another order, 30 of them, and rows of another file. */
  @Test
  void evalKnowsTheRowsOfTheTraining() throws IOException {
    String csv = sample("houses.csv", 1);
    train(csv, "price", "a.json", "--exclude", "cheap,share", "--params", QUICK, "--test", "0");
    List<String> lines = Files.readAllLines(Path.of(csv));
    String head = lines.getFirst() + "\n";
    List<String> rows = lines.subList(1, lines.size());
    Path reversed = folder.resolve("reversed.csv");
    Files.writeString(reversed, head + String.join("\n", rows.reversed()) + "\n");
    Path some = folder.resolve("some.csv");
    Files.writeString(
        some,
        head
            + String.join("\n", rows.subList(0, 30))
            + "\n"
            + String.join("\n", Files.readAllLines(Path.of(sample("other.csv", 2))).subList(1, 41))
            + "\n");

    assertTrue(eval(csv).startsWith("300 of the 300 rows have the values of rows that"), eval(csv));
    assertTrue(eval(reversed.toString()).startsWith("300 of the 300 rows have"));
    assertTrue(eval(some.toString()).startsWith("30 of the 70 rows have"), eval(some.toString()));
    assertEquals("", eval(out("other.csv")));
  }

  private String eval(String csv) {
    Call call = Call.of("model", "eval", out("a.json"), "--csv", csv);
    assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
    return call.err();
  }
}
