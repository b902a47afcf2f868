package org.limpid.app.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
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
import org.limpid.files.AtomicFolder;
import org.limpid.plots.Exhibits;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code limpid plot} on results of {@code limpid simulate}. */
final class PlotCommandTest {
  @TempDir private static Path shared;
  private static String run;

  @TempDir private Path folder;

  @BeforeAll
  static void simulate() {
    String data = shared.resolve("data").toString();
    run = shared.resolve("results").toString();
    succeed("data", "generate", "--out", data, "--jobs", "300", "--days", "5", "--seed", "4");
    succeed("simulate", "--data", data, "--policy", "fifo,tiresias,lucid", "--out", run);
  }

  private static Call succeed(String... words) {
    Call call = Call.of(words);
    assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
    return call;
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.equals(AtomicFolder.MARK))
          .sorted()
          .toList();
    }
  }

  @Test
  void theListNamesAllFigures() {
    String text = succeed("plot", "list").out();
    Exhibits.names().forEach(name -> assertTrue(text.contains(name + " "), name));
    assertTrue(text.matches("(?s).*jct-cdf +Figure 8: .*"), text);
    JsonNode json = JsonMapper.shared().readTree(succeed("plot", "list", "--json").out());
    assertEquals(Exhibits.names().size(), json.size());
    assertEquals("--run", json.get(0).get("needs").get(0).asString());
  }

  @Test
  void filesAreNamedAfterFiguresAndFormats() throws IOException {
    Path out = folder.resolve("out");
    Call call = succeed("plot", "jct-cdf", "--run", run, "--out", out.toString());
    assertEquals(
        List.of("figures.json", "figures.md", "jct-cdf.pdf", "jct-cdf.png", "jct-cdf.svg"),
        names(out));
    String page = Files.readString(out.resolve("figures.md"));
    assertTrue(page.contains("](jct-cdf.png)\n\nHalf of the jobs complete within "), page);
    assertTrue(call.out().startsWith("jct-cdf  Half of the jobs complete within "), call.out());
    assertTrue(call.err().contains("The figures are in"), call.err());
  }

  @Test
  void bytesDependOnNoThreads() throws IOException {
    String[] formats = {"pdf", "png", "svg"};
    for (String threads : List.of("1", "3")) {
      String out = folder.resolve(threads).toString();
      succeed("plot", "jct-cdf", "queue-by-vc", "--run", run, "--out", out, "--threads", threads);
    }
    for (String name : List.of("jct-cdf.", "queue-by-vc.")) {
      for (String format : formats) {
        assertArrayEquals(
            Files.readAllBytes(folder.resolve("1").resolve(name + format)),
            Files.readAllBytes(folder.resolve("3").resolve(name + format)),
            name + format);
      }
    }
  }

  @Test
  void allLeavesOutWhatTheInputsLackAndSaysSo() {
    String out = folder.resolve("out").toString();
    Call call = succeed("plot", "all", "--run", run, "--out", out, "--format", "svg", "--json");
    JsonNode json = JsonMapper.shared().readTree(call.out());
    assertFalse(json.get("figures").isEmpty());
    for (JsonNode figure : json.get("figures")) {
      String file = figure.get("files").get(0).asString();
      assertTrue(Files.isRegularFile(Path.of(out, file)), file);
    }
    for (JsonNode absence : json.get("absent")) {
      assertFalse(absence.get("reason").asString().isBlank());
    }
  }

  @Test
  void policiesAndThemesCanBeChosen() throws IOException {
    Path out = folder.resolve("out");
    succeed(
        "plot",
        "jct-cdf",
        "--run",
        run,
        "--out",
        out.toString(),
        "--policy",
        "lucid",
        "--format",
        "svg",
        "--theme",
        "dark",
        "--width",
        "100",
        "--height",
        "50");
    String svg = Files.readString(out.resolve("jct-cdf.svg"));
    assertTrue(svg.contains("width=\"100mm\" height=\"50mm\""), svg.substring(0, 200));
    assertTrue(svg.contains(">lucid<") && !svg.contains(">fifo<"));
    assertTrue(svg.contains("#15191e"));
  }

  /** 12 rows: y is x, so that the only model that is trained here has something to show. */
  private String model() throws IOException {
    Path csv = folder.resolve("rows.csv");
    StringBuilder rows = new StringBuilder("x,y\n");
    for (int i = 0; i < 60; i++) {
      rows.append("%d,%d\n".formatted(i % 12, i % 12));
    }
    Files.writeString(csv, rows);
    String file = folder.resolve("line.json").toString();
    String parameters = "outer_bags=2,interactions=0";
    succeed(
        "model",
        "train",
        "--csv",
        csv.toString(),
        "--target",
        "y",
        "--params",
        parameters,
        "--out",
        file);
    return file;
  }

  @Test
  void figuresOfModelsFollowTheirOptions() throws IOException {
    String model = model();
    String csv = folder.resolve("rows.csv").toString();
    Path out = folder.resolve("out");
    Call call =
        succeed(
            "plot",
            "shape",
            "waterfall",
            "--models",
            model,
            "--csv",
            csv,
            "--row",
            "12",
            "--term",
            "x",
            "--shared-scores",
            "--out",
            out.toString(),
            "--format",
            "svg");

    assertEquals(
        List.of("figures.json", "figures.md", "shape-line.svg", "waterfall-line.svg"), names(out));
    assertTrue(call.out().contains("for row 12"), call.out());
    assertTrue(Files.readString(out.resolve("waterfall-line.svg")).contains(">x = 11<"));
    String other = folder.resolve("other").toString();
    refused("Maybe", "plot", "shape", "--models", model, "--term", "z", "--out", other);
    refused("two or more", "plot", "drift", "--models", model, "--out", other);
  }

  @Test
  void figuresOfNodesAreOfPoliciesThatLeaveJobsOnTheirGpus() throws IOException {
    Path out = folder.resolve("out");
    String[] kinds = {"gantt", "node-utilisation", "gpu-time"};
    Call call =
        succeed(
            "plot",
            kinds[0],
            kinds[1],
            kinds[2],
            "--run",
            run,
            "--out",
            out.toString(),
            "--policy",
            "tiresias",
            "--format",
            "svg");
    assertEquals(List.of("figures.json", "figures.md", "gpu-time.svg"), names(out));
    assertTrue(call.err().contains("No gantt: the policies take jobs off"), call.err());
    Path both = folder.resolve("both");
    succeed(
        "plot",
        kinds[0],
        "--run",
        run,
        "--out",
        both.toString(),
        "--policy",
        "fifo,lucid",
        "--from",
        "2419200",
        "--to",
        "2026-09-03",
        "--format",
        "png",
        "--dpi",
        "50");
    assertEquals(
        List.of("figures.json", "figures.md", "gantt-fifo.png", "gantt-lucid.png"), names(both));
    refused("expected one of", "plot", kinds[0], "--run", run, "--out", "x", "--vc", "nobody");
  }

  @Test
  void mistakesAreExplained() {
    refused("Maybe 'jct-cdf' was meant", "plot", "jct-cfd", "--run", run, "--out", "x");
    refused("expected --out", "plot", "jct-cdf", "--run", run);
    refused("expected --run, --models, --data or --table7", "plot", "all", "--out", "x");
    refused("expected names of figures", "plot", "--run", run, "--out", "x");
    refused("jct-cdf needs --run", "plot", "jct-cdf", "--data", "x", "--out", "y");
    refused("20 to 2000 mm", "plot", "all", "--run", run, "--out", "x", "--width", "NaN");
    refused("20 to 2400 pixels", "plot", "all", "--run", run, "--out", "x", "--dpi", "0");
    refused("Maybe 'limpid simulate'", "plot", "all", "--run", "nowhere", "--out", "x");
  }

  @Test
  void tablesHaveFormatsOfTheirOwn() throws IOException {
    Path out = folder.resolve("out");
    succeed("plot", "table4", "table5", "--run", run, "--out", out.toString());
    assertEquals(
        List.of(
            "figures.json",
            "figures.md",
            "table4.csv",
            "table4.html",
            "table4.md",
            "table4.tex",
            "table5.csv",
            "table5.html",
            "table5.md",
            "table5.tex"),
        names(out));
    assertEquals(
        Files.readString(Path.of(run, "table4.md")), Files.readString(out.resolve("table4.md")));
    assertEquals(
        Files.readString(Path.of(run, "table5.md")), Files.readString(out.resolve("table5.md")));
    refused("table4 is a table", "plot", "table4", "--run", run, "--out", "x", "--format", "pdf");
    refused("jct-cdf is a figure", "plot", "jct-cdf", "--run", run, "--out", "x", "--format", "md");
    refused("table7 needs --table7", "plot", "table7", "--run", run, "--out", "x");
  }

  @Test
  void waitsAreThoseOfARunThatExplains() throws IOException {
    refused(
        "needs --run with waits.csv. Maybe run simulate with --explain",
        "plot",
        "wait-causes",
        "--run",
        run,
        "--out",
        "x");
    String data = shared.resolve("data").toString();
    String explained = folder.resolve("explained").toString();
    succeed("simulate", "--data", data, "--policy", "fifo,lucid", "--explain", "--out", explained);
    Path out = folder.resolve("out");
    succeed(
        "plot",
        "wait-causes",
        "waits-vc",
        "--run",
        explained,
        "--out",
        out.toString(),
        "--format",
        "svg,csv");
    assertEquals(
        List.of("figures.json", "figures.md", "wait-causes.svg", "waits-vc.csv"), names(out));
    assertTrue(Files.readString(out.resolve("waits-vc.csv")).startsWith("policy,vc,jobs,"));
  }

  private static void refused(String message, String... words) {
    Call call = Call.of(words);
    assertEquals(ExitCode.BAD_INPUT, call.exitCode(), call.out());
    assertTrue(call.err().contains(message), call.err());
  }

  @Test
  void onlyFiguresAreOverwritten() throws IOException {
    Path out = folder.resolve("out");
    String[] words = {"plot", "jct-cdf", "--run", run, "--out", out.toString(), "--format", "svg"};
    succeed(words);
    assertEquals(ExitCode.BAD_INPUT, Call.of(words).exitCode());
    succeed(Stream.concat(Stream.of(words), Stream.of("--overwrite")).toArray(String[]::new));
    Files.delete(out.resolve(AtomicFolder.MARK));
    Call call =
        Call.of(Stream.concat(Stream.of(words), Stream.of("--overwrite")).toArray(String[]::new));
    assertEquals(ExitCode.BAD_INPUT, call.exitCode());
    assertEquals(List.of("figures.json", "figures.md", "jct-cdf.svg"), names(out));
  }
}
