package org.limpid.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.app.command.Main;

/**
 * {@code limpid chain report} with the other libraries on its class path, which {@code app} may not
 * depend on: a process as the launcher starts it, on a random month of eight nodes.
 */
final class ChainReportTest {
  @TempDir private Path folder;

  private static String log() {
    Random random = new Random(11);
    StringBuilder log =
        new StringBuilder(
            "JobID JobName UID Start Submit End Priority TimelimitR ExitCode NNodes\n");
    long minute = 0;
    for (int id = 1; id <= 300; id++) {
      minute += 1 + random.nextInt(240);
      String time =
          "2023-02-%02dT%02d:%02d:00".formatted(1 + minute / 1440, minute / 60 % 24, minute % 60);
      if (minute < 27 * 1440) {
        log.append(
            "%d a u %s %s 2023-02-28T00:00:00 1 %d 0:0 %d\n"
                .formatted(id, time, time, 60 + random.nextInt(1000), 1 + random.nextInt(6)));
      }
    }
    return log.toString();
  }

  private String place(String name) {
    return folder.resolve(name).toString();
  }

  private void run(String... words) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    command.addAll(List.of(words));
    Path err = folder.resolve("err.txt");
    int exitCode =
        new ProcessBuilder(command)
            .redirectOutput(folder.resolve("out.txt").toFile())
            .redirectError(err.toFile())
            .start()
            .waitFor();
    assertEquals(0, exitCode, Files.readString(err));
  }

  /** Four ways without a model and three with one, in 20 windows. */
  @Test
  void librariesTakePart() throws Exception {
    Files.writeString(folder.resolve("site.log"), log());
    run("data", "import", "mirage", place("site.log"), "--nodes", "8", "--out", place("site"));
    run(
        "chain",
        "report",
        "--data",
        place("site"),
        "--train-windows",
        "120",
        "--train-from",
        "2023-02-01",
        "--windows",
        "20",
        "--from",
        "2023-02-15",
        "--moments",
        "2",
        "--learner",
        "glass-box,boosted-trees,random-forest",
        "--out",
        place("report"),
        "--json");
    List<String> rows = Files.readAllLines(folder.resolve("report/windows.csv"));
    assertEquals(1 + 20 * 7, rows.size());
    for (String mode : List.of("boosted-trees", "random-forest")) {
      assertEquals(20, rows.stream().filter(row -> row.split(",")[3].equals(mode)).count());
      assertTrue(Files.readString(folder.resolve("out.txt")).contains("\"" + mode + "\""));
    }
  }
}
