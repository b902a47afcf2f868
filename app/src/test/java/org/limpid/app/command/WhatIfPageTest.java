package org.limpid.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.app.venus.SharedData;

/** {@code docs/what-if.md} shows what the commands print. */
final class WhatIfPageTest {
  private static final Pattern BLOCK =
      Pattern.compile("```text\n\\$ limpid (whatif .*)\n((?:.*\n)*?)```");
  private static final Pattern WORD = Pattern.compile("'[^']*'|\\S+");

  @TempDir private Path folder;

  @Test
  void pageShowsWhatIsPrinted() throws IOException {
    String results = folder.resolve("results").toString();
    String data = SharedData.venus().toString();
    Call simulated =
        Call.of("simulate", "--data", data, "--policy", "lucid", "--explain", "--out", results);
    assertEquals(ExitCode.SUCCESS, simulated.exitCode(), simulated.err());
    String page = Files.readString(Path.of(System.getProperty("limpid.root"), "docs/what-if.md"));
    List<MatchResult> blocks = BLOCK.matcher(page).results().toList();
    assertEquals(2, blocks.size());
    for (MatchResult block : blocks) {
      String[] words =
          WORD.matcher(block.group(1))
              .results()
              .map(word -> word.group().replace("'", ""))
              .map(word -> word.equals("results") ? results : word)
              .toArray(String[]::new);
      assertEquals(block.group(2), Call.of(words).out());
    }
  }
}
