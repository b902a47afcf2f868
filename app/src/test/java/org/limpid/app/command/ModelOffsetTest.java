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

/** A column that is added to the score, from the training to the prediction. */
final class ModelOffsetTest {
  private static final String QUICK =
      "outer_bags=2,smoothing_rounds=30,max_rounds=200,learning_rate=0.1,interactions=0";

  @TempDir private static Path shared;
  private static String csv;
  private static String model;

  @TempDir private Path folder;

  /** y is the former score, plus 10 where x is 5 or more. */
  @BeforeAll
  static void train() throws IOException {
    StringBuilder rows = new StringBuilder("x,former,y,w\n");
    for (int i = 0; i < 200; i++) {
      rows.append("%d,%d,%d,1\n".formatted(i % 10, i * 7 % 101, i * 7 % 101 + i % 10 / 5 * 10));
    }
    csv = Files.writeString(shared.resolve("in.csv"), rows).toString();
    model = shared.resolve("m.json").toString();
    Call call = Call.of(words(model, "--exclude", "w", "--offset", "former"));
    assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
  }

  private static String[] words(String out, String... more) {
    List<String> words =
        List.of("model", "train", "--csv", csv, "--target", "y", "--params", QUICK, "--out", out);
    return Stream.concat(words.stream(), Stream.of(more)).toArray(String[]::new);
  }

  private static JsonNode json(String... words) {
    Call call = Call.of(words);
    assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
    return JsonMapper.shared().readTree(call.out());
  }

  private String refused(String... words) {
    Call call = Call.of(words);
    assertTrue(call.exitCode() != ExitCode.SUCCESS, call.out());
    return call.err().replace(folder + "/", "").replace(shared + "/", "");
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }

  private List<String> predicted(String input, String... more) throws IOException {
    Path out = folder.resolve("p.csv");
    List<String> words =
        List.of("model", "predict", model, "--csv", input, "--out", out.toString(), "--overwrite");
    Call call = Call.of(Stream.concat(words.stream(), Stream.of(more)).toArray(String[]::new));
    assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
    return Files.readAllLines(out);
  }

  /** A former score that no row of the training came near is added all the same. */
  @Test
  void theColumnIsAddedAsItIs() throws IOException {
    String input = file("new.csv", "x,former\n2,1000\n8,1000\n2,\"0\"\n");
    List<String> lines = predicted(input, "--contributions");
    assertEquals("prediction,score,intercept,contribution_former,contribution_x", lines.getFirst());
    assertEquals(1000, Double.parseDouble(lines.get(1).split(",")[0]), 1);
    assertEquals(1010, Double.parseDouble(lines.get(2).split(",")[0]), 1);
    assertEquals("1000.0", lines.get(1).split(",")[3]);
    assertEquals(0, Double.parseDouble(lines.get(3).split(",")[0]), 1);
  }

  @Test
  void theModelIsJudgedWithIt() {
    JsonNode figures = json("model", "eval", model, "--csv", csv, "--json");
    assertTrue(figures.get("mae").asDouble() < 1, figures.toString());
  }

  @Test
  void theModelSaysThatItAddsIt() {
    assertTrue(
        Call.of("model", "explain", model)
            .out()
            .contains("\nadds former to every score (offset)\n"));
    assertEquals("former", json("model", "explain", model, "--json").get("offset").asString());
    String row = Call.of("model", "explain", model, "--csv", csv, "--row", "4").out();
    assertTrue(row.contains("\nformer     21"), row);
  }

  @Test
  void predictionsNeedIt() throws IOException {
    String out = folder.resolve("p.csv").toString();
    String lacks = file("lacks.csv", "x,firmer\n2,3\n");
    assertEquals(
        "limpid: lacks.csv: former: the model needs this column, its offset: it adds it to every"
            + " score. Maybe 'firmer' was meant.\n",
        refused("model", "predict", model, "--csv", lacks, "--out", out));
    String gap = file("gap.csv", "x,former,y\n2,3,4\n2,,4\n");
    String expected =
        "limpid: gap.csv:3: former: expected a number, as the model adds it to the score (offset)."
            + " Maybe leave out the rows in which it is not known.\n";
    assertEquals(expected, refused("model", "predict", model, "--csv", gap, "--out", out));
    assertEquals(expected, refused("model", "eval", model, "--csv", gap));
  }

  @Test
  void whatMakesNoSenseIsRefused() throws IOException {
    String out = folder.resolve("m.json").toString();
    assertTrue(
        refused(words(out, "--offset", "former", "--weights", "former"))
            .contains("former: expected a column that is nothing but the offset"));
    assertTrue(refused(words(out, "--offset", "y")).contains("nothing but the offset"));
    assertTrue(
        refused(words(out, "--offset", "farmer")).contains("farmer: there is no such column"));
    String[] linear = {
      "model",
      "train",
      "--csv",
      csv,
      "--target",
      "y",
      "--model",
      "linear",
      "--offset",
      "former",
      "--out",
      out
    };
    assertTrue(refused(linear).contains("--offset is for --model ebm"));
    assertTrue(
        refused("model", "export", model, "--format", "interpret", "--out", out)
            .contains("the format of interpret lacks an offset (former)"));
  }
}
