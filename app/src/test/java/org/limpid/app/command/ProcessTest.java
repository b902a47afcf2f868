package org.limpid.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What only a process of its own shows: signals and streams that break. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
final class ProcessTest {
  /** 128 and the number of the signal TERM; Ctrl-C takes the same way. */
  private static final int TERMINATED = 143;

  @TempDir private Path folder;

  private static ProcessBuilder limpid(String... words) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    command.addAll(List.of(words));
    return new ProcessBuilder(command);
  }

  /** Unlike {@link Process#destroy()} this keeps the streams open. */
  private static void stop(Process process) {
    process.toHandle().destroy();
  }

  private static String err(Process process) throws IOException {
    return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private List<Path> content() throws IOException {
    try (Stream<Path> content = Files.list(folder)) {
      return content.toList();
    }
  }

  @Test
  void stoppedWhileGeneratingItLeavesNothing() throws Exception {
    String out = folder.resolve("big").toString();
    Process process =
        limpid("data", "generate", "--out", out, "--jobs", "50000000", "--days", "3000").start();
    while (content().isEmpty()) {
      Thread.sleep(20);
    }
    stop(process);
    assertEquals("", err(process));
    assertEquals(TERMINATED, process.waitFor());
    assertEquals(List.of(), content());
  }

  @Test
  void stoppedWhileSimulatingItLeavesNothing() throws Exception {
    String data = folder.resolve("data").toString();
    Call.of("data", "generate", "--out", data, "--jobs", "20000", "--clusters", "2");
    String out = folder.resolve("out").toString();
    Process process =
        limpid("simulate", "--data", data, "--out", out, "--policy", "everything").start();
    while (content().size() == 1) {
      Thread.sleep(5);
    }
    stop(process);
    assertEquals("", err(process).replaceAll("Simulating: .*\\R", ""));
    assertEquals(TERMINATED, process.waitFor());
    assertEquals(List.of(Path.of(data)), content());
  }

  /** Stopped while bags are boosted, which the first line of progress tells. */
  @Test
  void stoppedWhileTrainingItLeavesNothing() throws Exception {
    String csv = SampleCsv.write(folder.resolve("in.csv"), 1).toString();
    String params = "max_rounds=100000000,smoothing_rounds=1000000,early_stopping_rounds=1000000";
    String[] words = {"--csv", csv, "--target", "price", "--params", params};
    String out = folder.resolve("m.json").toString();
    Process process =
        limpid(
                Stream.concat(
                        Stream.of("model", "train", "--out", out, "--threads", "2"),
                        Stream.of(words))
                    .toArray(String[]::new))
            .start();
    BufferedReader err = process.errorReader(StandardCharsets.UTF_8);
    String first = err.readLine();
    assertTrue(first.startsWith("Boosting features: "), first);
    stop(process);
    assertEquals(List.of(), err.lines().filter(line -> !line.startsWith("Boosting")).toList());
    assertEquals(TERMINATED, process.waitFor());
    assertEquals(List.of(Path.of(csv)), content());
  }

  @Test
  void aReaderThatStopsReadingIsNoError() throws Exception {
    Process process = limpid("completion").start();
    process.getInputStream().close();
    assertEquals("", err(process));
    assertEquals(ExitCode.SUCCESS, process.waitFor());
  }

  @Test
  void resultsThatCannotBeWrittenAreAnError() throws Exception {
    File full = new File("/dev/full");
    assumeTrue(full.exists(), "this system has no /dev/full");
    Process process = limpid("policies").redirectOutput(full).start();
    assertTrue(err(process).startsWith("limpid: cannot write to the standard output: "));
    assertEquals(ExitCode.DISK_FULL, process.waitFor());
  }
}
