package org.limpid.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Some kills of the soak, {@code -Dlimpid.soak.kills=N} of them (5); {@code docs/development.md}
 * tells how to run it in full.
 */
final class SoakTest {
  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void nothingIsLostOrLeftAfterKills() throws Exception {
    Path root = Path.of(System.getProperty("limpid.root"));
    ProcessBuilder soak =
        new ProcessBuilder(
            root.resolve("app/src/test/sh/soak").toString(),
            "-n",
            System.getProperty("limpid.soak.kills", "5"),
            "-s",
            "50",
            "-c",
            "generate import sweep model-train reproduce");
    soak.environment().put("LIMPID", limpid());
    Process process = soak.redirectErrorStream(true).start();
    String said =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertEquals(0, process.waitFor(), said);
    assertTrue(said.matches("(?s).*soak: \\d+ kills, .* all was well\\."), said);
  }

  /** The command of these classes, which starts sooner with a compiler that does little. */
  private static String limpid() {
    return String.join(
        " ",
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp",
        System.getProperty("java.class.path"),
        Main.class.getName());
  }
}
