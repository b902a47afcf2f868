package org.limpid.workbench.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import jdk.jshell.tool.JavaShellToolBuilder;
import org.limpid.plots.workbench.JavaShell;
import org.limpid.plots.workbench.ShellFolders;

/**
 * JShell on the standard streams, within this process: its snippets see the class path of the
 * command. It keeps no settings and no history.
 *
 * @param folders what it opens
 */
public record StandardShell(ShellFolders folders) implements JavaShell {
  @Override
  public List<String> examples() {
    return ShellStart.examples(folders);
  }

  @Override
  public int open() {
    String script = ShellStart.script(folders);
    System.clearProperty("java.awt.headless"); // charts may be shown
    try {
      Path start = Files.createTempFile("limpid-shell-", ".jsh");
      try {
        Files.writeString(start, script);
        return started(start);
      } finally {
        Files.delete(start);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int started(Path start) {
    try {
      return JavaShellToolBuilder.builder()
          .persistence(new HashMap<>())
          .start(
              "--execution",
              "local",
              "--class-path",
              System.getProperty("java.class.path"),
              "--startup",
              start.toString());
    } catch (Exception e) { // declared so
      throw new IllegalStateException("JShell failed", e);
    }
  }
}
