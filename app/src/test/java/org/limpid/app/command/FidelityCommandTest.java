package org.limpid.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FidelityCommandTest {
  /** On two nodes 2 waits for 1, in reality ten seconds longer; 3 waits for nothing. */
  private static final String LOG =
      """
      JobID JobName UID Start Submit End Priority TimelimitR ExitCode NNodes
      1 a ann 2026-03-02T09:00:00 2026-03-02T09:00:00 2026-03-02T09:10:00 1 60 0:0 2
      2 b bob 2026-03-02T09:10:10 2026-03-02T09:05:00 2026-03-02T09:20:10 1 60 0:0 1
      3 c bob 2026-03-02T11:00:00 2026-03-02T11:00:00 2026-03-02T11:10:00 1 60 0:0 1
      """;

  @TempDir private Path folder;

  private String place(String name) {
    return folder.resolve(name).toString();
  }

  private void importLog() throws IOException {
    Path log = Files.writeString(folder.resolve("site.log"), LOG);
    Call call = Call.of("data", "import", "mirage", log.toString(), "--out", place("site"));
    assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
  }

  @Test
  void waitsAreComparedAndWritten() throws IOException {
    importLog();
    Call call = Call.of("fidelity", "--data", place("site"), "--out", place("compared"));
    assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
    assertTrue(
        call.out()
            .startsWith("Under fifo 3 jobs wait 1 min 40 s on average, in reality 1 min 43 s."),
        call.out());
    assertTrue(call.out().contains("by less than a minute"), call.out());
    assertEquals(
        List.of(
            "job_id,vc,gpu_num,real,fifo,cause_fifo",
            "1,site,6,0,0,",
            "2,site,3,310,300,rhythm",
            "3,site,3,0,0,"),
        Files.readAllLines(folder.resolve("compared/waits.csv")));
    assertEquals(
        List.of("policy,cause,jobs,seconds", "fifo,rhythm,1,10"),
        Files.readAllLines(folder.resolve("compared/causes.csv")));
    Call json = Call.of("fidelity", "--data", place("site"), "--json", "--quiet");
    assertEquals(
        Files.readString(folder.resolve("compared/fidelity.json")).strip(), json.out().strip());
  }

  @Test
  void describeAndAFigureShowThem() throws IOException {
    importLog();
    Call described = Call.of("data", "describe", place("site"));
    assertTrue(described.out().contains("real wait of 3"), described.out());
    Call.of("simulate", "--data", place("site"), "--policy", "fifo", "--out", place("run"));
    Call plot =
        Call.of(
            "plot",
            "real-wait-cdf",
            "--run",
            place("run"),
            "--data",
            place("site"),
            "--format",
            "svg",
            "--out",
            place("figure"));
    assertEquals(ExitCode.SUCCESS, plot.exitCode(), plot.err());
    String figure = Files.readString(folder.resolve("figure/real-wait-cdf.svg"));
    assertTrue(figure.contains("Medians: reality 0 s, fifo 0 s."), figure);
  }

  @Test
  void withoutRealStartsThereIsNothingToCompare() {
    Call.of("data", "generate", "--out", place("made"), "--jobs", "20", "--days", "1");
    Call call = Call.of("fidelity", "--data", place("made"));
    assertEquals(ExitCode.BAD_INPUT, call.exitCode());
    assertTrue(call.err().contains("doesn't tell when jobs really started"), call.err());
  }
}
