package org.limpid.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Columns may be called anything; what is printed of them can be given back. */
final class ModelNamesTest {
  private static final List<String> NAMES =
      List.of("a & b", "a", "b", "x:+", "k=v", "p,q", "\"q\"", " blank ", "-dash", "@file", "s;t");
  private static final String PARAMS =
      "outer_bags=2,smoothing_rounds=5,max_rounds=20,\"pairs=\"\"a & b\"\" & a; a & b\"";

  @TempDir private static Path folder;
  private static String csv;
  private static String model;

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** Every name is the header of a column; column i of row r holds 1 + r * (i + 2) % 13. */
  @BeforeAll
  static void trainOnce() throws IOException {
    StringBuilder rows = new StringBuilder();
    rows.append(NAMES.stream().map(ModelNamesTest::quoted).collect(Collectors.joining(",")));
    rows.append(",\"the =,: target\"\n");
    for (int row = 0; row < 40; row++) {
      for (int i = 0; i < NAMES.size(); i++) {
        rows.append(1 + row * (i + 2) % 13).append(',');
      }
      rows.append(row).append('\n');
    }
    csv = Files.writeString(folder.resolve("names.csv"), rows).toString();
    model = folder.resolve("m.json").toString();
    good(train(model));
  }

  private static String[] train(String out, String... more) {
    String[] words = {
      "model", "train", "--csv", csv, "--target", "the =,: target", "--params", PARAMS, "--out", out
    };
    return Stream.of(words, more).flatMap(Stream::of).toArray(String[]::new);
  }

  private static String good(String... words) {
    Call call = Call.of(words);
    assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
    return call.out();
  }

  private static JsonNode json(String... words) {
    return JsonMapper.shared().readTree(good(words));
  }

  private static List<String> terms(String file) {
    List<String> names = new ArrayList<>();
    json("model", "explain", file, "--json")
        .get("terms")
        .forEach(term -> names.add(term.get("term").asString()));
    return names;
  }

  @Test
  void termsCanBeToldApart() {
    List<String> terms = terms(model);
    assertEquals(NAMES.size() + 2, terms.size());
    assertEquals(terms.size(), terms.stream().distinct().count());
    assertTrue(terms.containsAll(List.of("a & b", "\"a & b\"", "\"a & b\" & a", "x:+")));
  }

  @Test
  void everyTermThatIsPrintedCanBeAskedForAndEdited() {
    String out = folder.resolve("edited.json").toString();
    for (String term : terms(model)) {
      JsonNode shape = json("model", "explain", model, "--json", "--term=" + term);
      assertEquals(term, shape.get("term").asString());
      good("model", "edit", model, "--out", out, "--overwrite", "--scale=" + term + "=0.5");
      good("model", "edit", model, "--out", out, "--overwrite", "--remove=" + term);
      assertEquals(terms(model).size() - 1, terms(out).size(), term);
    }
  }

  @Test
  void everyNameCanBeGivenInQuotes() {
    String out = folder.resolve("other.json").toString();
    for (String name : NAMES) {
      String each = quoted(name);
      good("model", "edit", model, "--out", out, "--overwrite", "--set=" + each + ":1..2=3");
      good("model", "edit", model, "--out", out, "--overwrite", "--monotone=" + each + ":-");
    }
    String all = NAMES.stream().map(ModelNamesTest::quoted).collect(Collectors.joining(","));
    String[] plain = {
      "model", "train", "--csv", csv, "--target", quoted("the =,: target"), "--model", "tree"
    };
    List<String> words = new ArrayList<>(List.of(plain));
    words.addAll(List.of("--nominal=" + all, "--weights=" + quoted("k=v"), "--overwrite"));
    words.addAll(List.of("--out", out));
    good(words.toArray(String[]::new));
  }

  /** Without pairs, as those of monotone features are refused. */
  @Test
  void monotoneFeaturesOfAnyName() {
    String out = folder.resolve("monotone.json").toString();
    String rising =
        NAMES.stream().map(name -> quoted(name) + ":+").collect(Collectors.joining(","));
    String[] words = train(out, "--monotone=" + rising);
    words[7] = "outer_bags=2,smoothing_rounds=5,max_rounds=20,interactions=0";
    good(words);
    assertEquals(NAMES.size(), terms(out).size());
    String excluded =
        NAMES.stream().skip(1).map(ModelNamesTest::quoted).collect(Collectors.joining(","));
    String[] few = train(out, "--overwrite", "--exclude=" + excluded);
    few[7] = "outer_bags=2,smoothing_rounds=5,max_rounds=20";
    good(few);
    assertEquals(List.of("\"a & b\""), terms(out));
  }
}
