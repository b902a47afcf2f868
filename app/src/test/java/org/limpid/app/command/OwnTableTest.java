package org.limpid.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be done at once with a table that has only what is needed. */
final class OwnTableTest {
  private static final String JOBS =
      """
      JobID,GPUs,Submitted,Elapsed
      a,8,2026-03-02 10:00:00,100
      b,16,2026-03-02 10:01:00,00:03:20
      c,2,2026-03-02 10:02:00,50
      """;

  @TempDir private Path folder;

  @BeforeEach
  void importTable() throws IOException {
    Path table = Files.writeString(folder.resolve("jobs.csv"), JOBS);
    Call call =
        Call.of(
            "data", "import", "csv", table.toString(), "--nodes", "prod=3", "--out", place("mine"));
    assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
    assertTrue(call.err().contains("Imported 3 jobs"), call.err());
  }

  private String place(String name) {
    return folder.resolve(name).toString();
  }

  private Call simulate(String policies) {
    return Call.of(
        "simulate", "--data", place("mine"), "--policy", policies, "--out", place("results"));
  }

  @Test
  void ofAllPoliciesThoseRunThatCan() throws IOException {
    Call call = simulate("all");
    assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
    assertTrue(call.err().contains("Left out qssf for want of estimated durations.\n"), call.err());
    assertTrue(
        call.err()
            .contains(
                "Left out lucid, limpid for want of estimated durations and a forecast of the"
                    + " load.\nMaybe train models with 'limpid train'"),
        call.err());
    assertTrue(call.out().contains("tiresias"), call.out());
    assertFalse(call.out().contains("lucid"), call.out());
    String run = Files.readString(folder.resolve("results/run.json"));
    assertTrue(run.contains("\"Left out qssf for want of estimated durations.\""), run);
    assertTrue(Files.notExists(folder.resolve("results/lucid")));
  }

  @Test
  void whoNamesAPolicyWantsIt() {
    Call call = simulate("all,lucid");
    assertEquals(ExitCode.BAD_INPUT, call.exitCode());
    assertTrue(call.err().contains("Policy lucid needs estimated durations"), call.err());
    assertFalse(call.err().contains("Policy qssf needs"), call.err());
    assertTrue(Files.notExists(folder.resolve("results")));
  }

  @Test
  void withoutAProfilerWhoNeedsOneIsLeftOut() throws IOException {
    Path table = Files.writeString(folder.resolve("jobs.csv"), JOBS.replace(",16,", ",1,"));
    Call again =
        Call.of(
            "data",
            "import",
            "csv",
            table.toString(),
            "--nodes",
            "1",
            "--out",
            place("mine"),
            "--overwrite");
    assertEquals(ExitCode.SUCCESS, again.exitCode(), again.err());
    Call call = simulate("all");
    assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
    assertTrue(
        call.err().contains("Left out lucid, limpid: The data set describes no profiler."),
        call.err());
  }
}
