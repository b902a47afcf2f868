package org.limpid.workbench.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.files.DataException;
import org.limpid.plots.workbench.ShellFolders;
import org.limpid.workbench.SampleRun;

final class ShellStartTest {
  @TempDir private Path folder;

  @Test
  void theExamplesWorkInTheShell() throws InterruptedException, IOException {
    Path odd = Files.createDirectories(folder.resolve("a \"folder\" of bücher"));
    SampleRun.generate(odd);
    ShellFolders folders =
        new ShellFolders(
            Optional.of(odd.resolve("results")),
            Optional.of(odd.resolve("data")),
            Optional.empty());
    try (Snippets shell = new Snippets()) {
      shell.run(ShellStart.script(folders));
      List<String> examples = ShellStart.examples(folders);
      assertEquals(3, examples.size());
      for (String example : examples) {
        assertFalse(shell.run(example).isEmpty(), example);
      }
      assertTrue(shell.run("data.jobs().rowCount()").contains("400"));
    }
  }

  @Test
  void aFolderThatIsNoneIsSaidBefore() {
    ShellFolders folders =
        new ShellFolders(Optional.of(folder), Optional.empty(), Optional.empty());
    assertThrows(DataException.class, () -> ShellStart.script(folders));
  }
}
