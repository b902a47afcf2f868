package org.limpid.workbench.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Frame;
import java.awt.Window;
import java.io.BufferedReader;
import java.io.File;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.workbench.Run;
import org.limpid.workbench.SampleRun;

/**
 * Opens a window on the display that there is, else on one of Xvfb, in a process of its own, as all
 * others are told there is none.
 */
final class WindowTest {
  private static final String DISPLAY = "DISPLAY";

  @TempDir private Path folder;

  @Test
  void aWindowOpensAndEndsWhenItIsClosed() throws Exception {
    Path run = SampleRun.tiny(folder.resolve("run"));
    if (System.getenv(DISPLAY) != null) {
      assertEquals(0, shownOn(System.getenv(DISPLAY), run));
      return;
    }
    assumeTrue(
        Files.exists(Path.of(System.getProperty("java.home"), "lib", "libawt_xawt.so")),
        "this Java opens no windows");
    assumeTrue(isOnPath("Xvfb"), "there is no display: DISPLAY is not set, and Xvfb not installed");
    Process server =
        new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24")
            .redirectError(Redirect.DISCARD)
            .start();
    try (BufferedReader output = server.inputReader()) {
      assertEquals(0, shownOn(":" + output.readLine(), run));
    } finally {
      server.destroy();
    }
  }

  private static boolean isOnPath(String program) {
    return Pattern.compile(File.pathSeparator)
        .splitAsStream(System.getenv("PATH"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  private static int shownOn(String display, Path run) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Shown.class.getName(),
            run.toString());
    builder.environment().put(DISPLAY, display);
    return builder.inheritIO().start().waitFor();
  }

  /** Shows a chart, and closes the window as soon as it is there. */
  static final class Shown {
    private Shown() {}

    public static void main(String[] arguments) {
      Thread.ofPlatform().daemon().start(Shown::closeWindows);
      Charts.show(Charts.jctCdf(Run.open(arguments[0])));
    }

    private static void closeWindows() {
      while (true) {
        List.of(Frame.getFrames()).stream()
            .filter(Window::isShowing)
            .forEach(frame -> SwingUtilities.invokeLater(frame::dispose));
        Thread.yield();
      }
    }
  }
}
