package org.limpid.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limpid.app.venus.SharedData;

/** Cases that users met with traces from the real world. */
final class SharedTraceCasesTest {
  @TempDir private Path folder;

  private static Path require(String name) {
    return SharedData.require("cases/" + name);
  }

  private Call helios(Path traces, String cluster) {
    return Call.of(
        "data", "import", "helios", traces.toString(), "--cluster", cluster, "--out", out());
  }

  private String out() {
    return folder.resolve("out").toString();
  }

  /** 1,080 GPUs are the 135 nodes of the Lucid artifact; 1,680 was the sum of the maxima. */
  @Test
  void aClusterIsWhatItWasInThePeriodOfTheJobs() {
    Call call = helios(require("F09-helios-capacity"), "Venus");
    assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
    assertTrue(call.err().contains("1,080 GPUs, 135 nodes, as on 17 of the 20 days"), call.err());
    Call described = Call.of("data", "describe", out());
    assertTrue(described.out().contains("135 nodes, 1,080 GPUs\n"), described.out());
    assertTrue(described.out().contains("load "), described.out());
  }

  /** On all days of the file but the first of September there were 1,080 GPUs then. */
  @Test
  void aPartOfTheTraceHasTheClusterOfItsTime() {
    String traces = require("F09-helios-capacity").toString();
    Call call =
        Call.of(
            "data",
            "import",
            "helios",
            traces,
            "--cluster",
            "Venus",
            "--out",
            out(),
            "--from",
            "2020-09-01",
            "--to",
            "2020-09-02T00:00");
    assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
    assertTrue(call.err().contains("that of 2020-09-01 in"), call.err());
    assertTrue(call.err().contains("1,064 GPUs, 133 nodes."), call.err());
    assertTrue(call.err().contains("Left out 1 row: submitted outside the window."), call.err());
    Call refused =
        Call.of(
            "data",
            "import",
            "helios",
            traces,
            "--cluster",
            "Venus",
            "--out",
            out(),
            "--from",
            "September");
    assertEquals(ExitCode.BAD_INPUT, refused.exitCode());
    assertTrue(refused.err().contains("expected a date-time like"), refused.err());
  }

  @Test
  void secondsSince1970AreRecognised() {
    Call call = Call.of("data", "check", require("F11-epoch-seconds").toString());
    assertEquals(ExitCode.BAD_INPUT, call.exitCode());
    assertTrue(call.out().contains("seconds since 1970 (2020-09-01 00:00:03 UTC)"), call.out());
    assertTrue(call.out().contains("found '1598918403'"), call.out());
  }

  @Test
  void unfinishedJobsAreLeftOut() {
    Call call = helios(require("F13-import-stops-on-unfinished-jobs"), "Earth");
    assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
    assertTrue(call.err().contains("Imported 1 job"), call.err());
    assertTrue(call.err().contains("Left out 1 row: without a duration."), call.err());
    assertTrue(call.err().contains("Left out 1 row: without a time of submission."), call.err());
  }

  @Test
  void archivesAreReadAndPointersTold() {
    Path traces = require("F14-archive-and-lfs");
    Call archive = helios(traces, "Earth");
    assertEquals(ExitCode.SUCCESS, archive.exitCode(), archive.err());
    assertTrue(archive.err().contains("Imported 1 job"), archive.err());
    Call pointer = helios(traces.resolve("lfs"), "Venus");
    assertEquals(ExitCode.BAD_INPUT, pointer.exitCode());
    assertTrue(pointer.err().contains("run 'git lfs pull'"), pointer.err());
    assertEquals(1, pointer.err().lines().count(), pointer.err());
  }

  @ParameterizedTest
  @CsvSource({
    "tids, Tiresias, import tiresias",
    "ob, openb, import openb",
    "sw, Standard Workload Format, import swf",
    "sa, sacct, import sacct",
    "ga, Gavel, import tiresias",
    "ph, Philly, import philly"
  })
  void foreignTablesAreTold(String name, String what, String hint) {
    Path data = require("F15-foreign-trace-wall").resolve(name);
    Call call = Call.of("data", "check", "--quiet", data.toString());
    assertEquals(ExitCode.BAD_INPUT, call.exitCode());
    assertEquals(1, call.out().lines().count(), call.out());
    assertTrue(call.out().contains(what), call.out());
    assertTrue(call.out().contains(hint), call.out());
  }

  /** A sample every minute of 32 years were 17 million rows, a gigabyte. */
  @Test
  void samplesCoarsenWithTheSpan() throws IOException {
    String data = require("R06-huge-duration").toString();
    Call check = Call.of("data", "check", data);
    assertEquals(ExitCode.SUCCESS, check.exitCode());
    assertTrue(
        check.err().contains("one duration is a thousand times the next longest, 796,508 s"),
        check.err());
    Call run = Call.of("simulate", "--data", data, "--policy", "fifo", "--out", out());
    assertEquals(ExitCode.SUCCESS, run.exitCode(), run.err());
    assertTrue(run.err().contains("one duration is a thousand times"), run.err());
    assertTrue(run.err().contains("cluster.csv has a row every 6,000 s and not every 60 s"));
    try (Stream<String> rows = Files.lines(Path.of(out(), "fifo/cluster.csv"))) {
      List<String> all = rows.toList();
      assertTrue(all.size() < 300_002, all.size() + " rows");
    }
    assertTrue(Files.readString(Path.of(out(), "run.json")).contains("every 6,000 s"));
  }
}
