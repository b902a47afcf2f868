package org.limpid.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of predictions that tell what each prediction is made of, and of which row it is. */
final class ModelContributionsTest {
  private static final String QUICK =
      "outer_bags=2,smoothing_rounds=20,max_rounds=80,learning_rate=0.2,interactions=1";

  @TempDir private static Path shared;
  private static String csv;

  @TempDir private Path folder;

  @BeforeAll
  static void write() throws IOException {
    StringBuilder rows = new StringBuilder("id,x,z,kind,y,flag\n");
    for (int i = 0; i < 60; i++) {
      rows.append("%s,%d,%d,%s,".formatted(i == 1 ? "NA" : "00" + i, i % 10, i * 7 % 13, kind(i)))
          .append("%d,%s\n".formatted(i % 10 * 5 + i * 7 % 13, i % 3 == 0 ? "yes" : "no"));
    }
    csv = Files.writeString(shared.resolve("in.csv"), rows).toString();
    train("y", "ebm", QUICK, "id,flag,kind");
    train("kind", "ebm", QUICK, "id,y,flag");
    train("flag", "linear", "l2=0.1", "id,y");
    train("x", "tree", "max_depth=2", "id,y,flag");
  }

  private static String kind(int row) {
    return List.of("=a", "b", "c").get(row % 3);
  }

  private static void train(String target, String kind, String parameters, String excluded) {
    good(
        "model",
        "train",
        "--csv",
        csv,
        "--target",
        target,
        "--model",
        kind,
        "--params",
        parameters,
        "--exclude",
        excluded,
        "--test",
        "0",
        "--out",
        model(target),
        "-q");
  }

  private static String model(String target) {
    return shared.resolve(target + ".json").toString();
  }

  private static Call good(String... words) {
    Call call = Call.of(words);
    assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
    return call;
  }

  private List<String> predicted(String target, String... more) throws IOException {
    Path out = folder.resolve(target + ".csv");
    List<String> words =
        List.of("model", "predict", model(target), "--csv", csv, "--out", out.toString());
    good(Stream.concat(words.stream(), Stream.of(more)).toArray(String[]::new));
    return Files.readAllLines(out);
  }

  private static String refused(String... words) {
    Call call = Call.of(words);
    assertEquals(ExitCode.BAD_INPUT, call.exitCode(), call.err());
    return call.err();
  }

  private static double[] numbers(String line, int from) {
    return Arrays.stream(line.split(",")).skip(from).mapToDouble(Double::parseDouble).toArray();
  }

  @Test
  void contributionsSumToTheScore() throws IOException {
    List<String> lines = predicted("y", "--contributions");
    assertEquals(
        "prediction,score,intercept,contribution_x,contribution_z,contribution_x & z",
        lines.getFirst());
    assertEquals(61, lines.size());
    for (String line : lines.subList(1, lines.size())) {
      double[] fields = numbers(line, 0);
      assertEquals(fields[1], fields[2] + fields[3] + fields[4] + fields[5]);
      assertEquals(fields[0], fields[1]);
    }
  }

  /** With three classes each has a sum; the softmax of the sums are the probabilities. */
  @Test
  void everyClassHasContributions() throws IOException {
    List<String> lines = predicted("kind", "--contributions", "--keep", "id");
    assertTrue(
        lines
            .getFirst()
            .startsWith(
                "id,prediction,p_=a,p_b,p_c,score_=a,score_b,score_c,intercept_=a,intercept_b,"
                    + "intercept_c,contribution_x_=a,contribution_x_b,"),
        lines.getFirst());
    for (String line : lines.subList(1, lines.size())) {
      double[] fields = numbers(line, 2);
      for (int k = 0; k < 3; k++) {
        double sum = 0;
        for (int at = 6 + k; at < fields.length; at += 3) {
          sum += fields[at];
        }
        assertEquals(fields[3 + k], sum);
        assertEquals(
            Math.log(fields[k] / fields[0]), fields[3 + k] - fields[3], 1e-9, lines.getFirst());
      }
    }
  }

  /** Of two classes there is one sum: the log odds of the second one. */
  @Test
  void linearModelsAddUpToo() throws IOException {
    List<String> lines = predicted("flag", "--contributions");
    assertEquals(
        "prediction,p_no,p_yes,score,intercept,contribution_x,contribution_z,contribution_kind==a,"
            + "contribution_kind=b,contribution_kind=c",
        lines.getFirst());
    for (String line : lines.subList(1, lines.size())) {
      double[] fields = numbers(line, 1);
      double sum = Arrays.stream(fields).skip(3).reduce(0, Double::sum);
      assertEquals(fields[2], sum, 1e-12);
      assertEquals(fields[1], 1 / (1 + Math.exp(-sum)), 1e-12);
    }
  }

  /** Zeros in front stay, also of a column of numbers; what is missing is empty. */
  @Test
  void keptColumnsStandAsTheyAreWritten() throws IOException {
    List<String> lines = predicted("y", "--keep", "id,kind", "--keep", "x,id");
    assertEquals("id,kind,x,prediction", lines.getFirst());
    assertTrue(lines.get(1).startsWith("000,=a,0,"), lines.get(1));
    assertTrue(lines.get(2).startsWith(",b,1,"), lines.get(2));
    assertTrue(lines.get(8).startsWith("007,b,7,"), lines.get(8));
    List<String> safe = predicted("y", "--keep", "kind", "--safe-csv", "--overwrite");
    assertTrue(safe.get(1).startsWith("'=a,"), safe.get(1));
  }

  @Test
  void whatCannotBeGivenIsRefused() throws IOException {
    String out = folder.resolve("p.csv").toString();
    String[] words = {"model", "predict", model("x"), "--csv", csv, "--out", out};
    assertEquals(
        "limpid: %s: expected a model that adds up terms for --contributions. Maybe train one with"
                .formatted(model("x"))
            + " --model ebm or --model linear.\n",
        refused(with(words, "--contributions")));
    String unknown = refused(with(words, "--keep", "kid,id"));
    assertTrue(
        unknown.endsWith("in.csv:1: kid: there is no such column. Maybe 'id' was meant.\n")
            || unknown.endsWith(
                "in.csv:1: kid: there is no such column. Maybe 'kind' was meant.\n"),
        unknown);
    String twice =
        Files.writeString(folder.resolve("twice.csv"), "x,z,kind,prediction\n1,2,b,3\n").toString();
    words[4] = twice;
    assertEquals(
        "limpid: %s: prediction: expected different names of columns, found two columns of this"
                .formatted(out)
            + " name. Maybe rename the one in %s.\n".formatted(twice),
        refused(with(words, "--keep", "prediction")));
  }

  private static String[] with(String[] words, String... more) {
    return Stream.concat(Stream.of(words), Stream.of(more)).toArray(String[]::new);
  }
}
