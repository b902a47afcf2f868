package org.limpid.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.files.DataException;
import org.limpid.plots.SampleRun;
import org.limpid.plots.figure.InputKind;
import org.limpid.plots.figure.PlotInputs;
import org.limpid.simulation.waiting.WaitCause;

final class WaitTableTest {
  @TempDir private Path folder;

  private RunFolder explained(String... policies) throws IOException {
    return RunFolder.open(SampleRun.explained(folder, 40, List.of(policies)));
  }

  /** Rewrites a file line by line; the header is line 0. */
  private static void edit(Path file, int line, String text) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    lines.set(line, text);
    Files.write(file, lines);
  }

  @Test
  void secondsAreThoseOfTheFileAndSumToTheQueue() throws IOException {
    RunFolder run = explained("fifo", "lucid");
    List<String> lines = Files.readAllLines(folder.resolve("fifo/waits.csv"));
    WaitTable waits = run.waits("fifo");
    assertEquals(40, waits.size());
    for (int row = 0; row < 40; row++) {
      String[] fields = lines.get(row + 1).split(",");
      long sum = 0;
      for (WaitCause cause : WaitCause.values()) {
        long expected = Long.parseLong(fields[cause.ordinal() + 1]);
        assertEquals(expected, waits.seconds(row, cause));
        sum += expected;
      }
      assertEquals(run.jobs("fifo").queueSeconds(row), sum);
    }
  }

  /** Jobs are submitted every 600 s, so the first 10 come before 6000 s. */
  @Test
  void jobsBeforeCountFromAreNotCounted() throws IOException {
    SampleRun.explained(folder, 40, List.of("fifo", "lucid"));
    Path file = folder.resolve("run.json");
    Files.writeString(
        file,
        Files.readString(file)
            .replace("\"startSeconds\"", "\"countFromSeconds\":6000,\"startSeconds\""));
    RunFolder run = RunFolder.open(folder);
    assertEquals(30, run.waits("fifo").size());
    for (int row = 0; row < 30; row++) {
      assertEquals(
          run.allWaits("fifo").seconds(row + 10, WaitCause.CLUSTER_FULL),
          run.waits("fifo").seconds(row, WaitCause.CLUSTER_FULL));
    }
  }

  @Test
  void runsWithoutTheFileSayWhatToDo() throws IOException {
    RunFolder run = explained("fifo", "lucid");
    Files.delete(folder.resolve("fifo/waits.csv"));
    assertEquals(List.of("lucid"), run.policiesWithWaits());
    assertTrue(PlotInputs.of(run).given().contains(InputKind.WAITS));
    DataException missing = assertThrows(DataException.class, () -> run.waits("fifo"));
    assertTrue(
        missing.getMessage().contains("Maybe run 'limpid simulate' with --explain."),
        missing.getMessage());
    Files.delete(folder.resolve("lucid/waits.csv"));
    assertFalse(PlotInputs.of(run).given().contains(InputKind.WAITS));
  }

  @Test
  void everythingThatIsWrongIsToldAtOnce() throws IOException {
    RunFolder run = explained("fifo", "lucid");
    Path file = folder.resolve("fifo/waits.csv");
    edit(file, 1, "1,0,-5,0,0,0,0");
    edit(file, 2, "2,0,x,0,0,0,0");
    edit(file, 3, "3,0,1,1,1,1,999999");
    DataException wrong = assertThrows(DataException.class, () -> run.waits("fifo"));
    assertEquals(3, wrong.count(), wrong.getMessage());
    for (String part :
        List.of(
            "waits.csv:2: cluster_full",
            "waits.csv:3: cluster_full",
            "waits.csv:4: job_id",
            "found 1000003",
            "Maybe it belongs to another run.")) {
      assertTrue(wrong.getMessage().contains(part), wrong.getMessage());
    }
  }

  @Test
  void everyJobHasARow() throws IOException {
    explained("fifo", "lucid");
    Path file = folder.resolve("fifo/waits.csv");
    List<String> lines = Files.readAllLines(file);
    for (List<String> other :
        List.of(
            lines.subList(0, 40),
            Stream.concat(lines.stream(), Stream.of("41,0,0,0,0,0,0")).toList())) {
      Files.write(file, other);
      RunFolder run = RunFolder.open(folder);
      DataException wrong = assertThrows(DataException.class, () -> run.waits("fifo"));
      assertTrue(
          wrong
              .getMessage()
              .contains("expected a row for each of 40 jobs, found %d".formatted(other.size() - 1)),
          wrong.getMessage());
    }
    Files.write(file, List.of("job_id,profiler", "1,0"));
    RunFolder run = RunFolder.open(folder);
    DataException header = assertThrows(DataException.class, () -> run.waits("fifo"));
    assertEquals(5, header.count(), header.getMessage());
  }

  @Test
  void jobsWithoutNamesAreNumbered() throws IOException {
    RunFolder run = explained("fifo");
    assertEquals("1", run.jobIds().getFirst());
    Path file = folder.resolve("fifo/jobs.csv");
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    lines.set(1, "x y" + lines.get(1).substring(1));
    lines.set(2, lines.get(2).substring(1));
    Files.write(file, lines);
    assertEquals(List.of("x y", "2", "3"), run.jobIds().subList(0, 3));
  }
}
