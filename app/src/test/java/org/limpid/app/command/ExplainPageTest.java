package org.limpid.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
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
    int shown = 0;
    for (PageBlock block : PageBlock.of("docs/why-did-my-job-wait.md")) {
      if (block.language().equals("sh")) {
        for (String line : block.commands()) {
          answer = run(line);
        }
      } else if (block.language().equals("text")) {
        shown++;
        assertTrue(block.shown().matcher(answer).find(), answer + "\nis not\n" + block.text());
      }
    }
    assertTrue(shown > 5, shown + " answers");
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
