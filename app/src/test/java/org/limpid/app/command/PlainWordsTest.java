package org.limpid.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.app.terminal.FakeTerminal;
import org.limpid.files.InputFiles;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Whatever is wrong, no message speaks of Java. */
final class PlainWordsTest {
  private static final Pattern JAVA =
      Pattern.compile(
          "(?:is|of) (?:not )?an?"
              + " (?:long|int|double|float|Path)\\b|\\bjava\\w*\\.|Exception|Error\\b|NumberFormat|For"
              + " input string|\\(code \\d|JsonReadFeature|FEATURE|[cC]ould not convert|cannot"
              + " convert|(?<!')\\bnull\\b|\\bclass\\b|org\\.limpid|picocli|[Jj]ackson|internal"
              + " fault");
  private static final List<String> BAD_VALUES =
      List.of(
          "abc",
          "1e400",
          "99999999999999999999",
          "",
          "-",
          "1.5.2",
          "03/03/2025",
          "00:12:33",
          "nan",
          "a=b=c",
          ",,");
  private static final List<String> BAD_JSON =
      List.of(
          "",
          "hello",
          "[1, 2]",
          "{\"a\" 1}",
          "{a: 1}",
          "{'a': 1}",
          "{\"a\": tru}",
          "{\"a\": 1",
          "{\"a\": 01}",
          "{\"a\": 1.}",
          "{\"a\": NaN}",
          "{\"a\": \"\\x\"}",
          "{\"a\": \"\t\"}",
          "{\"a\": 1, \"a\": 2}",
          "{\"a\": 1} {",
          "{\"format\": null}",
          "{\"a\": " + "[".repeat(2000),
          "{\"a\": " + "9".repeat(2000) + "}");

  /** So many of them for each option, others for the next one; more in CI. */
  private static final int VALUES_TRIED =
      Math.min(BAD_VALUES.size(), 3 * Integer.getInteger("limpid.random.cases", 1));

  @TempDir private static Path folder;
  private static final List<String> FAULTS = new ArrayList<>();

  @BeforeAll
  static void generate() {
    Call call =
        Call.of(
            "data",
            "generate",
            "--out",
            data().toString(),
            "--jobs",
            "60",
            "--days",
            "3",
            "--history-days",
            "1",
            "--clusters",
            "a=2",
            "--quiet");
    assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
  }

  private static Path data() {
    return folder.resolve("data");
  }

  private static void check(String... words) {
    Call call = Call.of(words);
    assertTrue(call.exitCode() != ExitCode.INTERNAL_FAULT, () -> String.join(" ", words));
    if (JAVA.matcher(call.err()).find()) {
      FAULTS.add(String.join(" ", words) + "\n  " + call.err().lines().findFirst().orElse(""));
    }
  }

  private static void assertPlain() {
    List<String> faults = List.copyOf(FAULTS);
    FAULTS.clear();
    assertEquals(List.of(), faults, () -> String.join("\n", faults));
  }

  /**
   * The last word, which no command knows, lets none of them begin. An option that commands share,
   * one field of one class, is tried in the first of them.
   */
  @Test
  void valuesOfOptions() {
    options(CommandTree.whole(new Session(new FakeTerminal(), "help")), List.of(), new HashSet<>());
    assertPlain();
  }

  private static void options(CommandLine command, List<String> path, Set<String> tried) {
    for (OptionSpec option : command.getCommandSpec().options()) {
      boolean isNew = tried.add(option.longestName() + " " + option.userObject());
      int values = isNew && option.arity().max() > 0 ? VALUES_TRIED : 0;
      for (int i = 0; i < values; i++) {
        String value = BAD_VALUES.get((tried.size() * VALUES_TRIED + i) % BAD_VALUES.size());
        check(
            Stream.concat(path.stream(), Stream.of(option.longestName() + "=" + value, "--none"))
                .toArray(String[]::new));
      }
    }
    command
        .getSubcommands()
        .forEach((name, below) ->
            options(below, Stream.concat(path.stream(), Stream.of(name)).toList(), tried));
  }

  @Test
  void times() {
    for (String option : List.of("--from", "--to", "--count-from")) {
      for (String time : List.of("03/03/2025", "00:12:33", "2025-02-30", "soon")) {
        check(
            "simulate",
            "--data",
            data().toString(),
            "--policy",
            "fifo",
            "--out",
            folder.resolve("none").toString(),
            option,
            time);
      }
    }
    assertPlain();
    Call call =
        Call.of(
            "simulate",
            "--data",
            data().toString(),
            "--policy",
            "fifo",
            "--out",
            folder.resolve("none").toString(),
            "--from",
            "17/09/2026");
    assertTrue(
        call.err().contains("Maybe it is a date: write year-month-day, 2026-09-17."), call.err());
  }

  @Test
  void filesOfJson() throws IOException {
    Path run = Files.createDirectories(folder.resolve("run"));
    Path models = Files.createDirectories(folder.resolve("models"));
    Path description = Files.createDirectories(folder.resolve("broken"));
    for (String json : BAD_JSON) {
      Files.writeString(run.resolve("run.json"), json);
      Files.writeString(models.resolve("models.json"), json);
      Files.writeString(description.resolve("dataset.json"), json);
      String model = Files.writeString(folder.resolve("model.json"), json).toString();
      check("data", "check", description.toString());
      check("model", "explain", model);
      check("explain", "job", "1", "--run", run.toString());
      check("plot", "shape", "--models", models.toString(), "--out", folder + "/figures");
      check(
          "simulate",
          "--data",
          data().toString(),
          "--policy",
          "lucid",
          "--models",
          models.toString(),
          "--out",
          folder + "/results");
    }
    assertPlain();
  }

  /** Each column of the first job in turn, with each value. */
  @Test
  void fieldsOfJobs() throws IOException {
    Path jobs =
        Stream.of("jobs.csv", "jobs.csv.gz")
            .map(data()::resolve)
            .filter(Files::exists)
            .findFirst()
            .orElseThrow();
    List<String> lines = lines(jobs);
    int columns = lines.getFirst().split(",").length;
    Path copy = copyOfData();
    for (int column = 0; column < columns; column++) {
      for (String value : BAD_VALUES) {
        String[] fields = lines.get(1).split(",", -1);
        fields[column] = '"' + value + '"';
        List<String> changed = new ArrayList<>(lines);
        changed.set(1, String.join(",", fields));
        Files.write(copy.resolve(jobs.getFileName().toString()), changed);
        check("data", "check", copy.toString());
      }
    }
    assertPlain();
  }

  private static List<String> lines(Path file) throws IOException {
    try (BufferedReader reader = new BufferedReader(InputFiles.openText(file))) {
      return reader.lines().toList();
    }
  }

  private static Path copyOfData() throws IOException {
    Path copy = Files.createDirectories(folder.resolve("copy"));
    try (Stream<Path> files = Files.list(data())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, copy.resolve(file.getFileName().toString()));
      }
    }
    return copy;
  }

  @Test
  void tablesAndOtherFiles() throws IOException {
    List<String> tables =
        List.of("", "x,y\n\"a,1\n", "x,y\n1\n", "x,y\na\"b,1\n", "x,x\n1,2\n", "x,y\n1,1e999\n");
    for (String table : tables) {
      String csv = Files.writeString(folder.resolve("t.csv"), table).toString();
      check("model", "train", "--csv", csv, "--target", "y", "--out", folder + "/m.json");
    }
    String folderAsFile = folder.toString();
    check("model", "explain", folderAsFile);
    check("model", "train", "--csv", folderAsFile, "--target", "y", "--out", folder + "/m.json");
    check("data", "check", folder.resolve("a".repeat(300)).toString());
    check("model", "explain", folder.resolve("a".repeat(300)).toString());
    check("model", "explain", folder.resolve("t.csv/m.json").toString());
    assertPlain();
  }
}
