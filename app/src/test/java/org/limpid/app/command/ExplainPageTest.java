package org.limpid.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code docs/why-did-my-job-wait.md}: its commands work, and its answers are those of the
 * commands.
 */
final class ExplainPageTest {
  private static final Path PAGE =
      Path.of(System.getProperty("limpid.root"), "docs", "why-did-my-job-wait.md");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(sh|text)\\n(.*?)^```$");
  private static final List<String> FOLDERS = List.of("--out", "--data", "--run");

  @TempDir Path folder;

  @Test
  void commandsAnswerAsThePageSays() throws IOException {
    String answer = "";
    List<String> shown = new ArrayList<>();
    for (MatchResult block : BLOCK.matcher(Files.readString(PAGE)).results().toList()) {
      if (block.group(1).equals("sh")) {
        assertIsWhole(answer, shown);
        for (String line : block.group(2).lines().toList()) {
          answer = run(line);
        }
      } else {
        assertTrue(answer.contains(block.group(2)), () -> "not on the page:\n" + block.group(2));
        shown.add(block.group(2));
      }
    }
    assertTrue(answer.startsWith("Job 7338 of u044"), answer);
  }

  /** Where a page shows an answer in parts, it shows all of it. */
  private static void assertIsWhole(String answer, List<String> shown) {
    if (!shown.isEmpty()) {
      assertEquals(answer, String.join("\n", shown));
      shown.clear();
    }
  }

  private String run(String line) {
    String[] words = line.split(" ");
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
