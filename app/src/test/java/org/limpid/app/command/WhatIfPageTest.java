package org.limpid.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.app.venus.SharedData;

/** {@code docs/what-if.md} shows what the commands print. */
final class WhatIfPageTest {
  private static final String PROMPT = "$ limpid ";

  @TempDir private Path folder;

  @Test
  void pageShowsWhatIsPrinted() throws IOException {
    String results = folder.resolve("results").toString();
    String data = SharedData.venus().toString();
    Call simulated =
        Call.of("simulate", "--data", data, "--policy", "lucid", "--explain", "--out", results);
    assertEquals(ExitCode.SUCCESS, simulated.exitCode(), simulated.err());
    List<PageBlock> blocks =
        PageBlock.of("docs/what-if.md").stream()
            .filter(block -> block.text().startsWith(PROMPT))
            .toList();
    assertEquals(2, blocks.size());
    for (PageBlock block : blocks) {
      String command = block.text().lines().findFirst().orElseThrow();
      String[] words =
          PageBlock.words(command.substring(PROMPT.length())).stream()
              .map(word -> word.equals("results") ? results : word)
              .toArray(String[]::new);
      String printed = command + "\n" + Call.of(words).out();
      assertTrue(block.shown().matcher(printed).matches(), printed);
    }
  }
}
