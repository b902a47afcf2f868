package org.limpid.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.app.terminal.FakeTerminal;
import org.limpid.app.venus.SharedData;
import org.limpid.files.PrintableText;
import tools.jackson.databind.json.JsonMapper;

/** Names that would command a terminal, a spreadsheet, a file system or a browser. */
final class HostileNamesTest {
  private static final String CLEARS_SCREEN = "\033[2J\033]0;gone\007";
  private static final String REVERSED = "a\u202eb\u2028c" + (char) 0x9b + "31m\nlimpid: done";
  private static final String FORMULA = "=HYPERLINK(\"\"http://x\"\",1)";

  @TempDir private Path folder;

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  /** What was said, none of which commands a terminal. */
  private static Call printable(int exitCode, String... words) {
    Call call = Call.on(new FakeTerminal().interactive(), words);
    assertEquals(exitCode, call.exitCode(), call.err());
    String said = call.out() + call.err().replaceAll("\r|\033\\[K|\033\\[[0-9;]*m", "");
    assertEquals(PrintableText.inLines(said), said);
    return call;
  }

  private static Call succeed(String... words) {
    return printable(ExitCode.SUCCESS, words);
  }

  /** Three users and a virtual cluster with such names; job 2 waits for job 1, job 3 for both. */
  private void data() throws IOException {
    Files.createDirectories(folder.resolve("data"));
    String json =
        """
        {"format": "limpid-dataset/1", "name": "n\\u001b[2J", "title": "t\\u009b1m",
         "time": {"origin": "2026-09-01T00:00:00", "startSeconds": 0},
         "cluster": {"virtualClusters": "vcs.csv", "gpusPerNode": 8, "gpuMemoryMib": 24576},
         "jobs": {"file": "jobs.csv", "format": "lucid"}}
        """;
    Files.writeString(folder.resolve("data/dataset.json"), json);
    Files.writeString(folder.resolve("data/vcs.csv"), "vc,num\n\"../" + CLEARS_SCREEN + "\",1\n");
    StringBuilder jobs =
        new StringBuilder("job_id,user,vc,gpu_num,cpu_num,state,submit_time,duration\n");
    int id = 1;
    for (String user : List.of(CLEARS_SCREEN, REVERSED, FORMULA)) {
      jobs.append(
          "%d,\"%s\",\"../%s\",8,1,COMPLETED,%d,100%n".formatted(id, user, CLEARS_SCREEN, id++));
    }
    Files.writeString(folder.resolve("data/jobs.csv"), jobs);
  }

  private void simulate(String... more) {
    succeed(
        Stream.concat(
                Stream.of("simulate", "--data", path("data"), "--policy", "fifo", "--explain"),
                Stream.of(more))
            .toArray(String[]::new));
  }

  @Test
  void nothingReachesTheTerminalRaw() throws IOException {
    data();
    succeed("data", "check", path("data"));
    Call described = succeed("data", "describe", path("data"));
    assertTrue(described.out().contains("\\u001b[2J"), described.out());
    assertFalse(described.out().contains("\nlimpid: done"), described.out());
    simulate("--out", path("run"));
    Call told = succeed("explain", "user", REVERSED, "--run", path("run"));
    assertTrue(told.out().contains("\\u202eb\\u2028c\\u009b31m\\u000alimpid: done"), told.out());
    succeed("explain", "job", "3", "--run", path("run"));
    succeed("explain", "vc", "../" + CLEARS_SCREEN, "--run", path("run"));
    printable(ExitCode.BAD_INPUT, "explain", "user", "x" + CLEARS_SCREEN, "--run", path("run"));
    printable(ExitCode.BAD_INPUT, "data", "check", path("no" + CLEARS_SCREEN));
    printable(ExitCode.BAD_INPUT, "simulate" + CLEARS_SCREEN);
    printable(ExitCode.BAD_INPUT, "simulate", "--" + CLEARS_SCREEN);
  }

  /** The same content, as escapes are those of JSON. */
  @Test
  void jsonStaysJson() throws IOException {
    data();
    Call call = succeed("data", "describe", path("data"), "--json");
    assertEquals("n\033[2J", JsonMapper.shared().readTree(call.out()).get("name").asString());
    simulate("--out", path("run"));
    Call told = succeed("explain", "user", REVERSED, "--run", path("run"), "--json");
    assertEquals(
        "user " + REVERSED, JsonMapper.shared().readTree(told.out()).get("name").asString());
  }

  /** Figures are read as XML, and no file lies elsewhere. */
  @Test
  void figuresAndTheirFilesAreSound() throws Exception {
    data();
    simulate("--out", path("run"));
    succeed("report", "--run", path("run"), "--out", path("report"));
    try (Stream<Path> files = Files.walk(folder.resolve("report/figures"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertTrue(file.getFileName().toString().matches("[a-z0-9.-]+|README.md"), file.toString());
        if (file.toString().endsWith(".svg")) {
          DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
        }
        if (file.toString().matches(".*[.](svg|md|tex|html)")) {
          String text = Files.readString(file);
          assertEquals(PrintableText.inLines(text), text, file.toString());
        }
      }
    }
    assertEquals(Set.of("data", "run", "report"), names(folder));
  }

  private static Set<String> names(Path in) throws IOException {
    try (Stream<Path> files = Files.list(in)) {
      return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
    }
  }

  /** And the run is the same to Limpid. */
  @Test
  void safeCsvMarksFormulas() throws IOException {
    data();
    simulate("--out", path("plain"));
    simulate("--out", path("safe"), "--safe-csv");
    String plain = Files.readString(folder.resolve("plain/fifo/jobs.csv"), StandardCharsets.UTF_8);
    String safe = Files.readString(folder.resolve("safe/fifo/jobs.csv"), StandardCharsets.UTF_8);
    assertTrue(plain.contains("\n3,\"=HYPERLINK(\"\"http://x\"\",1)\","), plain);
    assertEquals(plain.replace("\"=HYPERLINK", "\"'=HYPERLINK"), safe);
    String user = FORMULA.replace("\"\"", "\"");
    assertEquals(
        succeed("explain", "user", user, "--run", path("plain")).out(),
        succeed("explain", "user", user, "--run", path("safe")).out());
    succeed(
        "whatif",
        "--run",
        path("safe"),
        "--change",
        "submit 3 +10m",
        "--safe-csv",
        "--out",
        path("changed"));
    String changed = Files.readString(folder.resolve("changed/changed_jobs.csv"));
    assertTrue(changed.contains("\n3,\"'=HYPERLINK"), changed);
  }

  @Test
  void safeCsvMarksClassesOfPredictions() throws IOException {
    StringBuilder csv = new StringBuilder("x,y\n");
    for (int row = 0; row < 40; row++) {
      csv.append(row).append(row < 20 ? ",=A1+1\n" : ",-1\n");
    }
    Files.writeString(folder.resolve("t.csv"), csv);
    succeed(
        "model",
        "train",
        "--csv",
        path("t.csv"),
        "--target",
        "y",
        "--type",
        "classification",
        "--model",
        "tree",
        "--out",
        path("m.json"));
    succeed(
        "model",
        "predict",
        path("m.json"),
        "--csv",
        path("t.csv"),
        "--out",
        path("p.csv"),
        "--safe-csv");
    List<String> lines = Files.readAllLines(folder.resolve("p.csv"));
    assertTrue(lines.get(1).startsWith("'=A1+1,"), lines.get(1));
    assertTrue(lines.getLast().startsWith("-1,"), lines.getLast());
  }

  /** Case R07 of the shared folder. */
  @Test
  void sharedCaseOfControlCharacters() throws IOException {
    Path data = SharedData.require("cases/R07-control-characters");
    succeed("data", "describe", data.toString());
    succeed(
        "simulate",
        "--data",
        data.toString(),
        "--policy",
        "fifo",
        "--explain",
        "--out",
        path("run"));
    for (String user : List.of("';DROP TABLE--", "=HYPERLINK(\"http://evil\",\"x\")")) {
      succeed("explain", "user", user, "--run", path("run"));
    }
  }
}
