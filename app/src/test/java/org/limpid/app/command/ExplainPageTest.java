package org.limpid.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code docs/why-did-my-job-wait.md}: its commands work, and its answers are those of the
 * commands.
 */
final class ExplainPageTest {
  private static final List<String> FOLDERS = List.of("--out", "--data", "--run");

  @TempDir Path folder;

  @Test
  void commandsAnswerAsThePageSays() throws IOException {
    String answer = "";
    List<String> shown = new ArrayList<>();
    for (PageBlock block : PageBlock.of("docs/why-did-my-job-wait.md")) {
      if (block.language().equals("sh")) {
        assertIsWhole(answer, shown);
        for (String line : block.commands()) {
          answer = run(line);
        }
      } else if (block.language().equals("text")) {
        assertTrue(answer.contains(block.text()), () -> "not on the page:\n" + block.text());
        shown.add(block.text());
      }
    }
    assertIsWhole(answer, shown);
    assertTrue(answer.startsWith("Job 7109 waited"), answer);
  }

  /** Where a page shows an answer in parts, it shows all of it. */
  private static void assertIsWhole(String answer, List<String> shown) {
    if (!shown.isEmpty()) {
      assertEquals(answer, String.join("\n", shown));
      shown.clear();
    }
  }

  private String run(String line) {
    String[] words = PageBlock.words(line).toArray(String[]::new);
    assertEquals("limpid", words[0]);
    for (int i = 1; i < words.length; i++) {
      if (FOLDERS.contains(words[i - 1])) {
        words[i] = folder.resolve(words[i]).toString();
      }
    }
    Call call = Call.of(Arrays.copyOfRange(words, 1, words.length));
    assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
    return call.out();
  }
}
