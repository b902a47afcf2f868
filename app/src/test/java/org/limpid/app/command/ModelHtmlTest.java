package org.limpid.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The charts of a model on one web page. */
final class ModelHtmlTest {
  @TempDir private static Path shared;
  private static String csv;
  private static String ebm;
  private static String tree;
  private static String table;

  @TempDir private Path folder;

  @BeforeAll
  static void train() throws IOException {
    csv = SampleCsv.write(shared.resolve("a.csv"), 1).toString();
    ebm =
        train(
            "ebm",
            "outer_bags=2,smoothing_rounds=5,max_rounds=15,learning_rate=0.1,interactions=1");
    tree = train("tree", "max_depth=2");
    table = train("table", "keys=colour");
  }

  private static String train(String kind, String parameters) {
    String out = shared.resolve(kind + ".json").toString();
    Call call =
        Call.of(
            "model",
            "train",
            "--csv",
            csv,
            "--target",
            "price",
            "--exclude",
            "cheap,share",
            "--nominal",
            "area_code",
            "--model",
            kind,
            "--params",
            parameters,
            "--test",
            "0",
            "--out",
            out);
    assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
    return out;
  }

  private String page(String model, String... more) throws IOException {
    Path out = folder.resolve("m.html");
    List<String> words =
        List.of("model", "explain", model, "--html", out.toString(), "--overwrite");
    Call call = Call.of(Stream.concat(words.stream(), Stream.of(more)).toArray(String[]::new));
    assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
    assertTrue(call.err().endsWith(" charts are in " + out + ".\n"), call.err());
    return Files.readString(out);
  }

  private static long count(String part, String page) {
    return Pattern.compile(part).matcher(page).results().count();
  }

  /** Importances, a waterfall, and the shapes of three features and a pair, light and dark. */
  @Test
  void thePageHasAllChartsLightAndDark() throws IOException {
    String page = page(ebm, "--csv", csv, "--row", "3");
    assertEquals(6, count("<figure ", page));
    assertEquals(6, count("<div class=\"scroll light\"", page));
    assertEquals(6, count("<div class=\"scroll dark\"", page));
    assertEquals(12, count("<svg ", page));
    assertTrue(page.contains("<h1>How the model predicts price</h1>"));
    assertTrue(page.contains("prefers-color-scheme: dark"));
    assertTrue(page.contains("How size moves the"), "no shape of size");
    assertTrue(page.contains("id=\"shape-size\""), "no address of a shape");
    List<String> ids =
        Pattern.compile(" id=\"([^\"]+)\"").matcher(page).results().map(m -> m.group(1)).toList();
    assertEquals(ids.stream().distinct().toList(), ids);
  }

  @Test
  void thePageAsksNobodyForAnything() throws IOException {
    String page = page(ebm);
    assertEquals(5, count("<figure ", page));
    String rest = page.replace("http://www.w3.org/2000/svg", "");
    assertFalse(rest.contains("http:") || rest.contains("https:"));
    assertFalse(rest.contains("<link ") || rest.contains(" src="));
    assertTrue(page.contains("default-src 'none'"));
  }

  @Test
  void theSameModelGivesTheSamePage() throws IOException {
    assertEquals(page(ebm, "--csv", csv), page(ebm, "--csv", csv));
  }

  @Test
  void onlyTheMostImportantTermsAreShown() throws IOException {
    String page = page(ebm, "--top", "1");
    assertEquals(2, count("<figure ", page));
    assertTrue(page.contains("3 less important terms are left out (--top)."), page);
  }

  @Test
  void aTreeIsDrawn() throws IOException {
    String page = page(tree);
    assertEquals(2, count("<figure ", page));
    assertTrue(page.contains("<strong>Decision tree: price.</strong>"));
  }

  @Test
  void whatDoesNotFitIsRefused() {
    String out = folder.resolve("x.html").toString();
    assertTrue(
        refused("model", "explain", table, "--html", out)
            .contains("expected a model that has charts"));
    assertTrue(
        refused("model", "explain", ebm, "--html", out, "--row", "3")
            .contains("--row needs --csv"));
    assertTrue(
        refused("model", "explain", ebm, "--html", out, "--term", "size")
            .contains("--term does not go with --html"));
    assertTrue(
        refused("model", "explain", ebm, "--html", out, "--csv", csv, "--row", "999")
            .contains("--row: there is no such row, found '999'. Maybe one of 1 to 300"));
    assertTrue(refused("model", "explain", ebm, "--html", ebm).contains("is read by this command"));
    assertTrue(refused("model", "explain", ebm, "--overwrite").contains("--overwrite is for"));
  }

  private static String refused(String... words) {
    Call call = Call.of(words);
    assertTrue(call.exitCode() != ExitCode.SUCCESS, call.out());
    return call.err();
  }
}
