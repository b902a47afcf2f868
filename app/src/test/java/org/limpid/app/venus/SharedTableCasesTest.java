package org.limpid.app.venus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.app.command.Limpid;
import org.limpid.app.terminal.FakeTerminal;

/** The cases of bad tables that lie beside the project, with what each of them expects. */
final class SharedTableCasesTest {
  private static final String[] QUICK = {
    "--params", "outer_bags=4,learning_rate=0.1,smoothing_rounds=100,interactions=0"
  };

  @TempDir private Path folder;

  private static String csv(String file) {
    return SharedData.require("cases/" + file).toString();
  }

  private String out(String name) {
    return folder.resolve(name).toString();
  }

  /** What is said on the standard error. */
  private static String call(int exitCode, String... words) {
    FakeTerminal terminal = new FakeTerminal();
    int found = Limpid.execute(terminal, words);
    assertEquals(exitCode, found, terminal.errText());
    return terminal.errText();
  }

  private String train(int exitCode, String file, String model, String... more) {
    String[] words = {
      "model", "train", "--csv", csv(file), "--target", "y", "--out", out(model), "--overwrite"
    };
    return call(exitCode, Stream.of(words, more).flatMap(Stream::of).toArray(String[]::new));
  }

  private String quick(String file, String model, String... more) {
    return train(0, file, model, Stream.of(QUICK, more).flatMap(Stream::of).toArray(String[]::new));
  }

  private List<String> predicted(String model, String file) throws IOException {
    call(0, "model", "predict", out(model), "--csv", csv(file), "--out", out("p"), "--overwrite");
    return Files.readAllLines(folder.resolve("p"));
  }

  @Test
  void oneBadCell() {
    String folderOfCase = "F01-target-one-bad-cell/";
    for (String[] more : List.of(new String[0], new String[] {"--type", "regression"})) {
      String said = train(2, folderOfCase + "train.csv", "m", more);
      assertTrue(said.contains("train.csv:32: y: expected a number, found 'ERR'"), said);
      assertEquals(1, said.lines().count(), said);
    }
    for (String[] more :
        List.of(new String[] {"--weights", "w"}, new String[] {"--monotone", "w:+"})) {
      String said = train(2, folderOfCase + "weights.csv", "m", more);
      assertTrue(said.contains("weights.csv:31: w: expected a number, found 'bad'"), said);
      assertEquals(1, said.lines().count(), said);
    }
  }

  /** Column 1 of the case is x, column 2 the class. */
  @Test
  void labelsStayApart() throws IOException {
    for (String[] each :
        List.of(
            new String[] {"codes.csv", "prediction,p_007,p_7,p_08"},
            new String[] {"ids.csv", "prediction,p_5,p_9007199254740992,p_9007199254740993"})) {
      String file = "F03-class-labels-merged/" + each[0];
      quick(file, "m", "--type", "classification");
      List<String> lines = predicted("m", file);
      assertEquals(each[1], lines.getFirst());
      List<String> rows = Files.readAllLines(Path.of(csv(file)));
      for (int i = 1; i < rows.size(); i++) {
        assertEquals(rows.get(i).split(",")[1], lines.get(i).split(",")[0], "row " + i);
      }
    }
  }

  @Test
  void categoriesThatWereNotSeenAreCounted() throws IOException {
    String folderOfCase = "F04-unseen-category-silent/";
    quick(folderOfCase + "train.csv", "m", "--nominal", "p");
    assertNear(0.1, predicted("m", folderOfCase + "new.csv"), 3, 3, 0, 0, 1.5);
    String[] words = {
      "model", "predict", out("m"), "--csv", csv(folderOfCase + "new.csv"), "--out", out("q")
    };
    assertTrue(call(0, words).contains("p: 1 of 5 rows hold values that training did not see: 7."));
  }

  private static void assertNear(double tolerance, List<String> lines, double... expected) {
    double[] found = lines.stream().skip(1).mapToDouble(Double::parseDouble).toArray();
    assertEquals(expected.length, found.length);
    IntStream.range(0, found.length)
        .forEach(i -> assertEquals(expected[i], found[i], tolerance, "row " + i));
  }

  @Test
  void numbersDressedAsTexts() throws IOException {
    String folderOfCase = "F05-numbers-dressed-as-text/";
    String said = quick(folderOfCase + "thousands.csv", "m");
    assertTrue(
        said.contains(
            "price is read as numbers with separators of thousands: '9,752.12' is 9752.12"),
        said);
    assertNear(1, predicted("m", folderOfCase + "new.csv"), 24.7, 10, 200);
    String percent = quick(folderOfCase + "percent.csv", "m");
    assertTrue(percent.contains("util is read as numbers in %: '96%' is 96"), percent);
    String dates = quick(folderOfCase + "dates.csv", "m");
    assertTrue(
        dates.contains("d is read as dates: '2023-09-13' is d.weekday Wednesday, d.time"), dates);
  }

  @Test
  void asManyClassesAsRows() {
    String folderOfCase = "F06-classes-as-many-as-rows/";
    String said = quick(folderOfCase + "decimalcomma.csv", "m");
    assertTrue(said.contains("y is read as numbers with decimal commas: '0,5' is 0.5"), said);
    String classes = train(2, folderOfCase + "decimalcomma.csv", "m", "--type", "classification");
    assertTrue(classes.contains("found 100 classes in 100 rows. Maybe these are numbers"), classes);
    String numbers = train(2, folderOfCase + "number.csv", "m", "--type", "classification");
    assertTrue(numbers.contains("found 500 classes in 500 rows. Maybe these are numbers"), numbers);
  }

  @Test
  void hugeNumbers() {
    String folderOfCase = "R05-huge-numbers/";
    String target = train(2, folderOfCase + "t1.csv", "m");
    assertTrue(target.contains("t1.csv:2: y: expected a number near the others"), target);
    assertTrue(target.contains("found '1.7976931348623157E308'"), target);
    String feature = train(2, folderOfCase + "t2.csv", "m", "--model", "linear");
    assertTrue(feature.contains("t2.csv:2: a: expected a number of at most"), feature);
    assertTrue(feature.contains("found '1.7976931348623157E308'"), feature);
  }
}
