package org.limpid.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.limpid.app.terminal.FakeTerminal;
import org.limpid.files.AtomicFiles;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.simulation.run.InputProblem;

final class FailuresTest {
  private FakeTerminal terminal = new FakeTerminal();

  private int report(Throwable failure) {
    return new Failures(new Session(terminal)).report(failure);
  }

  private int afterOutput(int code) {
    return new Failures(new Session(terminal)).afterOutput(code);
  }

  @Test
  void badInputIsExplained() {
    Problem problem = Problem.ofFile(Path.of("jobs.csv"), "is empty", "Maybe it was cut.");
    assertEquals(ExitCode.BAD_INPUT, report(new DataException(problem)));
    assertEquals(ExitCode.BAD_INPUT, report(new IllegalStateException(new InputProblem("No."))));
    assertEquals(
        "limpid: jobs.csv: is empty. Maybe it was cut.\nlimpid: No.\n", terminal.errText());
  }

  @Test
  void fullDisksAreExplained() {
    int code = report(new UncheckedIOException(new IOException("No space left on device")));
    assertEquals(ExitCode.DISK_FULL, code);
    assertEquals(
        "limpid: reading or writing failed: No space left on device. Maybe the disk is full: free"
            + " some space.\n",
        terminal.errText());
  }

  /** Files are blamed by name; the cause decides about the code. */
  @Test
  void fullDisksHaveACodeOfTheirOwn() {
    IOException full = new IOException("Disk quota exceeded");
    assertEquals(ExitCode.DISK_FULL, report(AtomicFiles.cannotWrite(Path.of("out"), full)));
    IOException other = new IOException("Read-only file system");
    assertEquals(ExitCode.BAD_INPUT, report(AtomicFiles.cannotWrite(Path.of("out"), other)));
    assertEquals(ExitCode.BAD_INPUT, report(other));
    assertFalse(terminal.errText().lines().skip(1).anyMatch(line -> line.contains("full")));
  }

  /** The samples of the cluster are what fills the memory when a span is long. */
  @Test
  void tooLittleMemoryForASimulationMayBeDueToSamples() {
    Session session = new Session(terminal, "simulate", "--data", "x");
    int code = new Failures(session).report(new OutOfMemoryError());
    assertEquals(ExitCode.INTERNAL_FAULT, code);
    assertTrue(terminal.errText().endsWith("raise --sample\n"), terminal.errText());
  }

  @Test
  void internalFaultsNameThePlaceOnly() {
    assertEquals(ExitCode.INTERNAL_FAULT, report(new IllegalStateException("odd")));
    String[] lines = terminal.errText().split("\n");
    assertEquals(2, lines.length);
    assertTrue(
        lines[0].startsWith(
            "limpid: internal fault: java.lang.IllegalStateException: odd at"
                + " org.limpid.app.command.FailuresTest.internalFaultsNameThePlaceOnly"),
        lines[0]);
    assertTrue(lines[1].contains("LIMPID_DEBUG=1"), lines[1]);
  }

  @Test
  void debuggingShowsTheTrace() {
    terminal = terminal.with("LIMPID_DEBUG", "1");
    report(new IllegalStateException("odd"));
    assertTrue(terminal.errText().contains("\n\tat org.limpid"), terminal.errText());
  }

  @Test
  void lackOfMemorySaysHowToGetMore() {
    assertEquals(
        ExitCode.INTERNAL_FAULT, report(new IllegalStateException(new OutOfMemoryError("heap"))));
    assertTrue(terminal.errText().contains("LIMPID_JAVA_OPTS=-Xmx"), terminal.errText());
    assertFalse(terminal.errText().contains("\tat "), terminal.errText());
  }

  @Test
  void nothingIsSaidWhileStopping() {
    terminal.interrupt();
    assertEquals(ExitCode.INTERRUPTED, report(new IllegalStateException("files have vanished")));
    assertEquals("", terminal.errText());
  }

  @Test
  void aReaderMayStopReading() {
    terminal = terminal.failing("Broken pipe");
    assertEquals(ExitCode.SUCCESS, afterOutput(ExitCode.SUCCESS));
    assertEquals("", terminal.errText());
  }

  @Test
  void lostResultsAreAnError() {
    terminal = terminal.failing("Input/output error");
    assertEquals(ExitCode.BAD_INPUT, afterOutput(ExitCode.SUCCESS));
    terminal = terminal.failing("No space left on device");
    assertEquals(ExitCode.DISK_FULL, afterOutput(ExitCode.SUCCESS));
    assertEquals(ExitCode.INTERNAL_FAULT, afterOutput(ExitCode.INTERNAL_FAULT));
    assertTrue(terminal.errText().contains("cannot write to the standard output: No space"));
  }
}
