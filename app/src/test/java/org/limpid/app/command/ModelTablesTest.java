package org.limpid.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tables as they come: bad cells, codes with zeros in front, numbers and dates dressed as texts.
 */
final class ModelTablesTest {
  private static final List<String> QUICK =
      List.of("--params", "outer_bags=2,smoothing_rounds=20,max_rounds=400,learning_rate=0.2");

  @TempDir private Path folder;

  private String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }

  /** A table of so many rows, each made by a function of its number. */
  private String rows(String name, String header, int count, IntFunction<String> row)
      throws IOException {
    return file(
        name,
        IntStream.range(0, count)
            .mapToObj(row)
            .collect(Collectors.joining("\n", header + "\n", "\n")));
  }

  private String out(String name) {
    return folder.resolve(name).toString();
  }

  private Call train(String csv, String model, String... more) {
    List<String> words = List.of("model", "train", "--csv", csv, "--target", "y", "--out", model);
    return Call.of(Stream.concat(words.stream(), Stream.of(more)).toArray(String[]::new));
  }

  private Call ebm(String csv, String model, String... more) {
    return train(csv, model, Stream.concat(QUICK.stream(), Stream.of(more)).toArray(String[]::new));
  }

  private static String good(Call call) {
    assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
    return call.err();
  }

  private String refused(Call call) {
    assertEquals(ExitCode.BAD_INPUT, call.exitCode(), call.err());
    return call.err().replace(folder + "/", "").replace("limpid: ", "");
  }

  private List<String> predicted(String model, String csv) throws IOException {
    String out = out("p.csv");
    good(Call.of("model", "predict", model, "--csv", csv, "--out", out, "--overwrite"));
    return Files.readAllLines(Path.of(out)).stream().skip(1).toList();
  }

  /** Rows 10 and 20 of 30, which stand in lines 12 and 22, are no numbers. */
  private String twoBadCells(String name, String header) throws IOException {
    return rows(
        name, header, 30, i -> i + "," + 2 * i + "," + (i % 10 == 0 && i > 0 ? "n.v." : "1"));
  }

  @Test
  void badCellsAreNamedAndGoodOnesAreNot() throws IOException {
    String expected =
        "in.csv:12: %1$s: expected a number, found 'n.v.'. Maybe correct the file: 28 of 30 values"
            + " are numbers.\n"
            + "in.csv:22: %1$s: expected a number, found 'n.v.'. Maybe correct the file: 28 of 30"
            + " values are numbers.\n";
    String target = twoBadCells("in.csv", "x,z,y");
    assertEquals(expected.formatted("y"), refused(train(target, out("m"))));
    assertEquals(expected.formatted("y"), refused(train(target, out("m"), "--type", "regression")));
    String weights = twoBadCells("in.csv", "x,y,w");
    assertEquals(expected.formatted("w"), refused(train(weights, out("m"), "--weights", "w")));
    assertEquals(expected.formatted("w"), refused(train(weights, out("m"), "--monotone", "w:+")));
  }

  @Test
  void badCellsOfFeaturesAreToldAndMayBeTakenForMissing() throws IOException {
    String csv = twoBadCells("in.csv", "x,y,z");
    String told = good(train(csv, out("m.json"), "--model", "tree"));
    assertTrue(told.contains("z is nominal, as it holds 'n.v.' among numbers.\n"), told);
    assertTrue(
        told.contains(
            "z: 'n.v.' (line 12), 'n.v.' (line 22). Maybe correct the file, or --missing"),
        told);
    String quiet =
        good(train(csv, out("m.json"), "--model", "tree", "--missing", "n.v.", "--overwrite"));
    assertFalse(quiet.contains("z"), quiet);
    String row = file("new.csv", "x,z\n3,n.v.\n4,1.0\n");
    assertEquals(2, predicted(out("m.json"), row).size());
  }

  @Test
  void badCellsOfOtherFilesAreNamed() throws IOException {
    String csv = rows("train.csv", "x,y,w", 40, i -> i + "," + 3 * i + ",1");
    String model = out("m.json");
    good(train(csv, model, "--model", "tree", "--exclude", "w"));
    String bad = rows("in.csv", "x,y,w", 9, i -> (i == 4 ? "ERR" : i) + "," + i + ",1");
    String expected = "in.csv:6: x: expected a number, found 'ERR'. Maybe correct the file: 8 of 9";
    for (String[] words :
        List.of(
            new String[] {"predict", model, "--csv", bad, "--out", out("p.csv")},
            new String[] {"eval", model, "--csv", bad},
            new String[] {"explain", model, "--csv", bad, "--row", "5"})) {
      Call call =
          Call.of(Stream.concat(Stream.of("model"), Stream.of(words)).toArray(String[]::new));
      assertTrue(refused(call).contains("in.csv:6: x: expected a number, found 'ERR'"), call.err());
      assertTrue(words[0].equals("explain") || refused(call).startsWith(expected), call.err());
    }
    good(Call.of("model", "explain", model, "--csv", bad, "--row", "4"));
    String observed = rows("in.csv", "x,y,w", 9, i -> i + "," + (i == 7 ? "?!" : i) + ",1");
    assertTrue(
        refused(Call.of("model", "eval", model, "--csv", observed))
            .startsWith("in.csv:9: y: expected a number, found '?!'."));
    String weights = rows("in.csv", "x,y,w", 9, i -> i + "," + i + "," + (i == 2 ? "one" : "1"));
    assertTrue(
        refused(Call.of("model", "eval", model, "--csv", weights, "--weights", "w"))
            .startsWith("in.csv:4: w: expected a number, found 'one'."));
  }

  /** Every kind of model keeps 05, 5 and 5.0 apart, as classes and as categories. */
  @Test
  void namesKeepTheirIdentity() throws IOException {
    List<String> codes = List.of("05", "5", "5.0", "9007199254740994", "9007199254740995");
    String csv = rows("in.csv", "p,y", 60, i -> codes.get(i % 5) + "," + codes.get(i % 5));
    for (String kind : List.of("ebm", "tree", "linear", "table")) {
      String model = out(kind + ".json");
      String[] params =
          switch (kind) {
            case "ebm" -> QUICK.toArray(String[]::new);
            case "linear" -> new String[] {"--params", "l2=0.1"};
            default -> new String[0];
          };
      String[] words = {"--nominal", "p", "--type", "classification", "--model", kind};
      good(train(csv, model, Stream.of(words, params).flatMap(Stream::of).toArray(String[]::new)));
      List<String> lines = predicted(model, csv);
      assertEquals(
          "prediction,p_05,p_5,p_5.0,p_9007199254740994,p_9007199254740995",
          Files.readAllLines(Path.of(out("p.csv"))).getFirst());
      for (int i = 0; i < 5; i++) {
        assertEquals(codes.get(i), lines.get(i).substring(0, lines.get(i).indexOf(',')), kind);
      }
      assertOnlyTrainedOn(60, good(Call.of("model", "eval", model, "--csv", csv)));
    }
  }

  @Test
  void exportsKeepNamesApart() throws IOException {
    List<String> codes = List.of("05", "5", "5.0");
    String csv = rows("in.csv", "p,y", 30, i -> codes.get(i % 3) + "," + codes.get(i % 3));
    String model = out("m.json");
    good(ebm(csv, model, "--nominal", "p", "--type", "classification"));
    for (String format : List.of("pmml", "java", "interpret")) {
      String out = out("m." + format);
      String[] words = {"--format", format, "--out", out};
      String[] className = format.equals("java") ? new String[] {"--class", "A"} : new String[0];
      good(
          Call.of(
              Stream.of(new String[] {"model", "export", model}, words, className)
                  .flatMap(Stream::of)
                  .toArray(String[]::new)));
      String text = Files.readString(Path.of(out));
      codes.forEach(code -> assertTrue(text.contains('"' + code + '"'), format + ": " + code));
    }
    assertEquals(predicted(model, csv), predicted(out("m.interpret"), csv));
  }

  /** Category 4 adds 10; what equals it is it, what equals nothing is counted. */
  @Test
  void numbersFindTheirCategoryAndOthersAreCounted() throws IOException {
    String csv = rows("train.csv", "p,y", 40, i -> i % 2 == 0 ? "4,10" : "6,0");
    String model = out("m.json");
    good(ebm(csv, model, "--nominal", "p"));
    String others = file("new.csv", "p,y\n4,10\n4.0,10\n6.00,0\n5,0\nx,0\nx,0\n,0\n");
    List<String> lines = predicted(model, others);
    assertEquals(lines.get(0), lines.get(1));
    assertTrue(Math.abs(Double.parseDouble(lines.get(2))) < 1, lines.get(2));
    String expected = "p: 3 of 7 rows hold values that training did not see: 5, x.\n";
    for (Call call :
        List.of(
            Call.of("model", "predict", model, "--csv", others, "--out", out("q.csv")),
            Call.of("model", "eval", model, "--csv", others))) {
      assertTrue(good(call).contains(expected), call.err());
    }
    assertEquals(
        "p: 1 of 1 rows hold values that training did not see: x.\n",
        good(Call.of("model", "explain", model, "--csv", others, "--row", "5")));
    assertEquals("", good(Call.of("model", "explain", model, "--csv", others, "--row", "2")));
  }

  /** y is 3 x money - 2 x share; the new rows are written in the same way, or plainly. */
  @Test
  void dressedNumbersAreReadInTrainingAndAfterwards() throws IOException {
    String csv =
        rows(
            "in.csv",
            "money,share,y",
            80,
            i ->
                String.format(
                    Locale.ROOT,
                    "\"$%,.2f\",%d %%,%d",
                    (i * 37 % 80) * 100.0,
                    i % 40,
                    3 * (i * 37 % 80) * 100 - 2 * (i % 40)));
    String model = out("m.json");
    String told = good(train(csv, model, "--model", "linear", "--params", "l2=0"));
    assertTrue(
        told.contains("money is read as numbers in $: '$0.00' is 0 (--nominal money keeps texts)."),
        told);
    assertTrue(told.contains("share is read as numbers in %: '0 %' is 0"), told);
    String next = file("new.csv", "money,share\n\"$1,250.00\",10%\n950,5 %\n");
    List<String> lines = predicted(model, next);
    assertEquals(3730, Double.parseDouble(lines.get(0)), 1e-6);
    assertEquals(2840, Double.parseDouble(lines.get(1)), 1e-6);
    String bad = file("bad.csv", "money,share\n$5,10%\n$6,0.1\n");
    assertTrue(
        refused(Call.of("model", "predict", model, "--csv", bad, "--out", out("q.csv")))
            .startsWith("bad.csv:3: share: expected numbers in %, as in training, found '0.1'."));
  }

  @Test
  void decimalCommasOfTargetsAndFeatures() throws IOException {
    String csv =
        rows(
            "in.csv",
            "x,y",
            50,
            i -> String.format(Locale.GERMANY, "\"%,.1f\",\"%.2f\"", i * 100.5, i * 0.25));
    String told = good(train(csv, out("m.json"), "--model", "linear", "--params", "l2=0"));
    assertTrue(told.contains("y holds numbers, so this is a regression"), told);
    assertTrue(told.contains("y is read as numbers with decimal commas: '0,00' is 0.\n"), told);
    String next = file("new.csv", "x\n\"1.005,0\"\n\"402,0\"\n");
    List<String> lines = predicted(out("m.json"), next);
    assertEquals(2.5, Double.parseDouble(lines.get(0)), 1e-9);
    assertEquals(1, Double.parseDouble(lines.get(1)), 1e-9);
    assertOnlyTrainedOn(50, good(Call.of("model", "eval", out("m.json"), "--csv", csv)));
  }

  /** All rows were found again, so their values were read as in training; nothing else is odd. */
  private static void assertOnlyTrainedOn(int rows, String notices) {
    String found = "%1$d of the %1$d rows have the values of rows that it was trained on";
    assertTrue(notices.startsWith(found.formatted(rows)), notices);
    assertEquals(1, notices.lines().count(), notices);
  }

  @Test
  void whatCanBeReadInTwoWaysIsAsked() throws IOException {
    String csv =
        rows(
            "in.csv",
            "x,d,y",
            40,
            i ->
                String.format("\"%d,%03d\",%02d/%02d/2026,%d", 1 + i, i, 1 + i % 12, 1 + i % 9, i));
    String told = good(train(csv, out("m.json"), "--model", "tree"));
    assertTrue(
        told.contains(
            "x is nominal, as its numbers can be read in two ways: '1,000' is 1000 or 1. --decimal"
                + " point or --decimal comma says which."),
        told);
    assertTrue(
        told.contains(
            "d is nominal, as its dates can be read in two ways: '10/01/2026' is 2026-01-10 or"
                + " 2026-10-01. --dates day-first or --dates month-first says which."),
        told);
    String[] said = {"--model", "tree", "--decimal", "comma", "--dates", "day-first"};
    String read = good(train(csv, out("n.json"), said));
    assertTrue(read.contains("x is read as numbers with decimal commas: '1,000' is 1"), read);
    assertTrue(read.contains("d is read as dates: '01/01/2026' is d.weekday Thursday,"), read);
    String target = rows("in.csv", "x,y", 40, i -> i + ",\"" + (1 + i) + ",500\"");
    assertTrue(
        refused(train(target, out("q.json")))
            .contains(
                "in.csv:2: y: expected a number that can be read in one way only, found '1,500'"));
  }

  /** The first days of 2026: weekdays and the order of dates are kept in the model. */
  @Test
  void datesBecomeColumnsThatTheModelRemembers() throws IOException {
    String csv =
        rows(
            "in.csv",
            "d,y",
            84,
            i -> "%02d.%02d.2026 %02d:30,%d".formatted(1 + i % 28, 1 + i / 28, i % 24, i % 24));
    String model = out("m.json");
    String told = good(ebm(csv, model));
    assertTrue(
        told.contains(
            "d is read as dates with a time of day: '01.01.2026 00:30' is d.hour 0.5, d.weekday"
                + " Thursday, d.time 1767227400 (--nominal d keeps texts)."),
        told);
    String next = file("new.csv", "d\n03.02.2026 20:30\n04.02.2026 02:30\n");
    List<String> lines = predicted(model, next);
    assertEquals(20, Double.parseDouble(lines.get(0)), 2);
    assertEquals(2, Double.parseDouble(lines.get(1)), 2);
    String other = file("other.csv", "d\n2026-02-03 20:30\n02/04/2026 02:30\n02/28/2026 02:30\n");
    assertTrue(
        refused(Call.of("model", "predict", model, "--csv", other, "--out", out("q.csv")))
            .startsWith("other.csv:4: d: expected dates with a time of day, as in training"));
    assertTrue(
        refused(
                Call.of(
                    "model",
                    "predict",
                    model,
                    "--csv",
                    file("no.csv", "e\n1\n"),
                    "--out",
                    out("q")))
            .startsWith("no.csv: d: the model needs this column of dates."));
    String java = out("A.java");
    good(Call.of("model", "export", model, "--format", "java", "--out", java));
    assertTrue(
        Files.readString(Path.of(java)).contains("double d_hour,"),
        Files.readString(Path.of(java)));
    good(Call.of("model", "export", model, "--format", "interpret", "--out", out("i.json")));
    assertEquals(lines, predicted(out("i.json"), next));
  }

  @Test
  void columnsOfDatesMayNotCollide() throws IOException {
    String csv =
        rows("in.csv", "d,d.time,y", 40, i -> "2026-01-%02d,1,%d".formatted(1 + i % 28, i));
    assertTrue(
        refused(train(csv, out("m.json")))
            .startsWith(
                "in.csv: d.time: expected no such column, as dates make one of this name."));
    good(train(csv, out("m.json"), "--model", "tree", "--exclude", "d.time"));
  }

  @Test
  void targetsAreLookedAtFirst() throws IOException {
    String names = rows("in.csv", "x,y", 60, i -> i % 7 + ",n" + i);
    assertEquals(
        "in.csv: y: expected several rows of each class, found 60 classes in 60 rows. Maybe another"
            + " column was meant. --anyway trains all the same.\n",
        refused(train(names, out("m"))));
    String numbers = rows("in.csv", "x,y", 60, i -> i % 7 + "," + i * 0.5);
    assertTrue(
        refused(train(numbers, out("m"), "--type", "classification"))
            .contains("Maybe these are numbers: --type regression predicts them."));
    String marks = rows("in.csv", "x,y", 60, i -> i % 7 + "," + (i % 20 == 9 ? "-9999" : i));
    assertEquals(
        "in.csv:11: y: expected a number near the others, which are 0 to 59, found '-9999'. Maybe"
            + " it stands for a missing value in 3 rows: remove those. --anyway trains all the"
            + " same.\n",
        refused(train(marks, out("m"))));
    String told = good(train(marks, out("m"), "--anyway", "--model", "tree"));
    assertTrue(told.contains("expected a number near the others"), told);
    String tail = rows("in.csv", "x,y", 60, i -> i % 7 + "," + i * i);
    good(train(tail, out("n"), "--model", "tree"));
  }

  @Test
  void oddFeaturesAreTold() throws IOException {
    String csv =
        rows(
            "in.csv",
            "id,pressure,note,y",
            60,
            i -> (60 - i) + "," + (i == 5 ? "9999" : i % 8) + ",t" + i % 45 + "," + i % 11);
    String told = good(train(csv, out("m.json"), "--model", "tree"));
    assertTrue(told.contains("id counts the rows"), told);
    assertTrue(
        told.contains(
            "pressure holds 9999 in 1 row, far from all others. Maybe it stands for a missing"
                + " value: --missing 9999 reads it so."),
        told);
    assertTrue(told.contains("note is left out: its texts hardly repeat"), told);
    String explained = Call.of("model", "explain", out("m.json")).out();
    assertTrue(explained.length() < 2000, explained);
    String less =
        good(
            train(csv, out("n.json"), "--model", "tree", "--missing", "9999", "--nominal", "note"));
    assertFalse(less.contains("pressure"), less);
  }

  @Test
  void hugeNumbersAreRefusedOrFitted() throws IOException {
    String target = rows("in.csv", "x,y", 30, i -> i + "," + (i + 1) * 1e300);
    for (String kind : List.of("ebm", "tree", "linear", "table")) {
      String said = refused(train(target, out("m"), "--model", kind, "--anyway"));
      assertTrue(
          said.startsWith(
              "in.csv:2: y: expected a number of at most 1.0E30 in size, found '1.0E300'"),
          said);
    }
    String feature = rows("in.csv", "x,y", 30, i -> (i % 2 == 0 ? "-" : "") + "1.7e308," + i % 2);
    good(ebm(feature, out("e.json")));
    good(train(feature, out("t.json"), "--model", "tree"));
    assertTrue(
        refused(train(feature, out("m"), "--model", "linear"))
            .startsWith("in.csv:2: x: expected a number of at most 1.0E100 in size"));
    String weights = rows("in.csv", "x,y,w", 30, i -> i + "," + i + ",1e308");
    assertTrue(
        refused(train(weights, out("m"), "--weights", "w"))
            .startsWith("in.csv:2: w: expected a weight of at most 1.0E30"));
  }
}
