package org.limpid.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a sample table to a report on a model. */
final class ModelSampleTest {
  private static final String QUICK =
      "outer_bags=2,smoothing_rounds=20,max_rounds=100,learning_rate=0.1,interactions=1";

  @TempDir private static Path shared;

  @TempDir private Path folder;

  @BeforeAll
  static void sample() {
    for (String name : List.of("houses", "loans", "customers")) {
      good("model", "sample", name, "--rows", "300", "--out", file(name + ".csv"));
    }
  }

  private static String file(String name) {
    return shared.resolve(name).toString();
  }

  private static Call good(String... words) {
    Call call = Call.of(words);
    assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
    return call;
  }

  private static void train(String table, String target, String model, String... more) {
    String[] words = {
      "model",
      "train",
      "--csv",
      file(table),
      "--target",
      target,
      "--exclude",
      "id",
      "--test",
      "0",
      "--out",
      file(model)
    };
    good(Stream.concat(Stream.of(words), Stream.of(more)).toArray(String[]::new));
  }

  private String report(String model, String table) throws IOException {
    Path out = folder.resolve("report");
    Call call =
        good("report", "--model", file(model), "--csv", file(table), "--out", out.toString());
    assertFalse(call.err().contains("needs --run"), call.err());
    assertTrue(Files.size(out.resolve("report.pdf")) > 0);
    return Files.readString(out.resolve("report.html"));
  }

  @Test
  void theTableIsTheSameEveryTime() throws IOException {
    String again = folder.resolve("again.csv").toString();
    good("model", "sample", "houses", "--rows", "300", "--out", again);
    assertEquals(Files.readString(Path.of(file("houses.csv"))), Files.readString(Path.of(again)));
    assertTrue(Files.readString(Path.of(again)).startsWith("id,area,rooms,year,street,price\n1,"));
    Call wrong = Call.of("model", "sample", "cars", "--out", folder.resolve("x.csv").toString());
    assertTrue(wrong.err().contains("customers"), wrong.err());
  }

  @Test
  void numbersAreReportedOn() throws IOException {
    train("houses.csv", "price", "price.json", "--params", QUICK);
    String page = report("price.json", "houses.csv");
    assertTrue(page.contains("<h1>Limpid on houses.csv</h1>"), page.substring(0, 2000));
    assertTrue(page.contains("<li>What moves price most: area, "));
    assertFalse(page.contains("of the paper"), "the paper has no houses");
    for (String name : List.of("importance", "predicted-actual", "residuals", "largest-errors")) {
      assertTrue(page.contains("id=\"" + name + "-price\""), name);
    }
    assertTrue(page.indexOf("id=\"largest-errors") > page.indexOf("id=\"residuals"));
  }

  @Test
  void classesAreReportedOn() throws IOException {
    train("loans.csv", "default", "loan.json", "--params", QUICK);
    String page = report("loan.json", "loans.csv");
    assertTrue(page.contains("no for all would be right in"));
    for (String name : List.of("reliability", "confusion", "largest-errors")) {
      assertTrue(page.contains("id=\"" + name + "-loan\""), name);
    }
  }

  @Test
  void survivalModelsHaveCurvesOnThePage() throws IOException {
    train(
        "customers.csv",
        "months",
        "stay.json",
        "--objective",
        "survival",
        "--event",
        "left",
        "--params",
        QUICK);
    String out = folder.resolve("stay.html").toString();
    good("model", "explain", file("stay.json"), "--csv", file("customers.csv"), "--html", out);
    String page = Files.readString(Path.of(out));
    assertTrue(page.contains("id=\"survival-curves-stay\"") && page.contains("id=\"hazard-stay\""));
    assertTrue(page.contains(", half by "), "no medians");
    assertFalse(page.contains("waterfall"));
    Path one = folder.resolve("row.html");
    String csv = file("customers.csv");
    good("model", "explain", file("stay.json"), "--csv", csv, "--row", "7", "--html", one + "");
    assertTrue(Files.readString(one).contains("row 7, half by "));
    Call beyond =
        Call.of("model", "explain", file("stay.json"), "--csv", csv, "--row", "999", "--html", "x");
    assertTrue(beyond.err().contains("Maybe one of 1 to 300 was meant."), beyond.err());
    String report = report("stay.json", "customers.csv");
    assertTrue(report.contains("id=\"survival-curves-stay\""));
  }

  /** At most 16 leaves, and no list of all texts of an id. */
  @Test
  void aTreeCanBeRead() throws IOException {
    String csv = Files.readString(Path.of(file("houses.csv"))).replaceAll("(?m)^(\\d)", "h$1");
    Path named = Files.writeString(folder.resolve("named.csv"), csv);
    String out = folder.resolve("tree.json").toString();
    Call call =
        good(
            "model",
            "train",
            "--csv",
            named + "",
            "--target",
            "price",
            "--model",
            "tree",
            "--out",
            out);
    assertTrue(call.err().contains("id is left out: its texts hardly repeat"), call.err());
    String rules = good("model", "explain", out).out();
    assertTrue(rules.lines().filter(line -> line.endsWith(" rows)")).count() <= 16, rules);
    assertTrue(rules.length() < 3000, rules);
  }

  @Test
  void aTableNeedsAModel() {
    Call call = Call.of("report", "--csv", file("houses.csv"), "--out", folder.resolve("r") + "");
    assertTrue(call.exitCode() != ExitCode.SUCCESS);
  }
}
